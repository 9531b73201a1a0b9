/** High contrast in Firefox, which keeps no colour of a mark: they are told apart by their lines alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MARKS, marksPage, paintMarks, pixelsApart, SEEN, TEXTS } from '../browser/support/marks-apart';
import { FIREFOX_BUILD, useFirefox } from './support/firefox';

const SHEET = readFileSync(join(FIREFOX_BUILD, 'assets', 'highlights.css'), 'utf8');
/** The person's own colours in the place of every page's, here white on black. */
const firefox = useFirefox({
  prefs: {
    'browser.display.document_color_use': 2,
    'browser.display.use_system_colors': false,
    'browser.display.background_color': '#000000',
    'browser.display.foreground_color': '#ffffff',
  },
});

test('four marks and none: five pictures', async () => {
  const page = await firefox.launched().browser.newPage();
  await page.setContent(marksPage(SHEET));
  expect(await page.evaluate(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
  await page.evaluate(paintMarks, MARKS);
  const pictures: string[] = [];
  for (const id of TEXTS) {
    const element = await page.$(`#${id}`);
    pictures.push((await element?.screenshot({ encoding: 'base64' })) ?? '');
  }
  const apart = await page.evaluate(pixelsApart, pictures);
  console.log(`forced colours in Firefox: pixels between each two texts: ${apart.join(', ')}`);
  expect(Math.min(...apart)).toBeGreaterThan(SEEN);
  await page.close();
});
