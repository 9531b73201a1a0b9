/** Screens that change under the keyboard, and screens that are left while something is under way. */
import type { Locator, Page } from '@playwright/test';
import { EMBEDDED } from '../../lib/admin/publish/documents';
import type { Directory } from '../../lib/lists/schema-directory';
import { stateOf } from '../../lib/lists/reported/state';
import { EDITOR, expect, saveKeys, test } from './support/console';
import { openReady, readyFeed } from './support/ready-feed';
import { numberLine } from '../unit/admin/support/feed';

const NUMBER = '+842920000001';
const NAME = 'Danh sách có sẵn';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses it by the keyboard. */
async function press(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

test('by the keyboard: a new screen begins at its heading, and who comes back is where they left', async ({
  console: page,
}) => {
  const [hotline] = (EMBEDDED.directory as Directory).hotlines;
  if (!hotline) throw new Error('no hotline');
  await openReady(page, await readyFeed({ reported: stateOf([[NUMBER, numberLine(NUMBER)]]) }));
  const feed = page.getByRole('heading', { name: NAME, level: 1 });

  // A feed that is closed and opened.
  await press(button(page, 'Về trang đầu'));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(button(page, 'Mở'));
  await expect(feed).toBeFocused();
  await press(button(page, 'Về trang đầu'));
  await expect(button(page, 'Mở')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(feed).toBeFocused();

  // An entry of the list, and one of the directory.
  await press(button(page, '0292 0000001'));
  await expect(page.getByRole('heading', { name: '0292 0000001' })).toBeFocused();
  await press(button(page, 'Về danh sách'));
  await expect(button(page, '0292 0000001')).toBeFocused();
  await press(button(page, 'Dán nhiều số'));
  await expect(page.getByRole('heading', { name: 'Dán nhiều số' })).toBeFocused();
  await press(button(page, 'Thôi'));
  await expect(button(page, 'Dán nhiều số')).toBeFocused();

  const room = button(page, 'Danh bạ chính thức');
  await press(room);
  await expect(room).toBeFocused();
  await press(button(page, hotline.number));
  await expect(page.getByRole('heading', { name: `Đường dây nóng: ${hotline.number}` })).toBeFocused();
  await page.getByLabel('Lý do thay đổi').fill('Đọc lại');
  await press(button(page, 'Lưu vào bản nháp'));
  await expect(button(page, hotline.number)).toBeFocused();
  await press(button(page, hotline.number));
  await page.getByLabel('Lý do thay đổi').fill('Số đã ngừng');
  await press(button(page, 'Gỡ mục này'));
  // It is gone: the room goes on.
  await expect(room).toBeFocused();

  // Another room by a button of this one.
  await press(page.getByRole('button', { name: /^Xem lại và công bố/ }));
  await press(button(page, 'Nạp khóa'));
  await expect(page.getByRole('heading', { name: 'Khóa của nguồn này' })).toBeFocused();
});

test('by the keyboard: the guided making of a feed, from its beginning to the feed', async ({
  console: page,
}) => {
  await press(button(page, 'Lập nguồn mới'));
  await expect(page.locator('main :is(h2, h3)').first()).toBeFocused();
  await page.getByLabel('Tên nguồn').fill('Danh sách bàn phím');
  await press(button(page, 'Tạo khóa'));
  await expect(page.locator('main h2').first()).toBeFocused();
  await saveKeys(page, EDITOR);
  await press(button(page, 'Ký và lập nguồn'));
  await expect(page.locator('main :is(h2, h3)').first()).toBeFocused();
  await press(button(page, 'Xong, mở nguồn'));
  await expect(page.getByRole('heading', { name: 'Danh sách bàn phím', level: 1 })).toBeFocused();
});

test('a change of keys that is under way is not lost unasked: by closing the feed, or the tab', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed());
  const asked = async () => {
    const dialog = page.waitForEvent('dialog', { timeout: 2_000 }).catch(() => undefined);
    await page.evaluate(() => setTimeout(() => location.reload(), 0));
    const shown = await dialog;
    await shown?.dismiss();
    return shown?.type();
  };
  await button(page, 'Khóa ký').click();
  await page.getByRole('button', { name: 'Thay khóa' }).click();
  // Nothing is chosen yet: nothing would be lost.
  expect(await asked()).toBeUndefined();
  await button(page, 'Mở').click();
  await button(page, 'Khóa ký').click();
  await page.getByRole('button', { name: 'Thay khóa' }).click();
  await page.getByRole('main').getByRole('checkbox').first().check();
  await button(page, 'Danh sách bị phản ánh').click();
  expect(await asked()).toBe('beforeunload');

  const close = button(page, 'Về trang đầu');
  await close.click();
  const ask = page.getByRole('region', { name: 'Về trang đầu' });
  await expect(ask).toContainText('đang làm dở');
  await ask.getByRole('button', { name: 'Làm tiếp' }).click();
  await expect(ask).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Khóa ký (đang làm dở)' })).toBeVisible();
  await close.click();
  await ask.getByRole('button', { name: 'Vẫn đóng' }).click();
  await button(page, 'Mở').click();

  // What is not under way any more is not asked about, and the next one not before somebody closes it.
  const begin = async () => {
    await page.getByRole('button', { name: 'Thay khóa' }).click();
    await page.getByRole('main').getByRole('checkbox').first().check();
  };
  await button(page, 'Khóa ký').click();
  await begin();
  await close.click();
  await expect(ask).toBeVisible();
  await page.getByRole('button', { name: 'Thôi', exact: true }).click();
  await expect(ask).toHaveCount(0);
  await begin();
  await expect(close).toHaveAttribute('aria-expanded', 'false');
  await expect(ask).toHaveCount(0);
  await page.getByRole('button', { name: 'Thôi', exact: true }).click();
  await close.click();
  await expect(button(page, 'Mở')).toBeVisible();
  expect(await asked()).toBeUndefined();
});
