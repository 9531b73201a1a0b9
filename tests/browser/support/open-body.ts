/** Pages of a test's own, without the policy of the fixtures. */
import type { LaunchedBrowser } from '../../../scripts/browser/launch';
import type { OpenPage } from './extension';

export interface BrowserOfTest {
  readonly open: (url: string) => Promise<OpenPage>;
  readonly extension: LaunchedBrowser;
}

/** Opens a page of this body on a watched host, under a name of its own. */
export async function openBody(
  { open, extension }: BrowserOfTest,
  name: string,
  body: string,
): Promise<OpenPage> {
  await extension.context.route(`**/${name}`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="vi"><body>${body}</body></html>`,
    }),
  );
  return open(`https://forum.fixture.example/${name}`);
}
