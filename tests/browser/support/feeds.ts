/** Fixtures for feeds: an nginx for each worker, the options page, and ways to make time pass. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FeedsView, FeedView } from '../../../lib/lists/feed/view';
import type { Arguments, Reply, RequestName, Results } from '../../../lib/messages';
import type { LaunchedBrowser } from '../../../scripts/browser/launch';
import { startNginx, type Nginx } from './nginx';
import { test as base } from './extension';
import { LET_POLL_TIME_COME, RING_ALARM } from './poll-time';

interface FeedFixtures {
  options: Page;
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
});

/** Asks the background as the extension's own pages do. Throws where it refuses. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  args: Arguments<N>,
): Promise<Results[N]> {
  const reply = await page.evaluate<Reply<N>>(
    `chrome.runtime.sendMessage(${JSON.stringify({ name, args })})`,
  );
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.message}`);
  return reply.value;
}

/** What is shown of the feeds. */
export function feedsOf(page: Page): Promise<FeedsView> {
  return ask(page, 'feeds', {});
}

/** What is shown of the only feed. */
export async function onlyFeed(page: Page): Promise<FeedView> {
  const { feeds } = await feedsOf(page);
  const [feed] = feeds;
  if (!feed || feeds.length > 1) throw new Error(`${feeds.length} feeds`);
  return feed;
}

/** Makes every feed due and rings the alarm: what the clock does after some minutes. */
export async function letPollTimeCome(page: Page): Promise<void> {
  await page.evaluate(LET_POLL_TIME_COME);
}

/** Rings the alarm now. */
export async function ringAlarm(page: Page): Promise<void> {
  await page.evaluate(RING_ALARM);
}

/** Ends the worker, as Chromium does whenever it likes. */
export async function stopWorker({ context }: LaunchedBrowser, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

const VI = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../lib/i18n/vi/feeds.json'), 'utf8'),
) as Record<string, string>;

/** What the options say in Vietnamese of a refusal. */
export function refusalText(code: string): string {
  const text = VI[`error_${code}`];
  if (text === undefined) throw new Error(`no text for ${code}`);
  return text;
}
