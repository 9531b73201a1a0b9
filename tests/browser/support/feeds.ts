/** Fixtures for feeds in Chromium: an nginx for each worker, the options page, and the end of the worker. */
import type { Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../../scripts/browser/launch';
import type { Reader } from '../feed-cases/case';
import { startNginx, type Nginx } from './nginx';
import { test as base } from './extension';

interface FeedFixtures {
  options: Page;
  /** For the cases that are played in both browsers. */
  reader: Reader;
}

export const test = base.extend<FeedFixtures, { nginx: Nginx }>({
  nginx: [
    async ({}, use) => {
      const nginx = await startNginx();
      await use(nginx);
      await nginx.close();
    },
    { scope: 'worker' },
  ],
  options: async ({ extension }, use) => {
    const page = await extension.context.newPage();
    await page.goto(extension.pageUrl('options.html'));
    await page.locator('h1').waitFor();
    await use(page);
  },
  reader: async ({ extension, options }, use) => {
    await use({
      options,
      open: async (path) => {
        const page = await extension.context.newPage();
        await page.goto(extension.pageUrl(path));
        return page;
      },
      inBackground: async (statements) =>
        (await extension.worker()).evaluate(`(() => { const scope = globalThis; ${statements} })()`),
      stopBackground: () => stopWorker(extension, options),
    });
  },
});

/** Ends the worker, as Chromium does whenever it likes. */
export async function stopWorker({ context }: LaunchedBrowser, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
