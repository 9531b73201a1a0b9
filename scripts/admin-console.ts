/**
 * `npm start -- --admin`: opens the administrators' console. With a display it stays open; without one, or with
 * --headless, it goes from an empty console to a reviewed draft and leaves pictures in test-results/start;
 * --pictures DIR puts them elsewhere.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser/launch';
import { walkConsole } from './browser/walk-console';

const ROOT = join(import.meta.dirname, '..');

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

const { values } = parseArgs({
  options: {
    admin: { type: 'boolean' },
    headless: { type: 'boolean', default: !hasDisplay() },
    pictures: { type: 'string', default: join(ROOT, 'test-results', 'start') },
  },
});
const browser = await launch({
  extension: join(ROOT, '.output', 'admin', 'chrome-mv3'),
  headless: values.headless,
  ...(!values.headless && { viewport: null }),
});
try {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('console.html'));
  if (values.headless) {
    mkdirSync(values.pictures, { recursive: true });
    const pictures = await walkConsole(page, values.pictures);
    console.log(
      `The console works from the key ceremony to the review.\nPictures: ${pictures.join('\n          ')}`,
    );
  } else {
    console.log('The browser stays open; close it to end.');
    await new Promise((resolve) => browser.context.once('close', resolve));
  }
} finally {
  await browser.close();
}
