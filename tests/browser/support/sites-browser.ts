/** One browser for a whole file of sites: starting it takes longer than reading a page. */
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { serveFixtures } from '../../../scripts/browser/fixture-server';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { SITE_CASES } from '../sites/table';
import { EDITION_BUILD, FIXTURES, type OpenPage } from './extension';

interface ForFile {
  browserOfSites: LaunchedBrowser;
}

interface ForTest {
  open: (url: string) => Promise<OpenPage>;
}

export const test = base.extend<ForTest, ForFile>({
  browserOfSites: [
    async ({}, use) => {
      const server = await serveFixtures(join(FIXTURES, 'sites'));
      const hosts = Object.fromEntries(SITE_CASES.map(({ host }) => [host, server.port]));
      const browser = await launch({ extension: EDITION_BUILD, hosts });
      await use(browser);
      await browser.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ browserOfSites }, use) => {
    const pages: Page[] = [];
    await use(async (url) => {
      const page = await browserOfSites.context.newPage();
      pages.push(page);
      const world = await ExtensionWorld.open(page, browserOfSites.extensionId);
      await page.goto(url);
      return { page, world };
    });
    for (const page of pages) await page.close();
  },
});

export { expect } from '@playwright/test';
