/** The extension's pages: what they say, in both languages, and what axe finds on them. */
import { expect, highlights, test } from './support/extension';
import { lookName, LOOKS, TAG } from './support/looks';
import { violations } from './support/one-browser';

const DANGER_TEXT =
  'Tôi là công an quận. Anh liên quan vụ án rửa tiền. Gọi 0833109259, chuyển tiền ngay hôm nay, không nói với ai.';

test('axe catches a planted fault on an extension page', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('notice.html'));
  await page.locator('h1').waitFor();
  // Beside what the page draws anew once its lists are there.
  await page.evaluate(() => {
    document.body.append(document.createElement('button'));
  });
  expect(await violations(page)).toEqual([expect.stringContaining('button-name')]);
});

for (const look of LOOKS) {
  const { language, colorScheme, width } = look;
  test.describe(lookName(look), () => {
    test.use({ launchWith: { colorScheme, viewport: { width, height: 800 } } });
    test(
      'axe finds nothing on popup, notice, practice and options pages',
      { tag: TAG },
      async ({ extension }) => {
        const page = await extension.context.newPage();
        await page.goto(extension.pageUrl('popup.html'));
        await page.locator(`button[lang="${language}"]`).click();
        await page.locator('textarea').fill(DANGER_TEXT);
        await page.locator('.level-danger').first().waitFor();
        expect(await violations(page)).toEqual([]);
        for (const path of ['notice.html', 'practice.html', 'practice.html#feed', 'options.html']) {
          await page.goto('about:blank');
          await page.goto(extension.pageUrl(path));
          await page.locator('h1').waitFor();
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          expect(await violations(page), path).toEqual([]);
        }
      },
    );
  });
}

test('popup: a number and a pasted text are checked as one types; hotlines and the age of the lists stand there', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(extension.pageUrl('popup.html'));
  const box = page.getByLabel('Tra một số hoặc dán lời nhắn');
  await box.pressSequentially('0833 109 259');
  await expect(page.getByText('Từng bị phản ánh, ngày 29/7/2025')).toBeVisible();
  await box.fill('02923899588');
  await expect(page.getByText('Sở Thông tin và Truyền thông thành phố Cần Thơ').first()).toBeVisible();
  await box.fill(DANGER_TEXT);
  await expect(page.locator('.level-danger').first()).toBeVisible();
  await box.fill('');
  await expect(page.locator('.level-danger')).toHaveCount(0);
  await expect(page.locator('a[href="tel:113"]').first()).toBeVisible();
  await expect(page.getByText(/Danh sách đóng kèm, ngày/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('popup: what was found on a page, the way there, hiding and undoing', async ({ open, extension }) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('[role="dialog"]')`);
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number | undefined>(
    `chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => tab.id)`,
  );
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expect(popup.getByText('Có 1 chỗ cần để ý.')).toBeVisible();
  expect(await worker.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`)).toBe('1');
  await popup.getByRole('button', { name: /^Ẩn cảnh báo/ }).click();
  await expect.poll(async () => (await highlights(page))['canh-giac-danger'] ?? []).toEqual([]);
  await popup.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect
    .poll(async () => ((await highlights(page))['canh-giac-danger'] ?? []).length)
    .toBeGreaterThan(0);
  await popup.getByRole('button', { name: /^Xem trên trang/ }).click();
  await expect
    .poll(async () => ((await highlights(page))['canh-giac-pulse'] ?? []).length)
    .toBeGreaterThan(0);
});

test('notice page: what the notice says, whom to call, both languages, printable', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('notice.html'));
  const main = page.locator('main');
  for (const words of [
    '5/3/2024',
    '432',
    'Huỳnh Hoàng Mến',
    'Giữ bình tĩnh',
    'Không chuyển tiền',
    'Sở Khoa học và Công nghệ',
  ]) {
    await expect(main).toContainText(words);
  }
  for (const number of ['+842923899588', '+842923811502', '113', '156']) {
    await expect(page.locator(`a[href="tel:${number}"]`).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'English' }).click();
  await expect(main).toContainText('Department of Information and Communications');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'English' })).toBeHidden();
});

test('practice pages: all three kinds are told apart, and the practice list says so', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.goto(`${extension.pageUrl('practice.html')}#feed`);
  await expect(page.getByText(/mọi tin nhắn và số điện thoại ở đây đều là minh họa/)).toBeVisible();
  const levels = () =>
    page.evaluate(() => {
      const shared = globalThis as unknown as Record<
        symbol,
        { units: Map<string, { judged: { verdict: { level: string } } }> }
      >;
      return [...(shared[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map(
        (unit) => unit.judged.verdict.level,
      );
    });
  await expect.poll(levels).toEqual(expect.arrayContaining(['danger', 'notice', 'none']));
  // Scripts of the composer's page never see its text marked.
  await page.locator('textarea').first().fill('Tôi là công an, chuyển tiền ngay vào số 0833109259');
  await page.waitForTimeout(800);
  expect(
    Object.values(await highlights(page))
      .flat()
      .join(),
  ).not.toContain('0833109259');
});
