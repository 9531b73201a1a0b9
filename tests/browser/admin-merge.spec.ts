/** A list that cannot be made of two versions: one's own is kept as a whole, and it is said why. */
import { zipSync } from 'fflate';
import { signersOf, filesOf, openFeed } from '../unit/admin/support/feed';
import { EMBEDDED } from '../../lib/admin/publish/documents';
import { prepare } from '../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../lib/admin/reported/draft';
import type { Directory } from '../../lib/lists/schema-directory';
import { EDITOR, expect, test } from './support/console';
import { add } from './support/directory-form';
import { loadKeys, openReady, readyFeed } from './support/ready-feed';

const embedded = EMBEDDED.directory as Directory;
/** An office that nobody has. */
const OFFICE = {
  id: 'so-thu-nghiem',
  name: { vi: 'Sở Thử nghiệm Kim Tinh', en: 'Test Office of Venus' },
  kind: 'department' as const,
};
const HOTLINE = '0292 000 0444';

test('the whole list of one’s own is kept only with a reason, which goes with each entry of theirs', async ({
  console: page,
}) => {
  const organisations = [...embedded.organisations, OFFICE];
  const feed = await readyFeed({ directory: { ...embedded, organisations } });
  await openReady(page, feed);
  await loadKeys(page, feed);
  await page.getByRole('button', { name: 'Danh bạ chính thức' }).click();
  await add(page, 'Đường dây nóng', {
    'Số điện thoại': HOTLINE,
    'Công dụng': 'Báo cuộc gọi giả danh',
    'Cơ quan': OFFICE.name.vi,
    'Nơi đăng': 'Trang của sở',
    'Đường dẫn nguồn': 'https://kimtinh.example/bao-tin',
  });
  // A colleague closes that office, and changes a price.
  const open = await openFeed(feed.files, feed.fingerprint);
  const [first, ...others] = embedded.hotlines;
  if (!first) throw new Error('no hotline');
  const hotlines = [{ ...first, cost: { vi: '500 đồng', en: '500 dong' } }, ...others];
  const made = await prepare({
    open,
    reported: new ReportedDraft(open.reported),
    drafts: { directory: { ...embedded, hotlines } },
    reasons: {},
    signers: await signersOf(feed, EDITOR),
    now: Date.now(),
  });
  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  const files = new Map([...feed.files, ...(await filesOf(made, open))]);
  await page.getByLabel('Mở tệp .zip').setInputFiles({
    name: 'nguon.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(Object.fromEntries(files))),
  });
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();

  const choice = page.getByRole('group', { name: 'Danh bạ chính thức' });
  const signing = page.getByRole('button', { name: 'Ký và công bố' });
  await choice.getByLabel('Giữ của tôi').check();
  await expect(signing).toBeDisabled();
  await choice.getByRole('button', { name: 'Giữ cả danh sách của tôi' }).click();
  await expect(choice.getByLabel('Lý do thay đổi')).toBeFocused();
  await choice.getByLabel('Lấy của đồng nghiệp').click();
  await expect(choice.getByLabel('Lấy của đồng nghiệp')).toBeChecked();
  await expect(choice.getByLabel('Lý do thay đổi')).toHaveCount(0);
  await expect(page.getByText('Bản nháp chưa có thay đổi nào.')).toBeVisible();
  await choice.getByLabel('Giữ của tôi').check();
  await choice.getByLabel('Lý do thay đổi').fill('Sở vẫn làm việc');
  await choice.getByLabel('Căn cứ').fill('Công văn 3');
  await choice.getByRole('button', { name: 'Giữ cả danh sách của tôi' }).click();
  await expect(choice.getByLabel('Giữ của tôi')).toBeChecked();
  await expect(signing).toBeEnabled();

  const today = new Date().toISOString().slice(0, 10);
  const because = `Sở vẫn làm việc ${EDITOR}, ${today}, Công văn 3`;
  await expect(page.getByRole('listitem').filter({ hasText: OFFICE.id })).toContainText(because);
  await expect(page.getByRole('listitem').filter({ hasText: 'Đường dây nóng 0292 000' })).toContainText(
    'Công văn về đường dây nóng',
  );
  await expect(page.getByText('Chưa ghi lý do.')).toHaveCount(0);
});
