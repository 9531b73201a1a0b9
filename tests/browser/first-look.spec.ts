/** A page of ours opens in the language and look that the person chose: no other one is seen first. */
import { expect, test } from '@playwright/test';
import { oneBrowser } from './support/one-browser';

const one = oneBrowser();
/** Each page, its first words, and how they begin in Vietnamese. */
const PAGES = [
  ['popup.html#call', 'Back', 'Quay lại'],
  ['popup.html#calm', 'Back', 'Quay lại'],
  ['popup.html', 'Look up a number', 'Tra một số'],
  ['sidepanel.html', 'Look up a number', 'Tra một số'],
  ['options.html', 'Sites that are checked', 'Trang được kiểm tra'],
  ['welcome.html', 'Next', 'Tiếp'],
  ['quiz.html', 'Message 1 of 10', 'Tin 1 trong 10'],
  ['evidence.html', 'Evidence', 'Chứng cứ'],
  ['practice.html', 'Practice', 'Trang luyện tập'],
] as const;

test('English and dark from the first stroke', async () => {
  const options = await one.open('options.html');
  await options.getByText('Tối', { exact: true }).click();
  await expect(options.locator('html')).toHaveAttribute('data-appearance', 'dark');
  await options.getByRole('button', { name: 'English' }).click();
  await expect(options.locator('html')).toHaveAttribute('lang', 'en');
  await options.close();
  const page = await one.browser.context.newPage();
  await page.addInitScript(() => {
    const shown: string[] = ((globalThis as unknown as { shown: string[] }).shown = []);
    new MutationObserver(() => {
      const { lang, dataset } = document.documentElement;
      const words = document.getElementById('app')?.innerText ?? '';
      if (words !== '') shown.push(`${lang} ${dataset.appearance ?? ''} ${words}`);
    }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  for (const [path, words, vietnamese] of PAGES) {
    await page.goto('about:blank');
    await page.goto(one.browser.pageUrl(path));
    await expect(page.locator('#app'), path).toContainText(words);
    const shown = await page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
    expect(shown, path).not.toEqual([]);
    for (const text of shown) {
      expect(text, path).toMatch(/^en dark /);
      expect(text, path).not.toContain(vietnamese);
    }
  }
});
