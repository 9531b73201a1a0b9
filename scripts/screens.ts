/**
 * `npm run screens`: every screen of the built extension in both languages, light and dark, at 320 and 1280 px, on
 * contact sheets in test-results/sheets; `-- --forced` for forced colours instead of light and dark. To be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../lib/i18n/translate';
import { launch, type LaunchedBrowser } from './browser/launch';
import { STATIONS } from './screens/stations';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'test-results', 'sheets');
const HEIGHT = 800;
const COLUMNS = { 320: 8, 1280: 4 };
const LONGEST = 2_400;

const { values } = parseArgs({ options: { forced: { type: 'boolean', default: false } } });
const looks = values.forced
  ? [{ name: 'forced', media: { forcedColors: 'active' } as const }]
  : (['light', 'dark'] as const).map((colorScheme) => ({ name: colorScheme, media: { colorScheme } }));

async function chooseLanguage(browser: LaunchedBrowser, language: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('popup.html'));
  await page.locator(`button[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.close();
}

async function sheet(
  browser: LaunchedBrowser,
  title: string,
  width: 320 | 1280,
  media: (typeof looks)[number]['media'],
): Promise<void> {
  const figures: string[] = [];
  for (const { name, path, prepare } of STATIONS) {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia(media);
    await page.goto(browser.pageUrl(path));
    await page.locator('h1').first().waitFor();
    await prepare?.(page);
    const long = await page.evaluate(() => document.documentElement.scrollHeight);
    const picture = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(LONGEST, Math.max(HEIGHT, long)) },
    });
    figures.push(
      `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}" alt=""></figure>`,
    );
    await page.close();
  }
  const html = join(OUT, `${title}.html`);
  writeFileSync(
    html,
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px sans-serif;margin:8px;background:#888}main{display:grid;gap:8px;align-items:start;grid-template-columns:repeat(${COLUMNS[width]},1fr)}
figure{margin:0}figcaption{padding:2px 6px;background:#fff}img{width:100%;display:block}</style>
<main>${figures.join('\n')}</main></html>`,
  );
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 2_000, height: 1_000 });
  await page.goto(`file://${html}`);
  await page.screenshot({ path: join(OUT, `${title}.png`), fullPage: true });
  await page.close();
  console.log(join(OUT, `${title}.png`));
}

mkdirSync(OUT, { recursive: true });
const browser = await launch({ extension: join(ROOT, '.output', 'chrome-mv3') });
try {
  for (const language of LANGUAGES) {
    await chooseLanguage(browser, language);
    for (const { name, media } of looks)
      for (const width of [320, 1280] as const)
        await sheet(browser, `${language}-${name}-${width}`, width, media);
  }
} finally {
  await browser.close();
}
