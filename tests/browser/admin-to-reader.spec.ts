/** The way of a warning: from the key ceremony in the console to a mark on a page in another person's browser. */
import { makeFeed, paste, publish, sign } from './support/console';
import { expect } from './support/extension';
import { letPollTimeCome } from './support/ask';
import { follow, reportedOn, test } from './support/reader';

/** Stands in an ordinary post of the fixture; nobody can have it. */
const NUMBER = '0292 000 0555';

test('what an administrator publishes is marked on a page that somebody has open, and gone once it is removed', async ({
  apache,
  console: admin,
  extension,
  open,
}) => {
  // Two browsers, three publications.
  test.slow();
  const { fingerprint } = await makeFeed(admin, 'Danh sách của sở');
  await paste(admin, '0292 000 0777');
  await sign(admin);
  await publish(admin, apache.address);
  await admin.getByRole('button', { name: 'Xong' }).click();

  const options = await follow(extension, apache.address, fingerprint);
  const { page } = await open('https://x.com/x');
  await expect.poll(() => reportedOn(page)).not.toContain(NUMBER);

  await paste(admin, `Người dân báo: ${NUMBER}`);
  await sign(admin);
  const pressed = Date.now();
  await publish(admin, apache.address);
  await expect(admin.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  const published = Date.now();
  // The browser's own clock brings this within 4.5 minutes: tests/long/admin-to-reader.spec.ts waits for it.
  await letPollTimeCome(options);
  await expect.poll(() => reportedOn(page)).toContain(NUMBER);
  const marked = Date.now();
  const seconds = (from: number, to: number) => ((to - from) / 1_000).toFixed(1);
  console.log(
    `from the press on 'publish' to the mark: ${seconds(pressed, marked)} s, the poll set forward ` +
      `(written, read back and verified ${seconds(pressed, published)} s; poll to mark ${seconds(published, marked)} s)`,
  );

  await admin.getByRole('button', { name: 'Xong' }).click();
  await admin.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await admin.getByLabel('Chọn số 0292 0000555').check();
  await admin.getByRole('button', { name: /^Gỡ 1 / }).click();
  await admin.getByLabel('Lý do thay đổi').fill('Chủ thuê bao khiếu nại đúng');
  await admin
    .getByRole('button', { name: /^Gỡ 1 / })
    .last()
    .click();
  await admin.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await admin.getByRole('checkbox').check();
  await sign(admin);
  await publish(admin, apache.address);
  await expect(admin.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  await letPollTimeCome(options);
  await expect.poll(() => reportedOn(page)).not.toContain(NUMBER);
});
