/** Directory and phrase pack: edited in the console, looked at before, published, and in use in a second browser. */
import { verifyFeed } from '../../scripts/feed/verify';
import { ask } from './support/ask';
import { expect, publish, sign } from './support/console';
import { add, addPhrase, because, concept, fill, fillRow, packSide } from './support/directory-form';
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
  // One that was there is changed, another is taken out.
  const parts = page.getByRole('group', { name: 'Các phần của danh bạ' });
  await page.getByRole('button', { name: '114', exact: true }).click();
  await fill(page, { 'Công dụng': 'Báo cháy và cứu người' });
  await because(page, 'Gộp hai nhiệm vụ');
  await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await expect(page.getByRole('cell', { name: 'Báo cháy và cứu người' })).toBeVisible();
  await parts.getByRole('button', { name: 'Lời khuyên' }).click();
  await page.getByRole('button', { name: 'tax-conduct' }).click();
  await expect(page.getByRole('button', { name: 'Gỡ mục này' })).toBeDisabled();
  await because(page, 'Lời khuyên đã cũ');
  await page.getByRole('button', { name: 'Gỡ mục này' }).click();
  await expect(page.getByRole('button', { name: 'tax-conduct' })).toHaveCount(0);
  await add(page, 'Tên miền', {
    'Tên miền': HOST,
    'Dùng làm': 'thư điện tử',
    'Công dụng': 'Thư của sở',
    ...ours,
    ...SOURCE,
  });
  const preview = page.getByRole('region', { name: 'Người dân sẽ thấy' });
  const message = {
    Mã: 'bao-tin',
    'Nội dung tin': 'BT (số điện thoại) (nội dung)',
    'Công dụng': 'Báo cho sở',
  };
  await add(page, 'Tin nhắn phản ánh', { ...message, 'Gửi đến': '156\n5656', ...SOURCE }, async () => {
    await expect(preview.getByRole('listitem')).toContainText('Báo cho sở');
    await expect(preview).toContainText('BT 0292 000 0111 tự xưng công an, đòi chuyển tiền');
    // What is wrong is said in the words of the form, and the preview stays.
    await fill(page, { 'Gửi đến': '156 hoặc gì đó' });
    await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
    await expect(page.getByRole('alert')).toContainText('Gửi đến, 1: không phải số điện thoại');
    await expect(preview.getByRole('listitem')).toContainText('Báo cho sở');
    await fill(page, { 'Gửi đến': '5656' });
    await expect(preview).toContainText('chỉ hiện tin gửi đến 156');
    await fill(page, { 'Gửi đến': '156\n5656' });
  });
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('button', { name: 'bao-tin' })).toHaveCount(0);
  await add(page, 'Tin nhắn phản ánh', { ...message, 'Gửi đến': '156', ...SOURCE });
  await add(page, 'Lời khuyên', {
    Mã: 'khong-thu-tien',
    'Nội dung': 'Sở không thu tiền.',
    ...ours,
    ...SOURCE,
  });
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
      ...ours,
    },
    async () => {
      await fillRow(page, 'Nơi liên hệ', { 'Tên nơi liên hệ': 'Đường dây nóng', 'Số điện thoại': HOTLINE });
      await fillRow(page, 'Công văn', {
        'Số công văn': '15',
        'Điều cần lưu ý về công văn': 'Bản chính ở sở.',
      });
      await fillRow(page, 'Diễn biến sau đó', { 'Nội dung': 'Đã bắt một người.', ...SOURCE });
      await fillRow(page, 'Nguồn', { ...SOURCE, Ngày: '2026-11-28' });
      // As people will see it, with every press of a key.
      await expect(preview).toContainText('Không gọi điện đòi tiền.');
      await expect(preview).toContainText('0292 0000444');
      await expect(preview).toContainText('Công văn số 15. Bản chính ở sở.');
      await expect(preview).toContainText('Đã bắt một người.');
      // The focus goes on to the row in the place of one that went, and to the button where none is left.
      const more = page.getByRole('button', { name: 'Thêm: Diễn biến sau đó' });
      await more.click();
      await page.getByRole('button', { name: 'Gỡ: Diễn biến sau đó 2' }).click();
      await expect(page.locator('summary', { hasText: 'Diễn biến sau đó 1' })).toBeFocused();
      await page.getByRole('button', { name: 'Gỡ: Diễn biến sau đó 1' }).click();
      await expect(more).toBeFocused();
      await expect(preview.getByText('Đã bắt một người.')).toBeHidden();
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
  await expect(packSide(page, 'Mẫu trong bản nháp')).toContainText('Chưa thấy dấu hiệu');
  await concept(page, 'demand-pay');
  await page.getByLabel('Thêm lời').fill(PHRASE);
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('hãy ghi lý do thay đổi');
  await because(page, 'Người dân kể');
  await addPhrase(page, 'demand-pay', PHRASE);
  await expect(packSide(page, 'Mẫu đang công bố')).toContainText('Chưa thấy dấu hiệu');
  await expect(packSide(page, 'Mẫu trong bản nháp')).toContainText(
    'Nói đến việc chuyển, nộp, trả hoặc vay tiền.',
  );
  await page.getByRole('button', { name: 'Gỡ mẫu: giữ chỗ ..3 #money' }).click();
  await expect(page.locator('del')).toHaveText('giữ chỗ ..3 #money');

  // What the feed says of itself.
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  const contact = page.getByLabel('Nơi nhận yêu cầu đính chính');
  const save = page.getByRole('button', { name: 'Lưu vào bản nháp' });
  await contact.fill('Văn phòng sở');
  await because(page, 'Thêm nơi đính chính');
  await save.click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(contact).toHaveValue('');
  await contact.fill('Văn phòng Sở Kim Tinh');
  await because(page, 'Thêm nơi đính chính');
  await save.click();
  await page.getByText('Đã lưu vào bản nháp.').waitFor();
  await expect(
    page.getByText(
      'đổi tên hoặc liên hệ của nguồn, cơ quan, tổ chức: 1 mới; người được bảo vệ: 1 mới; đường dây nóng: 1 mới, 1 sửa; tin nhắn phản ánh: 1 mới; tên miền: 1 mới; lời khuyên: 1 mới, 1 gỡ; thông báo: 1 mới, mẫu lời: 1 mới, 1 gỡ',
    ),
  ).toBeVisible();
  const reasons = async () => {
    const line = (words: string) => page.locator('details').getByRole('listitem').filter({ hasText: words });
    await expect(line('Đường dây nóng 114')).toContainText('(sửa): Gộp hai nhiệm vụ Nguyễn Văn An');
    await expect(line('Lời khuyên tax-conduct')).toContainText('(gỡ): Lời khuyên đã cũ');
    await expect(line(PHRASE)).toContainText('(mới): Người dân kể');
    await expect(line('Nơi nhận yêu cầu đính chính')).toContainText('(mới): Thêm nơi đính chính');
  };
  await reasons();
  await sign(page);
  await publish(page, apache.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  await page.getByRole('button', { name: 'Lịch sử' }).click();
  await page.getByText('mục trong danh bạ và các danh sách khác').click();
  await reasons();
  const { content } = await verifyFeed(apache.address, feed.fingerprint);
  expect(content.info.contact).toBe('Văn phòng Sở Kim Tinh');

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
  await expect(reader.getByText('Báo cho sở')).toBeVisible();
});
