/** High contrast: browsers take the colours away, so the marks are told apart by their lines alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD } from './support/extension';
import { MARKS, marksPage, paintMarks, pixelsApart, SEEN, TEXTS } from './support/marks-apart';

const SHEET = readFileSync(join(CHROME_BUILD, 'assets', 'highlights.css'), 'utf8');

test('four marks and none: five pictures, in light and dark', async () => {
  const browser = await launch({ extension: CHROME_BUILD });
  const page = await browser.context.newPage();
  await page.setContent(marksPage(SHEET));
  await page.evaluate(paintMarks, MARKS);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const pictures: string[] = [];
    for (const id of TEXTS) pictures.push((await page.locator(`#${id}`).screenshot()).toString('base64'));
    const apart = await page.evaluate(pixelsApart, pictures);
    console.log(`forced colours, ${colorScheme}: pixels between each two texts: ${apart.join(', ')}`);
    expect(Math.min(...apart)).toBeGreaterThan(SEEN);
  }
  await browser.close();
});
