/** One browser with the edition of the servers' names. */
import { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { test as base, type Page } from '@playwright/test';
import { APPS_BUILD, HOSTS } from './state';

export interface OpenPage {
  readonly page: Page;
  readonly world: ExtensionWorld;
}

export const test = base.extend<
  { open: (url: string) => Promise<OpenPage> },
  { browserOfApps: LaunchedBrowser }
>({
  browserOfApps: [
    async ({}, use) => {
      const browser = await launch({
        extension: APPS_BUILD,
        hosts: HOSTS,
        // As behind TLS, where such servers stand: Converse signs in by the page's own cryptography.
        args: ['--unsafely-treat-insecure-origin-as-secure=http://converse.apps.example'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ browserOfApps }, use) => {
    const pages: Page[] = [];
    await use(async (url) => {
      const page = await browserOfApps.context.newPage();
      pages.push(page);
      const world = await ExtensionWorld.open(page, browserOfApps.extensionId);
      await page.goto(url);
      return { page, world };
    });
    for (const page of pages) await page.close();
  },
});

export { expect } from '@playwright/test';

/** The card of the worst message is open. */
export const DANGER_CARD = `root?.querySelector('[role="dialog"].level-danger')`;
