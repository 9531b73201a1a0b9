/** Firefox as the cases about feeds want it. */
import type { Browser } from 'puppeteer-core';
import { ADDON_ID, bidi, type LaunchedFirefox } from '../../../scripts/browser/firefox';
import type { OwnPage } from '../../browser/support/ask';
import type { Reader } from '../../browser/feed-cases/case';

/** Ends the event page, as Firefox does with one that is idle: what it was doing ends with it. */
async function stopBackground(browser: Browser): Promise<void> {
  const { result } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string }[] };
  };
  const expression = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension
    .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`;
  const target = { context: result.contexts[0]?.context };
  await bidi(browser, 'script.evaluate', { expression, target, awaitPromise: true });
}

/** The reader of a Firefox, with its options page. */
export function readerIn(firefox: LaunchedFirefox, options: OwnPage): Reader {
  const { browser, driver } = firefox;
  return {
    options,
    open: (path) => firefox.openOwn(path),
    inBackground: (statements) =>
      driver.evaluate(`browser.runtime.getBackgroundPage().then((scope) => { ${statements} })`),
    stopBackground: () => stopBackground(browser),
  };
}
