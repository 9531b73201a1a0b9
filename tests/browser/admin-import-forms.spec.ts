/** The forms of an import: what was typed there and where the keyboard was stay, empty files are told, long lists of faults cost nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/console';
import { openReady, readyFeed } from './support/ready-feed';
import { workbook } from './support/xlsx';

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await openReady(page, await readyFeed());
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

test('another sheet keeps what was typed for rows that lack it, and the keyboard where it is', async ({
  console: page,
}) => {
  const head = ['Số điện thoại', 'Nội dung'];
  await give(
    page,
    'quý.xlsx',
    workbook({
      'Tháng 10': [head, ['0292 000 1001', 'Giả công an']],
      'Tháng 11': [
        ['TT', ...head],
        [1, '0292 000 1101', 'Giả điện lực'],
      ],
      Rỗng: [],
    }),
  );
  const preview = page.getByRole('region', { name: 'Các dòng đầu của tệp' });
  await expect(preview).toContainText('Giả công an');
  await page.getByLabel('Loại', { exact: true }).last().fill('gia-danh-cong-an');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
  const sheet = page.getByLabel('Trang tính');
  await sheet.focus();
  await sheet.press('ArrowDown');
  await expect(preview).toContainText('Giả điện lực');
  // The focus is looked after a moment later.
  await page.waitForTimeout(200);
  await expect(sheet).toBeFocused();
  await expect(sheet).toHaveValue('1');
  await expect(page.getByLabel('Số điện thoại', { exact: true })).toHaveValue('1');
  await expect(page.getByLabel('Loại', { exact: true }).last()).toHaveValue('gia-danh-cong-an');
  await expect(page.getByLabel('Đường dẫn nguồn tin')).toHaveValue('https://congan.example.gov.vn/canh-bao');
  // Faster than sheets are read.
  await sheet.press('ArrowUp');
  await sheet.press('ArrowDown');
  await sheet.press('ArrowDown');
  await expect(page.getByRole('status').getByText('Trang tính này không có dòng nào.')).toBeVisible();
  await page.waitForTimeout(200);
  await expect(sheet).toBeFocused();
  await expect(sheet).toHaveValue('2');
  await expect(page.getByRole('button', { name: 'Đọc cả tệp' })).toBeDisabled();
  await sheet.selectOption('Tháng 11 (2 dòng)');
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await expect(page.getByText('1 dòng: 1 dùng được, 0 lặp lại, 0 có lỗi.')).toBeVisible();
});

test('a file without rows is told as that', async ({ console: page }) => {
  await give(page, 'rỗng.csv', Buffer.from(''));
  await expect(page.getByRole('status').getByText('Tệp này không có dòng nào.')).toBeVisible();
  const buffer = workbook({ 'Trang 1': [] });
  await page.locator('input[type=file]').setInputFiles({ name: 'rỗng.xlsx', mimeType: '', buffer });
  await expect(page.getByRole('status').getByText('Tệp này không có dòng nào.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('typing the reason of 100,000 faulty rows waits for none of them', async ({ console: page }) => {
  // Four faults each: their words are what would be made anew.
  const rows = '0292 000 0222,Viết Hoa!,,ftp,hôm qua\n'.repeat(100_000);
  const good = '0292 000 0111,gia-danh-cong-an,Giả công an,https://congan.example.gov.vn/,2026-11-01';
  await give(page, 'sai.csv', Buffer.from(`Số điện thoại,Loại,Nội dung,Link,Ngày\n${good}\n${rows}`));
  await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
  await page.getByText('100.001 dòng: 1 dùng được').waitFor({ timeout: 60_000 });
  const took = await page.getByLabel('Lý do thay đổi').evaluate(async (field: HTMLInputElement) => {
    const times: number[] = [];
    for (const letter of 'Đơn của') {
      const start = performance.now();
      field.value += letter;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  });
  console.log(`a letter takes ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(150);
});
