/**
 * Pictures of the built extension at work, 1280 x 800, in Vietnamese and English. All messages are those of the practice
 * page, whose people and numbers are invented.
 *
 *   npm run store:pictures    for the stores, into .output/store/vi and /en
 *   npm run docs:pictures     those that the pages show, into docs/images
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../lib/i18n/translate';
import { launch } from './browser/launch';
import { takePictures } from './pictures/take';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, '.output', 'store');
const DOCS = ['card', 'popup', 'calm', 'evidence'];

const { values } = parseArgs({ options: { docs: { type: 'boolean', default: false } } });
for (const language of values.docs ? (['vi'] as const) : LANGUAGES) {
  const folder = join(OUT, language);
  mkdirSync(folder, { recursive: true });
  // A profile of its own: the evidence of one language is not in the other's picture.
  const browser = await launch({ extension: join(ROOT, '.output', 'chrome-mv3') });
  try {
    for (const name of await takePictures(browser, language, folder)) {
      if (values.docs && DOCS.includes(name)) {
        copyFileSync(join(folder, `${name}.png`), join(ROOT, 'docs', 'images', `${name}.png`));
      }
    }
  } finally {
    await browser.close();
  }
  console.log(folder);
}
