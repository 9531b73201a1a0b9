/** What others do to a page, in the page's own world. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { traced } from './trace';
import { BARE, median, ms, openSlow, rest } from './slow-page';

const NUMBER = String.raw`(?:\+84|0)(?:[ .-]?\d){9,10}`;

/** Median times of a bare walk and of two highlighters on the same page, on the host without the extension. */
export async function peers(
  browser: LaunchedBrowser,
  build: (page: Page) => Promise<unknown>,
  rounds: number,
): Promise<number[]> {
  const { resolve } = createRequire(import.meta.url);
  const library = (name: string) => readFileSync(resolve(name), 'utf8');
  const works: readonly (readonly [string, string, string])[] = [
    [
      'bare TreeWalker + nodeValue',
      '',
      `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let length = 0;
       while (walker.nextNode()) length += walker.currentNode.nodeValue.length;`,
    ],
    [
      'mark.js, numbers only',
      library('mark.js/dist/mark.min.js'),
      `new Mark(document.body).markRegExp(/${NUMBER}/g)`,
    ],
    [
      'findAndReplaceDOMText, numbers only',
      library('findandreplacedomtext/src/findAndReplaceDOMText.js'),
      `findAndReplaceDOMText(document.body, { find: /${NUMBER}/g, wrap: 'mark' })`,
    ],
  ];
  const medians: number[] = [];
  for (const [name, code, run] of works) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { page, session } = await openSlow(browser, BARE);
      await build(page);
      await rest(page, 500);
      if (code) await page.evaluate(code);
      // On the same clock as ours: the processor's.
      times.push((await traced(session, () => page.evaluate(`(() => { ${run} })()`))).total);
      await page.close();
    }
    console.log(`  ${name}: ${ms(median(times))}`);
    medians.push(median(times));
  }
  return medians;
}
