/** High contrast: browsers paint every highlight as selected text, so the marks are told apart by their lines alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD } from './support/extension';

const SHEET = readFileSync(join(CHROME_BUILD, 'assets', 'highlights.css'), 'utf8');
const STYLES = ['number', 'reported', 'caution', 'danger'];
/** Pixels of a line that is 200 px long: what an eye tells apart, far more than a cut edge. */
const SEEN = 130;

test('four marks, four lines, in light and dark', async () => {
  const browser = await launch({ extension: CHROME_BUILD });
  const page = await browser.context.newPage();
  await page.setContent(`<style>${SHEET} html { color-scheme: light dark } body { font: 20px sans-serif }</style>
    ${STYLES.map((style) => `<p>Gọi <span id="${style}">02923 811502 chuyển tiền</span> nhé.</p>`).join('')}`);
  await page.evaluate((styles) => {
    for (const style of styles) {
      const range = new Range();
      range.selectNodeContents(document.querySelector(`#${style}`) ?? document.body);
      CSS.highlights.set(`canh-giac-${style}`, new Highlight(range));
    }
  }, STYLES);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const pictures: string[] = [];
    for (const style of STYLES)
      pictures.push((await page.locator(`#${style}`).screenshot()).toString('base64'));
    const differing = await page.evaluate(async (sources) => {
      const pixels = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas?.drawImage(image, 0, 0);
          return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      const other = (a: Uint8ClampedArray, b: Uint8ClampedArray) => {
        let count = 0;
        const apart = (i: number) => Math.abs((a[i] ?? 0) - (b[i] ?? 0));
        for (let i = 0; i < a.length; i += 4) if (apart(i) + apart(i + 1) + apart(i + 2) > 180) count++;
        return count;
      };
      return pixels.flatMap((a, i) => pixels.slice(i + 1).map((b) => other(a, b)));
    }, pictures);
    console.log(
      `forced colours, ${colorScheme}: pixels that differ between two marks: ${differing.join(', ')}`,
    );
    expect(Math.min(...differing)).toBeGreaterThan(SEEN);
  }
  await browser.close();
});
