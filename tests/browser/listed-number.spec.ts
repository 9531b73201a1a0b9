/**
 * A number of a large list, as people meet it: what its entry says in the popup, the side panel and the card; how the
 * background answers, and that nothing stays of what was looked up.
 */
import type { Page } from '@playwright/test';
import { keyOf } from '../../lib/lists/compact/number-key';
import { packRecord, countClass, type Status } from '../../lib/lists/compact/record';
import { stateOfEntries } from '../../lib/lists/reported/state';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { ask } from './support/ask';
import { CompactFeed } from './support/compact-feed';
import { expect } from './support/extension';
import { test } from './support/feeds';
import type { Nginx } from './support/nginx';

/** The month so many months ago, `2026-03`. */
function month(ago: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7);
}

/** As people read it: 'tháng 3/2026'. */
const said = (iso: string) => `tháng ${String(Number(iso.slice(5)))}/${iso.slice(0, 4)}`;

const FRESH = '+84912000111';
const OLD = '+84912000222';
const MANY = Array.from({ length: 50 }, (_, i) => `+8491${String(2_100_000 + i * 997)}`);
const asTyped = (number: string) => number.replace('+84', '0');

function record(first: number, last: number, count: number, status: Status): number {
  const months = { first: month(first), last: month(last) };
  return packRecord({ category: 1, ...months, count: countClass(count), status });
}

const PRINTED = {
  number: FRESH,
  category: 'bank_impersonation',
  pretends: { vi: 'Tự xưng nhân viên ngân hàng, xin mã OTP', en: 'Pose as bank staff and ask for the OTP' },
  authority: 'Công an thử nghiệm',
  publisher: 'Báo thử nghiệm',
  url: 'https://bao.example.vn/canh-bao',
  date: month(1),
  strength: 'strong' as const,
};

async function followList(nginx: Nginx, options: Page): Promise<void> {
  const records = new Map([
    [keyOf(FRESH) ?? 0, record(8, 1, 12, 'confirmed')],
    [keyOf(OLD) ?? 0, record(70, 60, 1, 'disputed')],
    ...MANY.map((number) => [keyOf(number) ?? 0, record(5, 2, 100, 'reported')] as const),
  ]);
  for (let i = 0; records.size < 20_000; i++)
    records.set(700_000_000 + i * 7919, record(9, 3, 2, 'reported'));
  const keys = Float64Array.from(records.keys()).sort();
  const feed = await CompactFeed.start(nginx);
  const entries = { keys, records: Uint32Array.from(keys, (key) => records.get(key) ?? 0) };
  await feed.publish('2026.11.1', entries, stateOfEntries([PRINTED]));
  const added = { address: nginx.address, fingerprint: feed.id, scope: ['reported' as const] };
  expect(await ask(options, 'feed-add', added)).toEqual({});
}

const LISTED = [
  `Có từ 10 phản ánh trở lên, từ ${said(month(8))} đến ${said(month(1))}.`,
  'Nguồn: Danh sách thử.',
  'Loại phản ánh: mạo danh ngân hàng.',
  'Đã có cơ quan xác nhận.',
  'Số bị ghi nhầm? Hãy viết cho thu@example.test.',
  // The single entry beside it, with its source and its note.
  `Từng bị phản ánh, ${said(month(1))}, theo Công an thử nghiệm.`,
  'Báo thử nghiệm',
  'Tự xưng nhân viên ngân hàng, xin mã OTP',
];

