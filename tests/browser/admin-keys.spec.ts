/** Keys that change in the console, step by step, and a client with the old root that updates through. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeKeys } from '../../lib/admin/keys/ceremony';
import { prepareRoot } from '../../lib/admin/keys/change';
import { holderFile } from '../../lib/admin/keys/holder-file';
import type { Files } from '../../lib/lists/publish/proposal';
import { proposalFile } from '../../lib/lists/publish/proposal-file';
import { openFeed } from '../unit/admin/support/feed';
import { EDITOR, expect, jsonFile, PASSPHRASE, paste, publish, saveKeys, test } from './support/console';
import { outsideClient } from './support/outside-client';
import { loadKeys, openReady, readyFeed, type ReadyFeed } from './support/ready-feed';

function upload(files: Files, root: string): void {
  for (const [path, bytes] of files) {
    const at = join(root, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }
}

/** A file that waits for root signatures: it puts a stranger's root key in the place of the only one. */
async function takeOver({ files, fingerprint }: ReadyFeed): Promise<string> {
  const open = await openFeed(files, fingerprint);
  const one = { holders: ['Lạ'], threshold: 1 };
  const made = await makeKeys({ root: one, targets: one, snapshot: one, timestamp: one });
  const out = { role: 'root' as const, ids: open.root.roles.root.keyids, holders: ['Lạ'], threshold: 1 };
  const root = made.filter(({ role }) => role === 'root');
  return new TextDecoder().decode(
    proposalFile((await prepareRoot(open, out, root, [], Date.now())).proposal),
  );
}

test('a stolen key is replaced, then a second holder must sign too: an outside client with the old root comes along', async ({
  apache,
  console: page,
}) => {
  test.slow();
  const feed = await readyFeed();
  upload(feed.files, apache.root);
  const client = outsideClient(apache.address, apache.root);
  try {
    await client.update();
    await openReady(page, feed);
    await loadKeys(page, feed);
    // What a colleague's file would do to the root is said before it is signed, and again beside the root key's file.
    await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
    await page.locator('input[type=file]').setInputFiles(jsonFile('cho-ky.json', await takeOver(feed)));
    const change = page.locator('.root-change');
    await expect(change).toContainText('Không còn khóa gốc cũ nào.');
    await expect(change.getByRole('listitem').filter({ hasText: /^Bỏ khóa/ })).toHaveCount(1);
    await expect(change.getByRole('listitem').filter({ hasText: /^Thêm khóa/ })).toHaveCount(1);
    await page.getByRole('button', { name: 'Ký', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Rút lại' })).toBeVisible();
    await expect(change).toContainText('Không còn khóa gốc cũ nào.');
    await page.getByRole('button', { name: 'Rút lại' }).click();

    await page.getByRole('navigation').getByRole('button', { name: 'Khóa ký' }).click();
    await page.getByRole('button', { name: 'Thay khóa' }).click();
    const make = page.getByRole('button', { name: 'Tạo khóa mới' });
    // Nothing is chosen: that is what is said, and no key comes.
    await expect(page.getByText('Hãy chọn khóa bị mất hoặc bị lộ.')).toBeVisible();
    await expect(page.getByText('Hiện nay là 1. Sau thay đổi này có 1 khóa.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tiếp tục' })).toBeDisabled();
    await page.getByLabel('Khóa bị lộ').check();
    // The only root key: nobody could sign without it, and whoever has it can publish.
    await page.getByLabel('Loại khóa').selectOption('Khóa gốc');
    await page.getByRole('group', { name: 'Khóa nào bị bỏ' }).getByRole('checkbox').check();
    await expect(page.getByText('Kẻ lấy khóa có thể đã công bố được.')).toBeVisible();
    await page.getByLabel('Khóa bị mất').check();
    await expect(page.getByText('Số khóa gốc còn lại không đủ để ký.')).toBeVisible();
    await expect(make).toBeDisabled();
    await page.getByLabel('Khóa bị lộ').check();
    await page.getByLabel('Loại khóa').selectOption('Khóa nội dung');
    await page.getByRole('group', { name: 'Khóa nào bị bỏ' }).getByRole('checkbox').check();
    await make.click();

    const signing = page.getByRole('button', { name: 'Ký thay đổi' });
    await saveKeys(page, EDITOR);
    await expect(signing).toBeDisabled();
    const roots = page.getByRole('region', { name: 'Chữ ký của khóa gốc' });
    const openRoot = async () => {
      await roots.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
      await roots.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', file));
      await expect(roots).toContainText('có 1 chữ ký, cần 1');
    };
    const file = await holderFile(feed.keys, 'Danh sách có sẵn', new Date().toISOString(), PASSPHRASE);
    await roots.getByLabel('Mật khẩu của tệp khóa').fill('mật khẩu không đúng');
    await roots.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', file));
    await expect(roots.getByRole('alert')).toContainText('Mật khẩu chưa đúng');
    await openRoot();
    await signing.click();
    await page.getByRole('button', { name: 'Đi tiếp' }).click();
    await publish(page, apache.address);
    await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
    await client.update();
    const stolen = feed.keys.find(({ role }) => role === 'targets')?.pair.public ?? '';
    expect(readFileSync(join(apache.root, 'metadata/2.root.json'), 'utf8')).not.toContain(stolen);

    // The console signs with the new key, and has the old one no more.
    await page.getByRole('button', { name: 'Xong' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Khóa ký' }).click();
    await expect(page.getByText(`có trên máy này: ${EDITOR}`)).toHaveCount(3);
    await expect(page.getByText(stolen.slice(0, 4), { exact: false })).toHaveCount(0);

    // From now on two people sign the content.
    const second = 'Trần Thị Bình';
    await page.getByRole('button', { name: 'Thay khóa' }).click();
    await page.getByLabel('Không mất, không lộ').check();
    await expect(page.getByText('Hãy chọn khóa bị bỏ, thêm người giữ')).toBeVisible();
    await page.getByLabel('Số người phải ký', { exact: true }).fill('2');
    await expect(page.getByText('Số người phải ký chưa hợp với số người giữ.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tiếp tục' })).toBeDisabled();
    await page.getByLabel('Người giữ khóa mới').fill(second);
    await expect(page.getByText('Hiện nay là 1. Sau thay đổi này có 2 khóa.')).toBeVisible();
    await make.click();
    await saveKeys(page, second);
    await expect(change).toContainText('Số người phải ký: hiện nay 1, từ nay 2.');
    await expect(change).toContainText(second);
    await openRoot();
    await signing.click();
    await page.getByRole('button', { name: 'Đi tiếp' }).click();
    await publish(page, apache.address);
    await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
    await client.update();
    await page.getByRole('button', { name: 'Xong' }).click();
    await paste(page, '0292 000 0111');
    await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
    await page.getByRole('button', { name: 'Ký và công bố' }).click();
    await expect(page.getByText('Khóa nội dung: có 1 chữ ký, cần 2.')).toBeVisible();
  } finally {
    client.close();
  }
});
