/** What is pressed on our own pages is at least 44 px wide and high, at 320 px too. */
import type { Page } from '@playwright/test';
import { STATIONS } from '../../scripts/screens/stations';
import { expect, test } from './support/extension';

/** In CSS pixels; half a pixel is lost to rounding. */
const LEAST = 43.5;

/** What is smaller, by name and size. A choice counts with its label; links within sentences are left out. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      [...document.querySelectorAll('button,a[href],input,select,textarea,summary')].flatMap((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
        const inSentence = one.tagName === 'A' && getComputedStyle(one).display === 'inline';
        if (width === 0 || inSentence || (width >= least && height >= least)) return [];
        return [`${one.tagName} ${one.className} ${one.textContent.trim()} ${width} x ${height}`];
      }),
    LEAST,
  );
}

test('targets of presses on every page', async ({ extension }) => {
  for (const { name, path, prepare } of STATIONS) {
    const page = await extension.context.newPage();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(extension.pageUrl(path));
    await page.locator('h1').first().waitFor();
    await prepare?.(page);
    expect(await small(page), name).toEqual([]);
    await page.close();
  }
});

test('a small target is seen', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('notice.html'));
  await page.locator('h1').first().waitFor();
  await page.addStyleTag({ content: '.button { min-block-size: 0 !important; padding: 0 !important }' });
  expect(await small(page)).not.toEqual([]);
});