/** All that the extension keeps anywhere, but for its feeds; bytes as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const areas = (
      globalThis as unknown as { chrome: { storage: Record<string, { get(key: null): unknown }> } }
    ).chrome.storage;
    const all: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const area of ['local', 'session', 'sync']) all.push(await areas[area]?.get(null));
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not read'));
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ''));
      for (const store of [...db.objectStoreNames].filter((one) => one !== 'feeds')) {
        const objects = db.transaction(store).objectStore(store);
        all.push(name, store, await done(objects.getAllKeys()), await done(objects.getAll()));
      }
      db.close();
    }
    return JSON.stringify(all);
  });
}

/** Counts in the background what it reads of blocks from now on. */
async function countReads(extension: LaunchedBrowser): Promise<() => Promise<readonly [number, number]>> {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const counted = globalThis as unknown as { blockReads: number; lookUps: number };
    Object.assign(counted, { blockReads: 0, lookUps: 0 });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
    const [get, transaction] = [IDBObjectStore.prototype.get, IDBDatabase.prototype.transaction];
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === 'blocks') counted.blockReads++;
      return get.call(this, key);
    };
    IDBDatabase.prototype.transaction = function (stores, ...rest) {
      if (Array.isArray(stores) && stores.includes('blocks')) counted.lookUps++;
      return transaction.call(this, stores, ...rest);
    };
  });
  return () =>
    worker.evaluate(() => {
      const counted = globalThis as unknown as { blockReads: number; lookUps: number };
      const now = [counted.blockReads, counted.lookUps] as const;
      Object.assign(counted, { blockReads: 0, lookUps: 0 });
      return now;
    });
}

for (const path of ['popup.html', 'sidepanel.html']) {
  test(`${path}: all that the entry of a listed number holds`, async ({ nginx, options, extension }) => {
    await followList(nginx, options);
    const page = await extension.context.newPage();
    await page.goto(extension.pageUrl(path));
    await page.locator('textarea').fill(`Gọi lại ${asTyped(FRESH)}`);
    const entry = page.locator('.check-result li.number');
    for (const words of LISTED) await expect(entry).toContainText(words);
    await page.locator('textarea').fill(`Gọi lại ${asTyped(OLD)}`);
    await expect(entry).toContainText(`từ ${said(month(70))} đến ${said(month(60))}`);
    for (const words of ['Chủ số đang khiếu nại mục này.', 'Phản ánh cuối cùng đã lâu.']) {
      await expect(entry).toContainText(words);
    }
  });
}

test('the card: the same; and nothing stays of what was looked up', async ({ nginx, options, open }) => {
  await followList(nginx, options);
  // The first text that is judged opens the databases, which stay empty.
  await ask(options, 'check', { text: 'Chiều nay họp lúc 14h' });
  const before = await kept(options);
  await ask(options, 'check', { text: MANY.map(asTyped).join(', ') });
  await ask(options, 'check', { text: asTyped(FRESH) });
  expect(await kept(options)).toBe(before);

  const { page, world } = await open('https://x.com/plain');
  await page.evaluate(
    (text) => {
      const article = document.createElement('article');
      const words = document.createElement('div');
      article.dataset.testid = 'tweet';
      words.dataset.testid = 'tweetText';
      words.textContent = text;
      article.append(words);
      const column = document.createElement('main');
      column.dataset.testid = 'primaryColumn';
      column.append(article);
      document.body.append(column);
    },
    `Công an điều tra đây, chuyển tiền ngay vào tài khoản tạm giữ, gọi ${asTyped(FRESH)} không được nói với ai.`,
  );
  const cardText = async () => (await world.cardText()) ?? '';
  await expect.poll(cardText).toContain('0912 000 111');
  for (const words of LISTED) await expect.poll(cardText).toContain(words);
  // The list has the number, and nothing else has.
  const named = (text: string) => text.match(/912.?000.?111/g)?.length ?? 0;
  expect(named(before)).toBeGreaterThan(0);
  expect(named(await kept(options))).toBe(named(before));
});

test('fifty numbers: one question, a few blocks, and none when they come again', async ({
  nginx,
  options,
  extension,
}) => {
  await followList(nginx, options);
  const reads = await countReads(extension);
  const text = MANY.map(asTyped).join(', ');
  const { verdict } = await ask(options, 'check', { text });
  const phones = verdict.findings.filter((finding) => finding.kind === 'phone');
  expect(phones.map(({ standing }) => standing.kind)).toEqual(MANY.map(() => 'reported'));
  const [blocks, questions] = await reads();
  expect(questions).toBe(1);
  // The fifty lie close together.
  expect(blocks).toBeGreaterThan(0);
  expect(blocks).toBeLessThanOrEqual(4);
  await ask(options, 'check', { text });
  expect((await reads())[0]).toBe(0);
});
