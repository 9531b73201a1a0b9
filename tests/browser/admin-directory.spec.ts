/** Directory and phrase pack: edited in the console, looked at before, published, and in use in a second browser. */
import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, publish, sign } from './support/console';

import { test } from './support/reader';
import { loadKeys, openReady, readyFeed } from './support/ready-feed';

/** Names, words and numbers that nobody has. */
const OFFICE = { id: 'so-thu-nghiem', name: 'Sở Thử nghiệm Kim Tinh' };
const PERSON = 'Đặng Thị Thử Nghiệm';
const HOTLINE = '0292 000 0444';
const HOST = 'kimtinh.example';
const SOURCE = { 'Nơi đăng': 'Trang của sở', 'Đường dẫn nguồn': 'https://kimtinh.example/bao-tin' };
const PHRASE = 'gửi lộc thầy';
const MESSAGE = 'Công an đây. Gửi lộc thầy trong hôm nay.';

type Values = Readonly<Record<string, string>>;

async function fill(page: Page, values: Values): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    // What is said in two languages stands in a group of its own.
    const group = page.getByRole('group', { name: label, exact: true });
    const field =
      (await group.count()) > 0 ? group.getByLabel('Tiếng Việt') : page.getByLabel(label, { exact: true });
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Adds an entry to a part of the directory; `look` is shown the form before it is saved. */
async function add(page: Page, part: string, values: Values, look?: () => Promise<void>): Promise<void> {
  await page.getByRole('group', { name: 'Các phần của danh bạ' }).getByRole('button', { name: part }).click();
  await page.getByRole('button', { name: 'Thêm mục' }).click();
  await fill(page, values);
  await look?.();
  await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await expect(page.getByText('Đã lưu danh bạ vào bản nháp.')).toBeVisible();
}

