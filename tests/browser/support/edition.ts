/**
 * One browser with a department's edition for all tests of a worker: starting it takes longer than most of them. A test
 * leaves no page behind. Whoever changes settings, hides a message or stops the worker takes a browser of its own
 * (support/extension).
 */
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { EDITION_BUILD, HOSTS, test as ownBrowser } from './extension';

export const test = ownBrowser.extend<object, { edition: LaunchedBrowser }>({
  edition: [
    async ({ fixtures }, use) => {
      const hosts = Object.fromEntries(HOSTS.map((host) => [host, fixtures.port]));
      const browser = await launch({ extension: EDITION_BUILD, hosts });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  extension: async ({ edition }, use) => {
    const before = new Set(edition.context.pages());
    await use(edition);
    for (const page of edition.context.pages()) if (!before.has(page)) await page.close();
  },
});
