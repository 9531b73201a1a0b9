/**
 * `npm run screens`: every screen of the built extension and of the administrators' console in both languages, light and
 * dark, at 320 and 1280 px, on contact sheets in test-results/sheets, to be looked at. `-- --console` for the console
 * alone, `-- --forced` for forced colours instead of light and dark, `-- --rtl` as in a language that is written from
 * right to left, `-- --width 640` for other widths (200% of 1280).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../lib/i18n/translate';
import { launch, type LaunchedBrowser } from './browser/launch';
import { CONSOLE_STATIONS, fillConsole } from './screens/console-stations';
import { STATIONS, type Station } from './screens/stations';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'test-results', 'sheets');
const HEIGHT = 800;
const SHEET_WIDTH = 2_000;
const LONGEST = 2_400;

const { values } = parseArgs({
  options: {
    console: { type: 'boolean', default: false },
    forced: { type: 'boolean', default: false },
    rtl: { type: 'boolean', default: false },
    width: { type: 'string', multiple: true, default: ['320', '1280'] },
  },
});
const widths = values.width.map(Number);
const looks = values.forced
  ? [{ name: 'forced', media: { forcedColors: 'active' } as const }]
  : (['light', 'dark'] as const).map((colorScheme) => ({ name: colorScheme, media: { colorScheme } }));

async function chooseLanguage(browser: LaunchedBrowser, path: string, language: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl(path));
  await page.locator(`button[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.close();
}

async function sheet(
  browser: LaunchedBrowser,
  stations: readonly Station[],
  title: string,
  width: number,
  media: (typeof looks)[number]['media'],
): Promise<void> {
  const figures: string[] = [];
  for (const { name, path, prepare } of stations) {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia(media);
    await page.goto(browser.pageUrl(path));
    await page.locator('h1').first().waitFor();
    await prepare?.(page);
    if (values.rtl) await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
    const [long, over] = await page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      return [scrollHeight, scrollWidth - innerWidth] as const;
    });
    if (over > 0) console.log(`${title}: ${name} is ${over} px too wide`);
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
<style>body{font:14px sans-serif;margin:8px;background:#888}main{display:grid;gap:8px;align-items:start;grid-template-columns:repeat(${Math.max(1, Math.round(SHEET_WIDTH / Math.max(250, width / 2.6)))},1fr)}
figure{margin:0}figcaption{padding:2px 6px;background:#fff}img{width:100%;display:block}</style>
<main>${figures.join('\n')}</main></html>`,
  );
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: SHEET_WIDTH, height: 1_000 });
  await page.goto(`file://${html}`);
  await page.screenshot({ path: join(OUT, `${title}.png`), fullPage: true });
  await page.close();
  console.log(join(OUT, `${title}.png`));
}

/** `first`: where the language is chosen. */
async function sheets(
  browser: LaunchedBrowser,
  stations: readonly Station[],
  first: string,
  prefix: string,
): Promise<void> {
  for (const language of LANGUAGES) {
    await chooseLanguage(browser, first, language);
    for (const { name, media } of looks)
      for (const width of widths) {
        const title = `${prefix}${language}-${name}-${width}${values.rtl ? '-rtl' : ''}`;
        await sheet(browser, stations, title, width, media);
      }
  }
}

async function withBrowser(build: string, job: (browser: LaunchedBrowser) => Promise<void>): Promise<void> {
  const browser = await launch({ extension: join(ROOT, '.output', build) });
  try {
    await job(browser);
  } finally {
    await browser.close();
  }
}

mkdirSync(OUT, { recursive: true });
if (!values.console)
  await withBrowser('chrome-mv3', (browser) => sheets(browser, STATIONS, 'popup.html', ''));
await withBrowser(join('admin', 'chrome-mv3'), async (browser) => {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('console.html'));
  await fillConsole(page, OUT);
  await page.close();
  await sheets(browser, CONSOLE_STATIONS, 'console.html', 'console-');
});
