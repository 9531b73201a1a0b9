/**
 * `npm run icons`: draws public/icons from the sources in scripts/icons, on a grid of 16 so that edges fall on pixels.
 * `icon` is the mark of the extension; the others take its place on the toolbar, each a shape of its own.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ICON_SIZES, STATE_SIZES, TOOLBAR_STATES } from './icons/names';

const SOURCES = join(import.meta.dirname, 'icons');
const OUT = join(import.meta.dirname, '..', 'public', 'icons');
/** Chrome's store wants a margin around the largest: https://developer.chrome.com/docs/webstore/images */
const MARGINS: Readonly<Record<number, number>> = { 128: 16 };

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

async function draw(name: string, size: number): Promise<void> {
  const source = readFileSync(join(SOURCES, `${name}.svg`)).toString('base64');
  const margin = MARGINS[size] ?? 0;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:${margin}px"><img style="display:block" width="${size - 2 * margin}" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: join(OUT, `${name}-${size}.png`), omitBackground: true });
}

for (const size of ICON_SIZES) await draw('icon', size);
for (const state of TOOLBAR_STATES) for (const size of STATE_SIZES) await draw(state, size);
await browser.close();
