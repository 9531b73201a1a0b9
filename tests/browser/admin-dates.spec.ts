/** Dates and keys that no longer hold: the reminder on the button, new dates, a key that was taken away. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { holderFile } from '../../lib/admin/keys/holder-file';
import { generateKeyPair, namedKey, signerOf } from '../../lib/lists/publish/keys';
import { propose, publicationFiles } from '../../lib/lists/publish/proposal';
import { signProposal } from '../../lib/lists/publish/signing';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { verifyFeed } from '../../scripts/feed/verify';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { openFeed } from '../unit/admin/support/feed';
import { expect, jsonFile, PASSPHRASE, publish, test } from './support/console';
import { loadKeys, readyFeed, type ReadyFeed } from './support/ready-feed';

const DAY = 86_400_000;

function put(root: string, files: ReadyFeed['files']): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

async function openByAddress(page: Page, address: string, fingerprint: string): Promise<void> {
  await page.getByLabel('Địa chỉ của nguồn').fill(address);
  await page.getByLabel('Dấu vân tay').fill(fingerprint);
  await page.getByRole('button', { name: 'Mở theo địa chỉ' }).click();
  await page.getByRole('navigation').waitFor();
}

async function badge(browser: LaunchedBrowser): Promise<unknown> {
  const worker = await browser.worker();
  return worker.evaluate(
    `Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then((both) => both.join(' | '))`,
  );
}

test('a feed whose dates ran out, and its root soon: the button counts it, the console guides to new dates', async ({
  apache,
  admin,
  console: page,
}) => {
  // The root holds a year, all else much shorter.
  const feed = await readyFeed({}, Date.now() - 340 * DAY);
  put(apache.root, feed.files);
  await expect(verifyFeed(apache.address, feed.fingerprint)).rejects.toMatchObject({
    code: 'ERR_FEED_EXPIRED',
  });
  expect(await badge(admin)).toMatch(/^ \|/);
  await openByAddress(page, apache.address, feed.fingerprint);
  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  await expect(page.locator('.expiry-over').first()).toContainText('đã hết hạn từ');
  await expect(page.locator('.expiry-soon')).toContainText('Khóa gốc');
  await expect(page.getByText('Khóa gốc cần ký lại.')).toBeVisible();
  // By the worker's own clock, without the console.
  await (await admin.worker()).evaluate(`chrome.action.setBadgeText({ text: '' })`);
  await (await admin.worker()).evaluate(`chrome.alarms.onAlarm.dispatch({ name: 'reminder' })`);
  await expect.poll(() => badge(admin)).toBe('1 | Quản trị danh sách: 1 nguồn cần ký lại hạn');

  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await loadKeys(page, feed);
  // The root first: its key comes from the file, signs, and does not stay.
  await expect(page.getByRole('button', { name: 'Khóa ký (đến hạn)' })).toBeVisible();
  await page.getByRole('button', { name: 'Ký lại hạn khóa gốc' }).click();
  const go = page.getByRole('button', { name: 'Ký hạn mới' });
  await expect(go).toBeDisabled();
  const roots = page.getByRole('region', { name: 'Chữ ký của khóa gốc' });
  await roots.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  const file = await holderFile(feed.keys, 'Danh sách có sẵn', new Date().toISOString(), PASSPHRASE);
  await roots.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', file));
  await go.click();
  await page.getByRole('button', { name: 'Đi tiếp' }).click();
  await publish(page, apache.address);
  // Browsers take nothing while the rest has run out, and that is said.
  await expect(page.getByText('Trình duyệt chưa nhận bản này.')).toBeVisible();
  await page.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByText('Khóa gốc cần ký lại.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Khóa ký', exact: true })).toBeVisible();
  // Then the rest, by the keys that are here.
  await page.getByRole('button', { name: 'Ký lại hạn' }).click();
  await publish(page, apache.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  await verifyFeed(apache.address, feed.fingerprint);
  const next = readMetadata('root', new Uint8Array(readFileSync(join(apache.root, 'metadata/2.root.json'))));
  expect(Date.parse(next.signed.expires)).toBeGreaterThan(Date.now() + 364 * DAY);
  await expect.poll(() => badge(admin)).toBe(' | Quản trị danh sách');
});

test('a key that the root keys took away: the console that has it signs nothing, its file brings none', async ({
  apache,
  console: page,
}) => {
  const feed = await readyFeed();
  put(apache.root, feed.files);
  await openByAddress(page, apache.address, feed.fingerprint);
  await loadKeys(page, feed);

  // Elsewhere the root keys name other keys.
  const open = await openFeed(feed.files, feed.fingerprint);
  const root = readMetadata('root', open.published.root).signed;
  const fresh = await generateKeyPair();
  const { id, key } = await namedKey(fresh.public);
  const only = { keyids: [id], threshold: 1 };
  const rootKeys = Object.entries(root.keys).filter(([one]) => root.roles.root.keyids.includes(one));
  const nextRoot = {
    ...root,
    version: 2,
    keys: Object.fromEntries([...rootKeys, [id, key] as const]),
    roles: { root: root.roles.root, targets: only, snapshot: only, timestamp: only },
  };
  const rootPair = feed.keys.find(({ role }) => role === 'root')?.pair;
  if (!rootPair) throw new Error('no root key');
  const now = Date.now();
  const { proposal } = await signProposal(
    await propose(open.published, { nextRoot }, now),
    [await signerOf(rootPair), await signerOf(fresh)],
    now,
  );
  put(apache.root, await publicationFiles(proposal));
  await verifyFeed(apache.address, feed.fingerprint);

  // Not knowing yet, it is stopped where it publishes.
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByRole('button', { name: 'Ký lại hạn' }).click();
  await publish(page, apache.address);
  await expect(page.getByText('Khóa của nguồn đã được thay ở nơi khác.')).toBeVisible();
  await verifyFeed(apache.address, feed.fingerprint);

  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  await openByAddress(page, apache.address, feed.fingerprint);
  await page.getByRole('button', { name: 'Khóa ký' }).click();
  await expect(page.getByText('có trên máy này:')).toHaveCount(0);
  await loadKeys(page, feed, 'Khóa trong tệp không được nguồn này cho ký');
});
