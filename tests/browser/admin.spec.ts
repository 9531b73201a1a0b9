/** The administrators' console in a real Chromium, publishing to a real Apache: from the key ceremony to the feed. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFeed } from '../../scripts/feed/verify';
import { launch } from '../../scripts/browser/launch';
import {
  ADMIN_BUILD,
  expect,
  jsonFile,
  makeFeed,
  openConsole,
  PASSPHRASE,
  paste,
  publish,
  sign,
  test,
} from './support/console';
import { acceptedByOutsideClient } from './support/outside-client';

function fingerprint(root: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, 'metadata/1.root.json')))
    .digest('hex');
}

test('a feed is made, filled and published, and an outside client accepts it', async ({
  apache,
  console: page,
}) => {
  await makeFeed(page, 'Danh sách thử');
  await paste(page, 'Gọi từ 0912 345 678 rồi 0868.111.222; báo 113. Số che: 0912xxx678.');
  await sign(page);
  await publish(page, apache.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();

  const { content } = await verifyFeed(apache.address, fingerprint(apache.root));
  expect([...(content.reported?.entries.keys() ?? [])]).toEqual(['+84868111222', '+84912345678']);

  await acceptedByOutsideClient(apache.address, apache.root);
});

test('two administrators at once: the second is told, both versions are merged, what both changed is chosen', async ({
  apache,
  console: page,
}) => {
  // Two browsers, and a key file that is locked and opened five times.
  test.slow();
  const { keys } = await makeFeed(page, 'Danh sách chung');
  await paste(page, '0912 345 678');
  await sign(page);
  await publish(page, apache.address);
  await page.getByRole('button', { name: 'Xong' }).click();

  // The colleague opens the feed by its address, with the same keys, in another profile of the browser.
  const second = await launch({ extension: ADMIN_BUILD });
  const colleague = await openConsole(second, 'Trần Thị Bình');
  await colleague.getByLabel('Địa chỉ của nguồn').fill(apache.address);
  await colleague.getByLabel('Dấu vân tay').fill(fingerprint(apache.root));
  await colleague.getByRole('button', { name: 'Mở theo địa chỉ' }).click();
  await colleague.getByRole('button', { name: 'Khóa ký' }).click();
  await colleague.getByLabel('Mật khẩu của tệp khóa').fill('mật khẩu không đúng');
  await colleague.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', keys));
  await expect(colleague.getByText('Mật khẩu chưa đúng')).toBeVisible();
  await colleague.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  await colleague.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', keys));
  await expect(colleague.getByText('có trên máy này: Nguyễn Văn An').first()).toBeVisible();
  // Each adds a number, and each changes the one that is there: one its category, the other takes it out.
  await paste(colleague, '0868 111 222');
  await colleague.getByRole('button', { name: '0912 345 678' }).click();
  await colleague.getByLabel('Loại').first().fill('gia-danh-thue');
  await colleague.getByLabel('Lý do thay đổi').first().fill('Đọc lại đơn');
  await colleague.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await sign(colleague);

  await paste(page, '0977 000 111');
  await page.getByLabel('Chọn số 0912 345 678').check();
  const remove = page.getByRole('button', { name: 'Gỡ 1 số đã chọn' });
  await remove.first().click();
  await page.getByLabel('Lý do thay đổi').fill('Người dân đính chính');
  await remove.last().click();
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByLabel(/^Lần này gỡ 1 số/).check();
  await page.getByRole('button', { name: 'Ký và công bố' }).click();
  await publish(page, apache.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();

  await publish(colleague, apache.address);
  const merged = colleague.getByRole('region', { name: /^Đồng nghiệp đã công bố phiên bản/ });
  await expect(merged).toContainText('1 số mới');
  await expect(merged.getByText('0977 000 111')).toBeHidden();
  await merged.getByText('1 số của đồng nghiệp').click();
  await expect(merged.getByText('0977 000 111')).toBeVisible();
  const go = colleague.getByRole('button', { name: 'Ký và công bố' });
  await expect(go).toBeDisabled();
  await expect(colleague.getByText('Còn 1 mục phải chọn trước khi ký.')).toBeVisible();
  const choice = merged.getByRole('group', { name: '0912 345 678' });
  await expect(choice.getByText('gỡ mục này')).toBeVisible();
  await choice.getByLabel('Lấy của đồng nghiệp').click();
  await expect(choice.getByLabel('Lấy của đồng nghiệp')).toBeChecked();
  await expect(colleague.getByText('số sửa')).toBeHidden();
  await choice.getByLabel('Giữ của tôi').focus();
  await colleague.keyboard.press('Space');
  await expect(choice.getByLabel('Giữ của tôi')).toBeChecked();
  await expect(go).toBeEnabled();
  await sign(colleague);
  await publish(colleague, apache.address);
  await expect(colleague.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  const { content } = await verifyFeed(apache.address, fingerprint(apache.root));
  const entries = content.reported?.entries;
  expect([...(entries?.keys() ?? [])]).toEqual(['+84868111222', '+84912345678', '+84977000111']);
  expect(entries?.get('+84912345678')?.join()).toContain('gia-danh-thue');
  await acceptedByOutsideClient(apache.address, apache.root);

  // The colleague's history: the version from here, and after a look at the feed those of the other computer.
  await colleague.getByRole('button', { name: 'Xong' }).click();
  await colleague.getByRole('button', { name: 'Lịch sử' }).click();
  await expect(colleague.locator('.history > li')).toHaveCount(1);
  await colleague.getByRole('button', { name: 'Tìm phiên bản của máy khác' }).click();
  await expect(colleague.getByText('Tìm thấy 2 phiên bản.')).toBeVisible();
  await expect(colleague.locator('.history > li').nth(1)).toContainText('Công bố từ máy khác.');
  await expect(colleague.locator('.history > li').nth(1)).toContainText('1 số mới, 1 số gỡ');
  await second.close();
});

test('a server that goes away in the middle: the old version stays whole, and publishing goes on', async ({
  apache,
  admin,
  console: page,
}) => {
  await makeFeed(page, 'Danh sách bền');
  await paste(page, '0912 345 678');
  await sign(page);
  await publish(page, apache.address);
  await page.getByRole('button', { name: 'Xong' }).click();
  const before = await verifyFeed(apache.address, fingerprint(apache.root));

  await paste(page, '0868 111 222');
  await sign(page);
  await apache.stop();
  await publish(page, apache.address);
  await expect(page.getByRole('alert')).toContainText('Mất kết nối');
  await page.close();
  await apache.start();
  expect((await verifyFeed(apache.address, fingerprint(apache.root))).timestamp).toBe(before.timestamp);

  const again = await openConsole(admin, 'Nguyễn Văn An');
  await again.getByRole('button', { name: 'Mở', exact: true }).click();
  await again.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await expect(again.getByText(/^Lần công bố phiên bản .* chưa xong$/)).toBeVisible();
  await again.getByRole('button', { name: 'Đi tiếp' }).click();
  await publish(again, apache.address);
  await expect(again.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  const { content } = await verifyFeed(apache.address, fingerprint(apache.root));
  expect([...(content.reported?.entries.keys() ?? [])]).toEqual(['+84868111222', '+84912345678']);
  expect(
    readdirSync(join(apache.root, 'metadata')).filter((name) => name.endsWith('.targets.json')),
  ).toHaveLength(3);

  // History, and the way back as a new version.
  await again.getByRole('button', { name: 'Xong' }).click();
  await again.getByRole('button', { name: 'Lịch sử' }).click();
  await again.getByRole('button', { name: 'Lấy lại nội dung này' }).click();
  await expect(again.getByText('1 số gỡ').first()).toBeVisible();
  // Over a draft it is asked first.
  await again.getByRole('button', { name: 'Lịch sử' }).click();
  await again.getByRole('button', { name: 'Lấy lại nội dung này' }).click();
  await expect(again.getByText('Bản nháp hiện có (1 thay đổi) sẽ mất.')).toBeVisible();
  await again.getByRole('button', { name: 'Lấy lại', exact: true }).click();
  await expect(again.getByText('1 số gỡ').first()).toBeVisible();
});
