/** Categories as people meet them: typed, by their names and by ids of their own. */
import { expect, test } from './support/console';
import { openReady, readyFeed } from './support/ready-feed';

test('what is typed as a category stays as it is typed; its name is shown once the field is left', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed());
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Dán nhiều số' }).click();
  const category = page.getByLabel('Loại', { exact: true }).last();
  // Its beginning is the id of another category.
  await category.pressSequentially('advertising-sms');
  await expect(category).toHaveValue('advertising-sms');
  await category.press('Tab');
  await expect(category).toHaveValue('advertising-sms');
  await category.fill('');
  await category.pressSequentially('advertising');
  await expect(category).toHaveValue('advertising');
  await category.press('Tab');
  await expect(category).toHaveValue('Quảng cáo');
  await category.fill('giả danh điện lực');
  await category.press('Tab');
  await expect(category).toHaveValue('Mạo danh ngành điện');
});
