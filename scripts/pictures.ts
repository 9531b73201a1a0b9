/**
 * Pictures of the built extension at work, 1280 x 800, in Vietnamese and English. All messages are those of the practice
 * page, whose people and numbers are invented.
 *
 *   npm run store:pictures    for the stores, into .output/store/vi and /en
 *   npm run docs:pictures     those that the pages and docs/admin.md show, into docs/images
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../lib/i18n/translate';
import { launch } from './browser/launch';
import { walkConsole } from './browser/walk-console';
import { takePictures } from './pictures/take';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, '.output', 'store');
const DOCS = ['card', 'popup', 'calm', 'evidence', 'console-keys', 'console-paste', 'console-review'];

function toDocs(path: string): void {
  const name = basename(path);
  if (DOCS.includes(basename(name, '.png'))) copyFileSync(path, join(ROOT, 'docs', 'images', name));
}

const { values } = parseArgs({ options: { docs: { type: 'boolean', default: false } } });
for (const language of values.docs ? (['vi'] as const) : LANGUAGES) {
  const folder = join(OUT, language);
  mkdirSync(folder, { recursive: true });
  // A profile of its own: the evidence of one language is not in the other's picture.
  const browser = await launch({ extension: join(ROOT, '.output', 'chrome-mv3') });
  try {
    const names = await takePictures(browser, language, folder);
    if (values.docs) for (const name of names) toDocs(join(folder, `${name}.png`));
  } finally {
    await browser.close();
  }
  console.log(folder);
}
if (values.docs) {
  const browser = await launch({ extension: join(ROOT, '.output', 'admin', 'chrome-mv3') });
  try {
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('console.html'));
    for (const path of await walkConsole(page, join(OUT, 'vi'))) toDocs(path);
  } finally {
    await browser.close();
  }
}
