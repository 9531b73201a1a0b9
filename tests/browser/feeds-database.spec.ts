/** The lists' database wiped, held by an older page, or broken: the embedded lists answer, and the feed comes back by itself. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contentOf, entryOf } from '../feeds/support/content';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD, expect } from './support/extension';
import { fingerprintOf, MAKERS, serve } from './support/feed-publisher';
import { ask, feedsOf, ringAlarm } from './support/ask';
import { stopWorker, test } from './support/feeds';
import type { Nginx } from './support/nginx';

/** In the feed alone, and in the embedded list. */
const OF_FEED = '0292 000 0555';
const EMBEDDED = '0833 109 259';

async function feedIn(nginx: Nginx, folder: string) {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const repository = await make(
    Date.now() - 3_600_000,
    await contentOf('2026.11.25', [entryOf('+842920000555')]),
  );
  serve(nginx, folder, repository);
  const address = `${nginx.address}${folder}/`;
  return { address, fingerprint: fingerprintOf(repository), scope: ['reported' as const] };
}

/** Which of the two numbers are reported. */
async function reported(page: Page): Promise<string[]> {
  const { verdict } = await ask(page, 'check', { text: `${OF_FEED}\n${EMBEDDED}` });
  return verdict.findings.flatMap((one) =>
    one.kind === 'phone' && one.standing.kind === 'reported' ? [one.raw] : [],
  );
}

/** The alarm rings until the feed is there again. */
async function expectBack(options: Page): Promise<void> {
  await ringAlarm(options);
  await expect
    .poll(async () => (await feedsOf(options)).feeds.map(({ entries }) => entries), { timeout: 20_000 })
    .toEqual([1]);
  await expect.poll(() => reported(options)).toEqual([OF_FEED, EMBEDDED]);
  expect((await feedsOf(options)).storeError).toBeUndefined();
}

/** Deletes the lists' database. With `old`, an older version of it stands there afterwards and is held open. */
async function wipe(page: Page, old: boolean): Promise<void> {
  await page.evaluate(async (older) => {
    const done = (request: IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error('refused'));
      });
    await done(indexedDB.deleteDatabase('canh-giac'));
    if (!older) return;
    const opening = indexedDB.open('canh-giac', 1);
    opening.onupgradeneeded = () => {
      for (const name of ['meta', 'generations', 'documents', 'reported']) {
        opening.result.createObjectStore(name);
      }
      const hidden = opening.result.createObjectStore('hidden', { autoIncrement: true });
      hidden.createIndex('key', 'key', { unique: true });
    };
    await done(opening);
    Object.assign(globalThis, { held: opening.result });
  }, old);
}

test('wiped: the embedded lists at once, the feed with the next alarm', async ({
  nginx,
  options,
  extension,
}) => {
  expect(await ask(options, 'feed-add', await feedIn(nginx, 'wiped'))).toEqual({});
  await stopWorker(extension, options);
  await wipe(options, false);
  expect(await reported(options)).toEqual([EMBEDDED]);
  await expectBack(options);
});

test('held by an older page: the options say so, the embedded lists answer, and all is back once it is closed', async ({
  nginx,
  options,
  extension,
}) => {
  expect(await ask(options, 'feed-add', await feedIn(nginx, 'held'))).toEqual({});
  // A page that asks nothing: otherwise the worker would be there again before the old database is.
  const old = await extension.context.newPage();
  await old.goto(extension.pageUrl('manifest.json'));
  await options.close();
  await stopWorker(extension, old);
  await wipe(old, true);
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('options.html'));
  await expect(page.getByText('Một trang cũ của tiện ích đang giữ danh sách.')).toBeVisible();
  expect(await reported(page)).toEqual([EMBEDDED]);
  await ringAlarm(page);
  expect(await reported(page)).toEqual([EMBEDDED]);
  await old.close();
  await expectBack(page);
});

test('broken on the disk: the options say so, the embedded lists answer; mended, all comes by itself', async ({
  nginx,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'canh-giac-broken-'));
  // A file where Chromium wants its folder of databases.
  const folder = join(profile, 'Default', 'IndexedDB');
  mkdirSync(join(profile, 'Default'));
  writeFileSync(folder, '');
  const browser = await launch({ extension: CHROME_BUILD, profile });
  try {
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('options.html'));
    await expect(page.getByText('Trình duyệt không cho lưu danh sách.')).toBeVisible();
    expect(await reported(page)).toEqual([EMBEDDED]);
    const feed = await feedIn(nginx, 'broken');
    expect(await ask(page, 'feed-add', feed)).toEqual({ error: 'ERR_FEED_STORE' });
    rmSync(folder);
    await ringAlarm(page);
    await expect(page.getByText('Trình duyệt không cho lưu danh sách.')).toHaveCount(0, { timeout: 20_000 });
    expect(await ask(page, 'feed-add', feed)).toEqual({});
    await expectBack(page);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
