/** What fails on a page of ours and is caught by nobody is told: calmly, with what to do, and the page stays usable. */
import { expect, test } from '@playwright/test';
import { keepPicture, oneBrowser, violations } from './support/one-browser';

const PAGES = ['popup', 'sidepanel', 'options', 'notice', 'evidence', 'welcome', 'quiz', 'practice'];

const extension = oneBrowser();

test('a background that cannot be reached is told on every page', async () => {
  const page = await extension.browser.context.newPage();
  await page.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } };
    chrome.runtime.sendMessage = () => Promise.reject(new Error('Could not establish connection.'));
  });
  for (const name of PAGES) {
    await page.goto(extension.browser.pageUrl(`${name}.html`));
    const alert = page
      .getByRole('alert')
      .filter({ hasText: 'Phần nền của tiện ích chưa làm xong việc này.' });
    await expect(alert, name).toContainText('gọi 113');
    await expect(alert, name).not.toContainText(/ERR_|Error|Could not/);
    expect(await violations(page), name).toEqual([]);
    await alert.getByRole('button', { name: 'Đóng' }).click();
    await expect(alert, name).toHaveCount(0);
  }
});

test('an unexpected fault has a text of its own, in the language of the page', async () => {
  const page = await extension.open('popup.html');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.evaluate(() => void Promise.reject(new Error('planted')));
  const alert = page.getByRole('alert').filter({ hasText: 'The page met an unexpected fault.' });
  await expect(alert).toBeVisible();
  // The page behind it goes on.
  await page.locator('textarea').fill('0833109259');
  await expect(page.getByText('0833 109 259').first()).toBeVisible();
  await keepPicture(page, 'trouble-popup');
  await alert.getByRole('button', { name: 'Load the page again' }).click();
  await expect(alert).toHaveCount(0);
});
