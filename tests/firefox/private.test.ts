/** Private windows of a real Firefox: a page of the extension there would have a database that goes with the window. */
import { expect, test } from 'vitest';
import { useFirefox } from './support/firefox';
import { press, pressSave, sees } from './support/press';

const firefox = useFirefox({ privateWindows: true });

test('evidence of a private window: nothing before the yes, which is asked in an ordinary window and is kept there', async () => {
  const launched = firefox.launched();
  const secret = await launched.openPrivate('https://mail.google.com/gmail');
  await pressSave(secret);
  await secret.waitFor(`root.querySelector('.card-outcome').textContent.includes('Chưa lưu gì')`);
  const page = await launched.opened('evidence.html');
  await page.bringToFront();
  expect(await page.evaluate(`browser.tabs.getCurrent().then(({ incognito }) => incognito)`)).toBe(false);
  await sees(page, 'Chưa có chứng cứ nào.');
  await press(page, 'Vẫn lưu trên máy này');
  await sees(page, '1 chứng cứ');
  await page.close();
  await secret.page.close();
  const later = await launched.openOwn('evidence.html');
  await sees(later, '1 chứng cứ');
  await later.close();
});
