/** The room of keys: the sheet once more, and a change of keys that waits while other rooms are looked at. */
import { prepareRoot, rootSigners } from '../../lib/admin/keys/change';
import { holderFile } from '../../lib/admin/keys/holder-file';
import { proposalFile } from '../../lib/lists/publish/proposal-file';
import { openFeed, signersOf } from '../unit/admin/support/feed';
import { EDITOR, expect, jsonFile, PASSPHRASE, saveKeys, test } from './support/console';
import { loadKeys, openReady, readyFeed } from './support/ready-feed';

test('the key sheet is printed again: who holds which key, and until when; nothing secret', async ({
  console: page,
}) => {
  const feed = await readyFeed();
  await openReady(page, feed);
  await page.getByRole('navigation').getByRole('button', { name: 'Khóa ký' }).click();
  const show = page.getByRole('button', { name: 'Xem và in phiếu khóa' });
  await show.click();
  const sheet = page.getByRole('table', { name: 'Phiếu khóa: Danh sách có sẵn' });
  await expect(page.getByRole('heading', { name: 'Phiếu khóa: Danh sách có sẵn' })).toBeFocused();
  // This console was not told who holds them: there is room to write.
  await expect(sheet.getByRole('cell', { name: 'chưa biết, xin ghi tay' })).toHaveCount(4);
  await page.getByRole('button', { name: 'Về phần khóa ký' }).click();
  await expect(show).toBeFocused();
  await loadKeys(page, feed);
  await show.click();
  await expect(sheet.getByRole('cell', { name: EDITOR })).toHaveCount(4);
  for (const { pair } of feed.keys)
    await expect(sheet).toContainText((pair.public.slice(0, 32).match(/.{4}/g) ?? []).join(' '));
  await expect(page.locator('.fingerprint')).toHaveText(feed.fingerprint);
  const { expires } = await openFeed(feed.files, feed.fingerprint);
  const until = new Date(expires.root).toLocaleDateString('vi', { dateStyle: 'medium' });
  await expect(page.getByText(`Chữ ký của khóa gốc có hạn đến ${until}.`)).toBeVisible();
  await page.evaluate(() => {
    window.print = () => void (document.title = 'in');
  });
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await expect(page).toHaveTitle('in');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(sheet).toBeVisible();
});

test('a change of keys waits while other rooms are looked at; it signs nothing over another publication, and ends with another root', async ({
  console: page,
}) => {
  const feed = await readyFeed();
  await openReady(page, feed);
  await loadKeys(page, feed);
  const room = (name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  const holder = page.getByLabel('Người giữ khóa mới');
  await page.getByRole('button', { name: 'Thay khóa' }).click();
  await page.getByRole('group', { name: 'Khóa nào bị bỏ' }).getByRole('checkbox').check();
  await expect(holder).toHaveValue(EDITOR);
  // One person is one holder, however the name is typed.
  await holder.fill(`${EDITOR}\n${EDITOR.toUpperCase().normalize('NFD')}`);
  await expect(page.getByText('Có người được ghi hai lần')).toBeVisible();
  await holder.fill(EDITOR);

  // Half-filled it waits, and so do new keys in a file.
  await room('Lịch sử');
  await expect(holder).toBeHidden();
  await room('Khóa ký (đang làm dở)');
  await expect(holder).toHaveValue(EDITOR);
  await page.getByRole('button', { name: 'Tạo khóa mới' }).click();
  await saveKeys(page, EDITOR);
  const roots = page.getByRole('region', { name: 'Chữ ký của khóa gốc' });
  const file = await holderFile(feed.keys, 'Danh sách có sẵn', new Date().toISOString(), PASSPHRASE);
  const openRoot = async () => {
    await roots.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
    await roots.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', file));
    await expect(roots).toContainText('có 1 chữ ký, cần 1');
  };
  await openRoot();

  // Meanwhile another publication begins.
  await room(/^Xem lại và công bố/);
  await page.getByRole('button', { name: 'Ký lại hạn' }).click();
  await page.getByLabel('Cách đưa lên').waitFor();
  await room('Khóa ký (đang làm dở)');
  await expect(page.getByText('Đã mở thử được')).toBeVisible();
  // What nobody looked at kept no root key open.
  await expect(roots).toContainText('có 0 chữ ký, cần 1');
  const signing = page.getByRole('button', { name: 'Ký thay đổi' });
  await expect(signing).toBeDisabled();
  await openRoot();
  await signing.click();
  await expect(page.getByRole('alert')).toContainText('Đang có một bản chờ ký hoặc công bố dở.');
  await expect(signing).toBeVisible();

  // It is still that one which waits. Given up, the change goes on with the same keys.
  const forget = async () => {
    await room(/^Xem lại và công bố/);
    await page.getByRole('button', { name: 'Bỏ lần công bố này' }).click();
  };
  await forget();
  await room('Khóa ký (đang làm dở)');
  await openRoot();
  await signing.click();
  await expect(page.getByRole('button', { name: 'Đi tiếp' })).toBeVisible();
  // Nor does another one begin while this one waits: that is said beside its button.
  await page.getByRole('button', { name: 'Khóa ký', exact: true }).click();
  await page.getByRole('button', { name: 'Thay khóa' }).click();
  const begin = page.locator('section', { has: page.getByRole('button', { name: 'Thay khóa' }) });
  await expect(begin.getByRole('alert')).toContainText('Đang có một bản chờ ký hoặc công bố dở.');
  await forget();

  // A change that was begun over a root which is no longer the last one ends.
  await room('Khóa ký');
  await page.getByRole('button', { name: 'Thay khóa' }).click();
  await holder.waitFor();
  const open = await openFeed(feed.files, feed.fingerprint);
  const signers = [...(await rootSigners(feed.keys)), ...(await signersOf(feed, EDITOR))];
  const renewed = (await prepareRoot(open, undefined, [], signers, Date.now())).proposal;
  await room(/^Xem lại và công bố/);
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles(jsonFile('cho-ky.json', new TextDecoder().decode(proposalFile(renewed))));
  await page.getByRole('button', { name: 'Ký', exact: true }).click();
  await page.getByLabel('Cách đưa lên').waitFor();
  await page.getByLabel('Cách đưa lên').selectOption('zip');
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('button', { name: 'Khóa ký', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Bộ khóa của nguồn vừa được đổi.');
  await expect(holder).toHaveCount(0);
});
