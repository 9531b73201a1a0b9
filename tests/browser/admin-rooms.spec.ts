/**
 * Every room of the console as it looks: narrow, light and Vietnamese, or wide, dark and English by turns; in each look in
 * the long tests. Nothing overflows at either width, axe and the accessibility tree have nothing to say.
 */
import type { Page } from '@playwright/test';
import { accessibilityTree, treeFaults } from './support/accessibility-tree';
import { EDITOR, expect, jsonFile, paste, publish, saveKeys, sign, test } from './support/console';
import { lookName, looksOf, TAG, WIDTHS, type Look } from './support/looks';
import { keepPicture, violations } from './support/one-browser';

/** Looks at what the console shows now; leaves it in Vietnamese, light and wide. */
async function lookAt(page: Page, room: string, looks: readonly Look[]): Promise<string[]> {
  const faults: string[] = [];
  const choose = async ({ language, colorScheme }: Pick<Look, 'language' | 'colorScheme'>) => {
    await page.locator(`.console-bar button[lang="${language}"]`).click();
    await page.emulateMedia({ colorScheme });
  };
  for (const look of looks) {
    await choose(look);
    // The width of the look last: there axe looks.
    for (const width of [...WIDTHS.filter((one) => one !== look.width), look.width]) {
      await page.setViewportSize({ width, height: 800 });
      const place = `console-${room}-${lookName({ ...look, width })}`;
      await keepPicture(page, place);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${place}: ${wide} px too wide`);
    }
    // A live region reads words out; what is pressed or typed would be read with them, each time they change.
    const live = await page.locator('[role=status]').locator('button, input, select, textarea').count();
    if (live > 0) faults.push(`${room}: ${live} controls in a live region`);
    const found = [...(await violations(page)), ...treeFaults(await accessibilityTree(page))];
    faults.push(...found.map((fault) => `${room} ${lookName(look)}: ${fault}`));
  }
  await choose({ language: 'vi', colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  return faults;
}

test(
  'axe finds nothing in any room of the console, and nothing is wider than the window',
  { tag: TAG },
  async ({ apache, console: page }) => {
    // Twenty rooms and more.
    test.setTimeout(900_000);
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    let count = 0;
    const at = async (room: string) => void faults.push(...(await lookAt(page, room, looksOf(count++))));

    // First of all a fault that must be found: a button that says nothing.
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect(await violations(page)).toEqual([expect.stringContaining('button-name')]);
    await page.evaluate(() => document.querySelector('main > button:last-child')?.remove());

    await at('start');
    await page.getByRole('button', { name: 'Lập nguồn mới' }).click();
    await at('plan');
    await page.getByLabel('Tên nguồn').first().fill('Danh sách của sở');
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByRole('region', { name: EDITOR }).waitFor();
    await at('holders');
    await saveKeys(page, EDITOR);
    await page.getByRole('button', { name: 'Ký và lập nguồn' }).click();
    await page.locator('.fingerprint').waitFor();
    await at('sheet');
    await page.getByRole('button', { name: 'Xong, mở nguồn' }).click();
    await page.getByRole('button', { name: 'Dán nhiều số' }).waitFor();
    await at('reported-empty');
    await page.getByRole('button', { name: 'Dán nhiều số' }).click();
    await page.getByLabel('Dán văn bản bất kỳ').fill('0292 000 0111, báo 113, số che 0912xxx678');
    await at('paste');
    await page.getByRole('button', { name: 'Thôi' }).click();
    await paste(page, '0292 000 0111, 0292 000 0222');
    await page.getByLabel('Chọn số 0292 0000111').check();
    await page.getByRole('button', { name: /^Gỡ 1 số/ }).click();
    await at('reported-bulk');
    await page.getByRole('button', { name: '0292 0000111' }).click();
    await at('entry');
    await page.getByRole('button', { name: 'Danh bạ chính thức' }).click();
    await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    const table = 'Số điện thoại,Ngày,Nội dung\n0292 000 0333,2026-11-01,giả công an\n113,2026,x\n';
    await page.locator('input[type=file]').setInputFiles(jsonFile('bang.csv', table));
    await page.getByRole('button', { name: 'Đọc cả tệp' }).waitFor();
    await at('import-columns');
    await page.getByLabel('Loại', { exact: true }).last().fill('gia-danh-cong-an');
    await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
    await page.getByRole('button', { name: 'Đọc cả tệp' }).click();
    await page.getByText(/^2 dòng: /).waitFor();
    await page.locator('summary').first().click();
    await at('import-result');
    for (const [name, room] of [
      ['Danh bạ chính thức', 'directory'],
      ['Mẫu lời giả danh', 'packs'],
      ['Lịch sử', 'history-empty'],
      ['Khóa ký', 'keys'],
    ] as const) {
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await at(room);
    }
    await page.getByRole('button', { name: 'Thay khóa' }).click();
    await at('keys-change');
    await page.getByRole('main').getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Danh bạ chính thức' }).click();
    await page.getByRole('button', { name: 'Thông báo' }).click();
    await page.locator('.link-button').first().click();
    await page.getByText('Nơi liên hệ 1').click();
    await at('notice');
    await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
    await at('review');
    await sign(page);
    await page.getByLabel('Cách đưa lên').selectOption('dav');
    await at('place');
    await apache.stop();
    await publish(page, apache.address);
    await page.getByRole('alert').waitFor();
    await at('problem');
    await page.getByRole('button', { name: 'Đã đọc' }).click();
    await page.getByRole('button', { name: 'Thôi' }).click();
    await at('unfinished');
    await apache.start();
    await page.getByRole('button', { name: 'Đi tiếp' }).click();
    await publish(page, apache.address);
    await page.getByRole('button', { name: 'Xong' }).waitFor();
    await at('published');
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await at('history');
    await page.getByRole('button', { name: 'Về trang đầu' }).click();
    // The change of keys from above is still under way.
    await page.getByRole('button', { name: 'Vẫn đóng' }).waitFor();
    await at('closing');
    await page.getByRole('button', { name: 'Vẫn đóng' }).click();
    await page.getByText('Quên nguồn này').or(page.locator('.feed-card')).first().waitFor();
    await at('start-feeds');
    expect(faults).toEqual([]);
  },
);
