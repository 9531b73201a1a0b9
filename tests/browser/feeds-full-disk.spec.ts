/** A disk that is really full: a clear state, lists that answer, and room brings the new ones by itself. */
import type { Page } from '@playwright/test';
import { formatNumber } from '../../lib/numbers/format';
import { numberOf } from '../../lib/lists/compact/number-key';
import { generate } from '../bench/lists/generate';
import { CompactFeed } from './support/compact-feed';
import { expect } from './support/extension';
import { ask, feedsOf, letPollTimeCome, onlyFeed, refusalText, ringAlarm } from './support/ask';
import { stopWorker } from './support/feeds';
import { test } from './support/small-disk';
import type { Nginx } from './support/nginx';

const SMALL = generate(20_000, 7);
const LARGE = generate(400_000, 8);
const isMobile = (key: number) => key >= 3e8 && key < 1e9;
const ONLY_SMALL = SMALL.keys.find((key) => isMobile(key) && !LARGE.keys.includes(key)) ?? 0;
const ONLY_LARGE = LARGE.keys.find((key) => isMobile(key) && !SMALL.keys.includes(key)) ?? 0;
/** In the list that came with the extension. */
const EMBEDDED = '0833 109 259';

/** A feed with the smaller list, which is followed. */
async function smallFeed(nginx: Nginx, page: Page): Promise<CompactFeed> {
  const feed = await CompactFeed.start(nginx);
  await feed.publish('2026.11.3', SMALL);
  const chosen = { address: nginx.address, fingerprint: feed.id, scope: ['reported' as const] };
  expect(await ask(page, 'feed-add', chosen)).toEqual({});
  return feed;
}

/** Whether the three numbers are reported: of the smaller list, of the larger, of the embedded. */
async function reported(page: Page): Promise<boolean[]> {
  const numbers = [...[ONLY_SMALL, ONLY_LARGE].map((key) => formatNumber(numberOf(key))), EMBEDDED];
  const { verdict } = await ask(page, 'check', { text: numbers.join('\n') });
  return verdict.findings.map((one) => one.kind === 'phone' && one.standing.kind === 'reported');
}

test('a larger list finds no room: the smaller one goes on to answer, and room brings the larger', async ({
  disk,
  page,
  nginx,
}) => {
  const feed = await smallFeed(nginx, page);
  expect(await reported(page)).toEqual([true, false, true]);
  await feed.publish('2026.11.4', LARGE);
  disk.fill(18_000_000);
  await ask(page, 'feed-update', { id: feed.id });
  expect(await onlyFeed(page)).toMatchObject({
    ...{ state: 'stale', error: 'ERR_FEED_STORE_FULL', version: '2026.11.3', entries: 20_000 },
  });
  await expect(page.locator('.feed-state')).toContainText(refusalText('ERR_FEED_STORE_FULL'));
  expect(await reported(page)).toEqual([true, false, true]);

  disk.empty();
  await letPollTimeCome(page);
  // The list goes live a moment before its feed is noted as fresh.
  await expect
    .poll(() => onlyFeed(page), { timeout: 30_000 })
    .toMatchObject({ version: '2026.11.4', state: 'fresh', entries: 400_000 });
  expect(await reported(page)).toEqual([false, true, true]);
});

test('full to the last byte, the browser opens no database: the embedded list answers, and room brings all back', async ({
  disk,
  page,
  nginx,
}) => {
  test.setTimeout(150_000);
  const feed = await smallFeed(nginx, page);
  await feed.publish('2026.11.4', LARGE);
  // The browser itself frees what it can: the disk is filled up again until the database does not open any more.
  const refused = async () => {
    disk.fill(0);
    await ask(page, 'feed-update', { id: feed.id }).catch(() => undefined);
    await stopWorker(disk.browser, page);
    return (await feedsOf(page)).storeError;
  };
  await expect.poll(refused, { timeout: 60_000 }).toBe('ERR_STORE_QUOTA');
  await expect(page.getByText('Ổ đĩa đã đầy nên chưa lưu được danh sách.')).toBeVisible();
  expect(await reported(page)).toEqual([false, false, true]);

  disk.empty();
  await ringAlarm(page);
  await expect.poll(() => reported(page), { timeout: 30_000 }).toEqual([true, false, true]);
  // A try in between may have met the full disk still, and waits for minutes; a new worker asks again.
  const later = async () => {
    await stopWorker(disk.browser, page);
    await letPollTimeCome(page);
    return reported(page);
  };
  await expect.poll(later, { timeout: 60_000, intervals: [3_000] }).toEqual([false, true, true]);
  expect((await feedsOf(page)).storeError).toBeUndefined();
});
