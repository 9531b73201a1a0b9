/** Files with many numbers: a workbook, a long table that is stopped in its midst, the evidence that a citizen saved. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './support/console';
import { SCAM } from './support/messages';
import { openReady, readyFeed } from './support/ready-feed';
import { test } from './support/reader';
import { xlsx } from './support/xlsx';

const DAY = new Date('2026-11-03');

/** Chooses a file, and waits for the look at its first rows. */
async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.getByText(`Tệp ${name}: cột nào là gì?`).waitFor();
}

/** What the rows do not say. */
async function fillDefaults(page: Page): Promise<void> {
  await page.getByLabel('Loại', { exact: true }).last().fill('gia-danh-cong-an');
  await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Tự xưng công an, đòi chuyển tiền.');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
}

async function take(page: Page, rows: number): Promise<void> {
  await page.getByLabel('Lý do thay đổi').fill('Danh sách của công an tỉnh');
  await page.getByRole('button', { name: `Thêm ${rows} dòng vào bản nháp` }).click();
  await page.getByText(/^Đã đổi \d+ số/).waitFor();
}

test('a workbook: columns are named, bad rows said with line and reason, repeated ones merged, good ones taken', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed());
  const book = xlsx([
    ['STT', 'Máy gọi đến', 'Ngày báo', 'Nội dung'],
    [1, '0292 000 0111', DAY, 'Giả công an'],
    // As a spreadsheet keeps a number: without its zero.
    [2, 2920000222, DAY, 'Giả điện lực'],
    [3, '0292.000.0111', DAY, 'Giả công an'],
    [4, '113', DAY, 'x'],
    [5, 'không rõ', DAY, 'x'],
    [6, '02923 899588', DAY, 'x'],
    [7, '0292 000 0333', 'hôm qua', 'x'],
  ]);
  for (const again of [false, true]) {
    await choose(page, 'bảng.xlsx', book);
    await expect(page.getByRole('region', { name: 'Các dòng đầu của tệp' })).toContainText('Giả điện lực');
    await expect(page.getByRole('button', { name: 'Đọc cả tệp' })).toBeDisabled();
    await page.getByLabel('Số điện thoại', { exact: true }).selectOption('2: Máy gọi đến');
    await fillDefaults(page);
    await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
    await expect(page.getByText('7 dòng: 2 dùng được, 1 lặp lại, 4 có lỗi.')).toBeVisible();
    for (const folded of await page.locator('summary').all()) await folded.click();
    await expect(page.locator('.row-reports li')).toHaveText([
      'Dòng 5: số ngắn và số khẩn cấp không được đưa vào danh sách',
      'Dòng 6: Số này không đúng dạng.',
      'Dòng 7: số chính thức trong danh bạ, chỉ thêm từng số một',
      'Dòng 8: Ngày phải có dạng 2026-11-28.',
      'Dòng 4: giống dòng 2, số 0292 0000111',
    ]);
    await expect(page.getByText('2 dòng đã có trong danh sách, không đổi gì.')).toHaveCount(again ? 1 : 0);
    await take(page, 2);
  }
  await expect(page.getByText('2 dòng trong 2 dòng.')).toBeVisible();
  await page.getByRole('button', { name: '0292 0000222' }).click();
  await expect(page.getByLabel('Ngày đăng').first()).toHaveValue('2026-11-03');
  await expect(page.getByLabel('Kẻ gọi tự xưng là ai').first()).toHaveValue('Giả điện lực');
});

test('a long table is stopped in its midst: nothing of it is taken', async ({ console: page }) => {
  await openReady(page, await readyFeed());
  const rows = Array.from({ length: 200_000 }, (_, at) => `0292${String(at).padStart(7, '0')},2026-11-01`);
  await choose(page, 'dài.csv', Buffer.from(`Số điện thoại,Ngày\n${rows.join('\n')}\n`));
  await fillDefaults(page);
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  // Pressed by the page itself: on a busy machine a press from outside comes when all is read.
  const stoppedAt = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = setInterval(() => {
          const position = document.querySelector('progress')?.position ?? 0;
          if (position <= 0) return;
          clearInterval(look);
          [...document.querySelectorAll('button')].find((one) => one.textContent === 'Thôi')?.click();
          resolve(position);
        }, 5);
      }),
  );
  expect(stoppedAt).toBeLessThan(1);
  // The columns stay named, for another try.
  await expect(page.getByRole('button', { name: 'Đọc cả tệp' })).toBeVisible();
  await expect(page.getByText(/dùng được/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Thôi' }).click();
  await expect(page.getByText('Danh sách còn trống')).toBeVisible();
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await expect(page.getByText('Bản nháp chưa có thay đổi nào.')).toBeVisible();
});

test('evidence that a citizen exported is read: a row for each number, with day, page and message to look at', async ({
  console: page,
  extension,
}) => {
  const worker = await extension.worker();
  const [evidence] = await Promise.all([
    extension.context.waitForEvent('page'),
    worker.evaluate(
      `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: 'save-evidence', selectionText: SCAM })})`,
    ),
  ]);
  await evidence.getByRole('button', { name: 'Lưu', exact: true }).click();
  const [saved] = await Promise.all([
    evidence.waitForEvent('download'),
    evidence.getByRole('button', { name: 'Xuất các mục này ra tệp .zip' }).click(),
  ]);
  const zip = readFileSync(await saved.path());

  await openReady(page, await readyFeed());
  await choose(page, 'chung-cu.zip', zip);
  await expect(page.getByRole('region', { name: 'Các dòng đầu của tệp' })).toContainText(SCAM.slice(0, 60));
  await fillDefaults(page);
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await expect(page.getByText('1 dòng: 1 dùng được, 0 lặp lại, 0 có lỗi.')).toBeVisible();
  await take(page, 1);
  await expect(page.getByRole('button', { name: '0292 0000111' })).toBeVisible();
});
