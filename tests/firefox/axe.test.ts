/** axe in Firefox: every page of ours, in both languages. Dark is the same sheets, at which it looks in Chromium. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Our layer over the practice page: Firefox spells its 'all: initial' out, spacing too. The card in it: card-accessibility.spec. */
const HOST = 'html > div[popover]';
/** Each page, and what stands there once it is ready. */
const PAGES = [
  ['popup.html', 'textarea'],
  ['sidepanel.html', 'textarea'],
  ['popup.html#call', '.call-answers .button'],
  ['popup.html#calm', '.calm-button'],
  ['notice.html', '.notice h1'],
  ['practice.html', '.mail-row'],
  ['options.html', '#data'],
  ['welcome.html', '.actions .button'],
  ['quiz.html', '.actions .button'],
  ['evidence.html', 'h1'],
] as const;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run({ exclude: '${HOST}' }, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => JSON.stringify(
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | '))))`,
  )) as string;
  return JSON.parse(found) as string[];
}

test.each(['vi', 'en'])('axe finds nothing on any page: %s', { timeout: 120_000 }, async (language) => {
  const browser = firefox.launched();
  const first = await browser.openOwn('popup.html');
  const choice = await first.waitForSelector(`button[lang="${language}"]`);
  // First of all a fault that must be found.
  await first.evaluate(`document.body.append(document.createElement('button'))`);
  expect(await violations(first)).toEqual([expect.stringContaining('button-name')]);
  await choice?.click();
  await first.close();
  for (const [path, ready] of PAGES) {
    const page = await browser.openOwn(path);
    await page.waitForSelector(`html[lang="${language}"], [lang="${language}"]`);
    await page.waitForSelector(ready);
    expect(await violations(page), path).toEqual([]);
    await page.close();
  }
});
