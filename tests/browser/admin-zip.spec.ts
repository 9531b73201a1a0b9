/** A .zip of a feed whose address is known: the live feed is looked at before it is made, and what is said where nobody can look. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { blocksOf } from '../../lib/lists/compact/whole-set';
import { verifyFeed } from '../../scripts/feed/verify';
import { EDITOR, expect, paste, sign, test } from './support/console';
import type { DavServer } from './support/dav-server';
import { loadKeys, openReady, readyFeed, type ReadyFeed } from './support/ready-feed';
import { addNumber, filesOf, openFeed, signersOf } from '../unit/admin/support/feed';

/** Puts files up as a person does who unpacks them on the server. */
function putUp(root: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

/** A feed lies on the server: opens it at its address, loads its keys, signs one number more, and chooses a .zip. */
async function signed(page: Page, { root, address }: DavServer): Promise<ReadyFeed> {
  const feed = await readyFeed();
  putUp(root, feed.files);
  await page.getByLabel('Địa chỉ của nguồn').fill(address);
  await page.getByLabel('Dấu vân tay').fill(feed.fingerprint);
  await page.getByRole('button', { name: 'Mở theo địa chỉ' }).click();
  await page.getByRole('button', { name: 'Khóa ký' }).waitFor();
  await loadKeys(page, feed);
  await paste(page, '0912 345 678');
  await sign(page);
  await page.getByLabel('Cách đưa lên').selectOption('zip');
  return feed;
}

const publish = (page: Page) => page.getByRole('button', { name: 'Công bố', exact: true });

/** The files of the .zip that is saved. */
async function saveZip(page: Page): Promise<[path: string, bytes: Uint8Array][]> {
  const [saved] = await Promise.all([page.waitForEvent('download'), publish(page).click()]);
  return Object.entries(unzipSync(readFileSync(await saved.path())));
}

const NUMBERS = ['+84912345678', '+842920000222'];

test('without a network it is made all the same, and what nobody could look at is said; the next look tells', async ({
  apache,
  console: page,
}) => {
  await signed(page, apache);
  await apache.stop();
  const files = await saveZip(page);
  await expect(page.getByRole('status').filter({ hasText: 'Chưa đọc được nguồn ở' })).toContainText(
    'chưa biết có ai công bố trước hay không. Hãy kiểm tra mạng, rồi bấm “Xem lại”.',
  );
  await apache.start();
  const again = page.getByRole('button', { name: 'Xem lại', exact: true });
  await again.click();
  await expect(page.getByText('chưa có phiên bản này')).toBeVisible();
  putUp(apache.root, files);
  await again.click();
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
});

test('what a colleague published meanwhile is merged before anything is saved', async ({
  apache,
  console: page,
}) => {
  const feed = await signed(page, apache);
  const open = await openFeed(feed.files, feed.fingerprint);
  const theirs = await addNumber(open, NUMBERS[1] ?? '', await signersOf(feed, EDITOR), Date.now());
  putUp(apache.root, await filesOf(theirs, open));
  const saved: string[] = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  await publish(page).click();
  const merged = page.getByRole('region', { name: /^Đồng nghiệp đã công bố phiên bản/ });
  await expect(merged).toContainText('1 số mới');
  expect(saved).toEqual([]);

  await sign(page);
  await page.getByLabel('Cách đưa lên').selectOption('zip');
  putUp(apache.root, await saveZip(page));
  const { content } = await verifyFeed(apache.address, feed.fingerprint);
  expect([...(content.reported?.entries.keys() ?? [])].sort()).toEqual([...NUMBERS].sort());
});

test('the list says where a feed has a compact set beside it, and how that is edited', async ({
  console: page,
}) => {
  const hint = page.getByText('Nguồn này còn có bộ số rút gọn.');
  await openReady(page, await readyFeed());
  await page.getByText('Danh sách còn trống').waitFor();
  await expect(hint).toHaveCount(0);
  const blocks = blocksOf({ keys: Float64Array.of(842920000111), records: Uint32Array.of(0) });
  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  await openReady(page, await readyFeed({ numbers: { categories: ['advertising'], blocks } }));
  await expect(hint).toContainText('giữ nguyên bộ ấy khi công bố');
  await expect(hint.getByText('npm run feed -- import … --compact')).toBeVisible();
});
