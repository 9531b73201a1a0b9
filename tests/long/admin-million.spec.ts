/** A table of a million rows in the console: time and memory of its import, and what is said of so long a list. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, makeFeed, test } from '../browser/support/console';

const ROWS = 1_000_000;

test('a million rows are read, searched and kept; publishing them is refused, for no browser would take them', async ({
  admin,
  console: page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-million-'));
  try {
    const path = join(folder, 'bang.csv');
    const out = createWriteStream(path);
    out.write('Số điện thoại,Ngày\n');
    for (let at = 0; at < ROWS; at++) {
      // 0292 0xx xxxx: numbers that no operator hands out.
      const line = `02920${String(at).padStart(6, '0')},2026-11-01\n`;
      if (!out.write(line)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
    const session = await admin.context.newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return `${(usedSize / 1e6).toFixed(0)} MB`;
    };
    const timed = async (what: string, work: () => Promise<unknown>) => {
      const start = Date.now();
      await work();
      console.log(`${what}: ${((Date.now() - start) / 1_000).toFixed(1)} s, heap ${await heap()}`);
    };

    await makeFeed(page, 'Danh sách dài');
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('button', { name: 'Đọc cả tệp' }).waitFor();
    console.log(`before: heap ${await heap()}`);
    await page.getByLabel('Loại', { exact: true }).last().fill('gia-danh-cong-an');
    await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Tự xưng công an, đòi chuyển tiền.');
    await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
    await timed('read and checked', async () => {
      await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
      await page.getByText(/^1\.000\.000 dòng: 1\.000\.000 dùng được/).waitFor({ timeout: 600_000 });
    });
    await expect(page.getByText('Trình duyệt nhận tối đa 100.000 mục')).toBeVisible();
    await page.getByLabel('Lý do thay đổi').fill('Danh sách của công an tỉnh');
    await timed('taken into the draft, written to the database', async () => {
      await page.getByRole('button', { name: 'Thêm 1.000.000 dòng vào bản nháp' }).click();
      await page.getByText('Đã đổi 1.000.000 số').waitFor({ timeout: 600_000 });
    });
    await timed('a number found among them', async () => {
      await page.getByLabel('Tìm').first().fill('0292 0777 777');
      await page.getByRole('button', { name: '0292 0777777' }).waitFor({ timeout: 60_000 });
    });
    await timed('review', async () => {
      await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
      await page.getByText('1.000.000 số mới').first().waitFor({ timeout: 600_000 });
    });
    await page.getByRole('button', { name: 'Ký và công bố' }).click();
    await expect(page.getByRole('alert')).toContainText('lớn hơn mức trình duyệt nhận', { timeout: 300_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
