/** What others do to a page, in the page's own world. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { traced } from './trace';
import { BARE, median, ms, openSlow, rest } from './slow-page';

/** Longer than the browser needs to draw a page anew. */
const DRAWN_MS = 2_000;
const NUMBER = String.raw`(?:\+84|0)(?:[ .-]?\d){9,10}`;

/** Medians in milliseconds. */
export interface PeerCost {
  readonly run: number;
  /** With what the browser draws anew for it. */
  readonly drawn: number;
}

/** What a bare walk and two highlighters cost on the same page, on the host without the extension. */
export async function peers(
  browser: LaunchedBrowser,
  build: (page: Page) => Promise<unknown>,
  rounds: number,
): Promise<readonly [walker: PeerCost, mark: PeerCost, replace: PeerCost]> {
  const { resolve } = createRequire(import.meta.url);
  const library = (name: string) => readFileSync(resolve(name), 'utf8');
  const works = [
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
  ] as const;
  const costOf = async ([name, code, run]: (typeof works)[number]): Promise<PeerCost> => {
    /** On the same clock as ours: the processor's. What is drawn anew comes after the call, so in a page of its own. */
    const timed = async (script: string, pause: number): Promise<number> => {
      const { page, session } = await openSlow(browser, BARE);
      await build(page);
      await rest(page, 500);
      if (code) await page.evaluate(code);
      const { total } = await traced(session, async () => {
        await page.evaluate(`(() => { ${script} })()`);
        if (pause > 0) await rest(page, pause);
      });
      await page.close();
      return total;
    };
    const [times, all]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times.push(await timed(run, 0));
      all.push((await timed(run, DRAWN_MS)) - (await timed('', DRAWN_MS)));
    }
    const cost = { run: median(times), drawn: median(all) };
    console.log(`  ${name}: ${ms(cost.run)}, with what is drawn anew ${ms(cost.drawn)}`);
    return cost;
  };
  const [walker, mark, replace] = works;
  return [await costOf(walker), await costOf(mark), await costOf(replace)];
}
