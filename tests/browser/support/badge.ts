/** The toolbar button as people see it. */
import type { LaunchedBrowser } from '../../../scripts/browser/launch';

/** The number on the button of the tab that shows a page of the watched forum. */
export async function badge(extension: LaunchedBrowser): Promise<string> {
  const worker = await extension.worker();
  return worker.evaluate<string>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' })
      .then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
  );
}
