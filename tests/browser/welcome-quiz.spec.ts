/** The welcome page and the quiz, gone through. */
import { expect, test } from '@playwright/test';
import { oneBrowser } from './support/one-browser';

const one = oneBrowser();

test('welcome: three screens by keyboard, ending on practice and quiz', async () => {
  const page = await one.open('welcome.html');
  await expect(page.getByText('Màn 1 trong 3')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tiện ích đọc gì' })).toBeFocused();
  await expect(page.getByText(/bấm hình mảnh ghép/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const [practice] = await Promise.all([
    one.browser.context.waitForEvent('page'),
    page.getByRole('button', { name: 'Mở trang luyện tập' }).click(),
  ]);
  expect(practice.url()).toBe(one.browser.pageUrl('practice.html'));
  await practice.close();
  await page.close();
});

test('quiz: ten messages, each explained after the answer; nothing is stored', async () => {
  const page = await one.open('quiz.html');
  // By name: what the worker keeps of policy and notices moves by itself.
  const stored = () => page.evaluate(`chrome.storage.local.get().then((all) => Object.keys(all).join())`);
  const before = await stored();
  for (let index = 1; index <= 10; index++) {
    await expect(page.getByRole('heading', { name: `Tin ${index} trong 10` })).toBeFocused();
    await page.getByRole('button', { name: 'Lừa đảo', exact: true }).click();
    await expect(page.getByText(/^(Đúng|Chưa đúng)\./)).toBeVisible();
    await page.getByRole('button', { name: index < 10 ? 'Tin tiếp theo' : 'Xem kết quả' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Bạn nhận ra 6 trong 10 tin.' })).toBeVisible();
  expect(await stored()).toBe(before);
  await page.reload();
  await expect(page.getByText('Tin 1 trong 10')).toBeVisible();
  await page.close();
});
