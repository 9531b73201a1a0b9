/** A walk through the console with invented numbers, a picture at each station. Nothing is published. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const PASSPHRASE = 'mười hai con chim sẻ';

async function saveKeys(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  await page.getByLabel('Nhập lại mật khẩu').fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu tệp khóa' }).click(),
  ]);
  const file = await download.path();
  await page.getByLabel('Mật khẩu của tệp khóa').last().fill(PASSPHRASE);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Đã mở thử được').waitFor();
}

/** Gives the pictures that it wrote. Throws where a station does not come up. */
export async function walkConsole(page: Page, folder: string): Promise<string[]> {
  const pictures: string[] = [];
  const shoot = async (name: string) => {
    const path = join(folder, `console-${name}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  };
  await page.getByLabel('Họ tên của bạn').fill('Nguyễn Văn An');
  await shoot('start');
  await page.getByRole('button', { name: 'Lập nguồn mới' }).click();
  await page.getByLabel('Tên nguồn').fill('Danh sách tập huấn');
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  await saveKeys(page);
  await page.getByRole('button', { name: 'Ký và lập nguồn' }).click();
  await page.getByRole('button', { name: 'Xong, mở nguồn' }).waitFor();
  await shoot('keys');
  await page.getByRole('button', { name: 'Xong, mở nguồn' }).click();
  await page.getByRole('button', { name: 'Dán nhiều số' }).click();
  // Numbers that no operator hands out: none of them can be anybody's.
  await page
    .getByLabel('Dán văn bản bất kỳ')
    .fill('Bị gọi từ 0292 000 0111 và 0292.000.0222, có gọi báo 113. Số che: 0912xxx678.');
  await page.getByLabel('Loại').fill('Giả danh công an');
  await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Tự xưng công an, đòi chuyển tiền.');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://tap-huan.example.vn/');
  await page.getByLabel('Lý do thay đổi').fill('Ví dụ cho buổi tập huấn');
  await page
    .getByRole('heading', { name: 'Dán nhiều số' })
    .evaluate((heading) => heading.closest('form')?.scrollIntoView());
  await shoot('paste');
  await page.getByRole('button', { name: /^Thêm \d+ số vào bản nháp$/ }).click();
  await page.getByText(/^Đã đổi \d+ số/).waitFor();
  await shoot('list');
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByRole('heading', { name: 'Sẽ thay đổi đối với người dùng' }).waitFor();
  await shoot('review');
  return pictures;
}
