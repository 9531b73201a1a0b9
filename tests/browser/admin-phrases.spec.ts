/** Phrases in the console: what the corpus says to them, changed in their place, taken out, and those that must stay. */
import { expect } from './support/console';
import { addPhrase, because, concept, packSide } from './support/directory-form';
import { test } from './support/reader';
import { openReady, readyFeed } from './support/ready-feed';

const PHRASE = 'gửi lộc thầy';

test('phrases come, change and go, each with its way back; the corpus tells which verdicts change', async ({
  console: page,
}) => {
  test.slow();
  await openReady(page, await readyFeed());
  await page.getByRole('button', { name: 'Mẫu lời giả danh' }).click();
  await page.getByLabel('Tin nhắn').fill('Công an đây. Gửi lộc thầy trong hôm nay.');
  await concept(page, 'demand-pay');
  await because(page, 'Người dân kể');
  await addPhrase(page, 'demand-pay', PHRASE);
  const run = async () => {
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByText(/kết quả thay đổi trong 240 tin/).waitFor({ timeout: 30_000 });
  };
  // No message of the corpus says the phrase: none changes. Words that ordinary messages say change some.
  await run();
  await expect(page.getByText('0 kết quả thay đổi trong 240 tin.')).toBeVisible();
  await addPhrase(page, 'demand-otp', 'không');
  await run();
  await expect(page.locator('.row-reports li').first()).toContainText('→');
  await concept(page, 'demand-otp');
  await page.getByRole('button', { name: 'Gỡ mẫu: không', exact: true }).click();
  await expect(page.getByText('không', { exact: true })).toHaveCount(0);
  // It stood last: the focus goes to the phrase before it.
  await expect(page.locator('.phrases > li > button:first-of-type').last()).toBeFocused();
  // A phrase that was published is changed, side by side with what is published, and taken out; the way back.
  await concept(page, 'demand-pay');
  await page.getByRole('button', { name: `Sửa mẫu: ${PHRASE}` }).click();
  await expect(page.getByLabel(`Sửa mẫu: ${PHRASE}`)).toBeFocused();
  await page.getByRole('button', { name: 'Thôi' }).click();
  await expect(page.getByRole('button', { name: `Sửa mẫu: ${PHRASE}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel(`Sửa mẫu: ${PHRASE}`).fill('gửi lễ thầy');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await expect(packSide(page, 'Mẫu trong bản nháp')).toContainText('Chưa thấy dấu hiệu');
  await expect(page.getByRole('button', { name: 'Sửa mẫu: gửi lễ thầy' })).toBeFocused();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(packSide(page, 'Mẫu trong bản nháp')).toContainText(
    'Nói đến việc chuyển, nộp, trả hoặc vay tiền.',
  );
  await page.getByRole('button', { name: 'Gỡ mẫu: giữ chỗ ..3 #money' }).click();
  await expect(page.locator('del')).toHaveText('giữ chỗ ..3 #money');
  await expect(page.locator('.phrases > li > button:first-of-type:focus')).toHaveCount(1);
  // What must stay says why.
  const refused = async (id: string, phrase: string, told: string) => {
    await concept(page, id);
    await page
      .getByRole('button', { name: `Gỡ mẫu: ${phrase}` })
      .first()
      .click();
    await expect(page.getByRole('alert')).toContainText(told);
  };
  await refused('odd-link', '#oddlink', 'đây là mẫu cuối của ý này');
  await refused('claim-gone-office', '(sở|bộ) (thông tin', 'sẽ không còn được nhận ra');
});