test('an office, its people, hotline, domain and notice, and a phrase: published, they are in use in another browser', async ({
  apache,
  console: page,
  extension,
}) => {
  test.slow();
  const feed = await readyFeed();
  await openReady(page, feed);
  await loadKeys(page, feed);
  await page.getByRole('button', { name: 'Danh bạ chính thức' }).click();
  await add(page, 'Cơ quan, tổ chức', { Mã: OFFICE.id, Tên: OFFICE.name, Loại: 'sở' });
  const ours = { 'Cơ quan': OFFICE.name };
  await add(page, 'Người được bảo vệ', {
    Mã: 'giam-doc-kim-tinh',
    Tên: PERSON,
    'Chức vụ': 'Giám đốc Sở Thử nghiệm Kim Tinh',
    'Đúng vào ngày': '2026-11-01',
    ...ours,
    ...SOURCE,
  });
  await add(page, 'Đường dây nóng', {
    'Số điện thoại': HOTLINE,
    'Công dụng': 'Báo cuộc gọi giả danh',
    ...ours,
    ...SOURCE,
  });
  await add(page, 'Tên miền', {
    'Tên miền': HOST,
    'Dùng làm': 'thư điện tử',
    'Công dụng': 'Thư của sở',
    ...ours,
    ...SOURCE,
  });
  const preview = page.getByRole('region', { name: 'Người dân sẽ thấy' });
  await add(
    page,
    'Thông báo',
    {
      Mã: 'thong-bao-kim-tinh',
      'Tiêu đề': 'Sở Kim Tinh không thu tiền',
      Ngày: '2026-11-28',
      'Tóm tắt': 'Có người giả danh giám đốc để đòi tiền.',
      'Cơ quan không bao giờ làm': 'Không gọi điện đòi tiền.',
      'Cơ quan làm thế nào': 'Sở mời bằng văn bản.',
      'Việc nên làm': 'Cúp máy.',
      'Nơi liên hệ': `Đường dây nóng | Hotline | ${HOTLINE}`,
      Nguồn: 'Trang của sở | https://kimtinh.example/bao-tin | 2026-11-28',
      ...ours,
    },
    async () => {
      // As people will see it, with every press of a key.
      await expect(preview).toContainText('Không gọi điện đòi tiền.');
      await expect(preview).toContainText('0292 0000444');
      // The card beside a message of that kind, in its own root: it follows the form and the message.
      await expect(preview.locator('.card-verdict')).toBeVisible();
      await expect(preview.locator('.card')).toContainText('0292 0000444');
      await page.getByLabel('Tin mẫu').fill('Chúc buổi sáng vui vẻ');
      await expect(preview.getByText('Mức của tin mẫu')).toContainText('Chưa thấy dấu hiệu');
      await fill(page, { 'Có hiệu lực từ': '2099-01-01' });
      await expect(preview).toContainText('Đến ngày 1/1/2099 thông báo này mới hiện.');
      await fill(page, { 'Có hiệu lực từ': '2026-11-01', 'Hết hiệu lực': '2099' });
      await expect(preview.getByText('mới hiện')).toBeHidden();
      await fill(page, { 'Tiêu đề': 'Sở Kim Tinh không bao giờ thu tiền' });
      await expect(
        preview.getByRole('heading', { name: 'Sở Kim Tinh không bao giờ thu tiền' }),
      ).toBeVisible();
    },
  );

  await page.getByRole('button', { name: 'Mẫu lời giả danh' }).click();
  await page.getByLabel('Tin nhắn').fill(MESSAGE);
  const side = (title: string) =>
    page.locator('.two-lists section', { has: page.getByRole('heading', { name: title }) });
  await expect(side('Mẫu trong bản nháp')).toContainText('Chưa thấy dấu hiệu');
  const addPhrase = async (concept: string, phrase: string) => {
    await page.getByLabel('Tìm ý').fill(concept);
    const shown = page.locator('details', { hasText: concept });
    if ((await shown.getAttribute('open')) === null) await shown.locator('summary').click();
    await page.getByLabel('Thêm lời').fill(phrase);
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByText(phrase, { exact: true }).waitFor();
  };
  await addPhrase('demand-pay', PHRASE);
  await expect(side('Mẫu đang công bố')).toContainText('Chưa thấy dấu hiệu');
  await expect(side('Mẫu trong bản nháp')).toContainText('Nói đến việc chuyển, nộp, trả hoặc vay tiền.');
  const run = async () => {
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByText(/kết quả thay đổi trong 240 tin/).waitFor({ timeout: 30_000 });
  };
  // No message of the corpus says the phrase: none changes. Words that ordinary messages say change some.
  await run();
  await expect(page.getByText('0 kết quả thay đổi trong 240 tin.')).toBeVisible();
  await addPhrase('demand-otp', 'không');
  await run();
  await expect(page.locator('.row-reports li').first()).toContainText('→');
  await page.getByLabel('Tìm ý').fill('demand-otp');
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await expect(page.getByText('không', { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await expect(
    page.getByText(
      'cơ quan, tổ chức: 1 mới; người được bảo vệ: 1 mới; đường dây nóng: 1 mới; tên miền: 1 mới; thông báo: 1 mới, mẫu lời thay đổi',
    ),
  ).toBeVisible();
  await sign(page);
  await publish(page, apache.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();

  const reader = await extension.context.newPage();
  await reader.goto(extension.pageUrl('options.html'));
  const check = async (text: string) => (await ask(reader, 'check', { text })).verdict;
  expect((await check(MESSAGE)).level).toBe('none');
  const { fingerprint } = feed;
  const scope = ['reported', 'directory', 'packs'] as const;
  expect(await ask(reader, 'feed-add', { address: apache.address, fingerprint, scope: [...scope] })).toEqual(
    {},
  );
  await expect.poll(async () => (await check(MESSAGE)).level).toBe('caution');
  expect((await check(MESSAGE)).reasons.map(({ text }) => text.vi)).toContain(
    'Nói đến việc chuyển, nộp, trả hoặc vay tiền.',
  );
  expect((await check(`Gọi ${HOTLINE}`)).findings).toMatchObject([
    { number: '+842920000444', standing: { kind: 'official' } },
  ]);
  await reader.goto(extension.pageUrl('notice.html#thong-bao-kim-tinh'));
  await expect(reader.getByRole('heading', { name: 'Sở Kim Tinh không bao giờ thu tiền' })).toBeVisible();
  await expect(reader.getByText(OFFICE.name).first()).toBeVisible();
});
