/** Files with many numbers: a workbook, a long table that is stopped in its midst, the evidence that a citizen saved. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './support/console';
import { SCAM } from './support/messages';
import { openReady, readyFeed } from './support/ready-feed';
import { test } from './support/reader';
import { workbook, xlsx } from './support/xlsx';

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

test('a workbook of several sheets, titles above the head: the sheet is chosen, the head found, and both can be said otherwise', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed());
  const title = [['DANH SÁCH SỐ LỪA ĐẢO, QUÝ 4'], [], ['TT', 'Số điện thoại', 'Nội dung']] as const;
  const book = workbook({
    Bìa: [],
    'Tháng 10': [...title, [1, '0292 000 1001', 'Giả công an\ngọi từ nước ngoài'], [2, 'không rõ', 'x']],
    'Tháng 11': [...title, [1, '0292 000 1101', 'Giả điện lực']],
  });
  await choose(page, 'quý.xlsx', book);
  const sheet = page.getByLabel('Trang tính');
  await expect(sheet.locator('option')).toHaveText([
    'Bìa (0 dòng)',
    'Tháng 10 (5 dòng)',
    'Tháng 11 (4 dòng)',
  ]);
  await expect(sheet).toHaveValue('1');
  const head = page.getByLabel('Dòng tiêu đề');
  await expect(head).toHaveValue('2');
  await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveValue('1');
  await head.selectOption('không có dòng tiêu đề');
  await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveValue('');
  await head.selectOption('Dòng 3: TT | Số điện thoại | Nội dung');
  await fillDefaults(page);
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await expect(page.getByText('2 dòng: 1 dùng được, 0 lặp lại, 1 có lỗi.')).toBeVisible();
  await page.locator('summary').click();
  await expect(page.locator('.row-reports li')).toHaveText(['Dòng 5: Số này không đúng dạng.']);
  await take(page, 1);

  await choose(page, 'quý.xlsx', book);
  await sheet.selectOption('Bìa (0 dòng)');
  await expect(page.getByText('Trang tính này không có dòng nào.')).toBeVisible();
  await sheet.selectOption('Tháng 11 (4 dòng)');
  await fillDefaults(page);
  await page.getByLabel('Loại', { exact: true }).last().fill('Giả danh điện lực');
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await expect(page.getByText('1 dòng: 1 dùng được, 0 lặp lại, 0 có lỗi.')).toBeVisible();
  await take(page, 1);
  await expect(page.getByRole('cell', { name: 'Mạo danh ngành điện' })).toBeVisible();
  await page.getByLabel('Tìm số hoặc từ').fill('mao danh nganh dien');
  await expect(page.getByText('1 dòng trong 2 dòng.')).toBeVisible();
  await page.getByLabel('Tìm số hoặc từ').fill('');
  await page.getByLabel('Mức chắc chắn').selectOption('Cần kiểm tra thêm');
  await expect(page.getByText('0 dòng trong 2 dòng.')).toBeVisible();
  await page.getByLabel('Mức chắc chắn').selectOption('Tất cả');
  await page.getByRole('button', { name: '0292 0001001' }).click();
  await expect(page.getByLabel('Kẻ gọi tự xưng là ai').first()).toHaveValue('Giả công an gọi từ nước ngoài');
});

test('a long workbook stops within a second, while it is parsed too, and is read as a whole when asked again', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed());
  const rows = Array.from({ length: 100_000 }, (_, at) => [
    at,
    `0292${String(at).padStart(7, '0')}`,
    'Giả công an',
    DAY,
  ]);
  const book = workbook({ 'Danh sách': [['TT', 'Số điện thoại', 'Nội dung', 'Ngày'], ...rows] });
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'dài.xlsx', mimeType: '', buffer: book });
  // Pressed by the page itself, 300 ms after the work began: what is measured is the console, not the test's way to it.
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const isWorking = () => document.querySelector('progress') !== null;
        const begun = setInterval(() => {
          if (!isWorking()) return;
          clearInterval(begun);
          setTimeout(() => {
            const pressed = performance.now();
            if (!isWorking()) resolve(-1);
            [...document.querySelectorAll('button')].find((one) => one.textContent === 'Thôi')?.click();
            const over = setInterval(() => {
              if (isWorking()) return;
              clearInterval(over);
              resolve(performance.now() - pressed);
            }, 5);
          }, 300);
        }, 5);
      }),
  );
  console.log(`stopped in ${took.toFixed(0)} ms`);
  expect(took).toBeGreaterThanOrEqual(0);
  expect(took).toBeLessThan(1_000);
  await expect(page.getByRole('button', { name: 'Đọc cả tệp' })).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);

  const start = Date.now();
  await page.locator('input[type=file]').setInputFiles({ name: 'dài.xlsx', mimeType: '', buffer: book });
  await page.getByText('Tệp dài.xlsx: cột nào là gì?').waitFor({ timeout: 60_000 });
  console.log(`looked at after ${((Date.now() - start) / 1_000).toFixed(1)} s`);
  await fillDefaults(page);
  const read = Date.now();
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await page.getByText('100.000 dòng: 100.000 dùng được').waitFor({ timeout: 60_000 });
  console.log(`read after ${((Date.now() - read) / 1_000).toFixed(1)} s more`);
});

test('letters of a code page are refused with what to do in Excel', async ({ console: page }) => {
  await openReady(page, await readyFeed());
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
  const buffer = Buffer.from('SDT,Noi dung\n0292 000 0111,Giá danh công an\n', 'latin1');
  await page.locator('input[type=file]').setInputFiles({ name: 'cũ.csv', mimeType: '', buffer });
  await expect(page.getByRole('alert')).toContainText('CSV UTF-8');
  await expect(page.getByRole('button', { name: 'Đọc cả tệp' })).toHaveCount(0);
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
