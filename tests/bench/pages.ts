/**
 * What the extension costs a page, in real Chromium with its processor slowed down four times:
 *   npm run bench:pages [-- --rounds 20 --only article]
 * Each figure is the median of rounds in which the same page is built with and without the extension by turns: without
 * is the same browser on a host that is not watched. All figures come from the browser's own trace.
 *
 * Where aims are missed: the article's 10 ms are what the smallest reader costs, one walk and one message, which is run
 * beside it; most of ours is code that a page runs for the first time. A page without matches costs
 * findAndReplaceDOMText one search in one text, about three bare walks: a fifth of that is less than a walk. A page full
 * of numbers costs us less than it costs the others, but no fifth of it: what lies near the view is judged, not searched.
 * Tried and left out: a net of weights for the cheap look (it loses scams); a port instead of messages (cheaper by 2 ms a
 * message, opened anew after each stop of the worker).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { serveFixtures } from '../../scripts/browser/fixture-server';
import { launch, type LaunchedBrowser } from '../../scripts/browser/launch';
import { buildArticle, buildLarge, buildLargeVietnamese, buildParagraphs, LARGE } from './page-contents';
import { feed } from './page-feed';
import { peers } from './page-peers';
import { worker } from './page-worker';
import { BARE, median, ms, openSlow, rest, THROTTLE, WATCHED } from './slow-page';
import { prose } from './texts';
import { traced, type MainThread } from './trace';

const ROOT = join(import.meta.dirname, '..', '..');

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, only: { type: 'string' } },
});
const ROUNDS = Number(values.rounds);

async function builtOn(
  browser: LaunchedBrowser,
  url: string,
  build: (page: Page) => Promise<unknown>,
  pause: number,
): Promise<MainThread> {
  const { page, session } = await openSlow(browser, url);
  const cost = await traced(session, async () => {
    await build(page);
    await rest(page, pause);
  });
  await page.close();
  return cost;
}

async function costOf(
  browser: LaunchedBrowser,
  name: string,
  build: (page: Page) => Promise<unknown>,
  pause: number,
) {
  const [ours, longest, over, added]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const without = await builtOn(browser, BARE, build, pause);
    const with_ = await builtOn(browser, WATCHED, build, pause);
    ours.push(with_.ours);
    longest.push(with_.longest);
    over.push(with_.over50);
    added.push(with_.total - without.total);
  }
  console.log(
    `${name}: ours ${ms(median(ours))}, whole page with minus without ${ms(median(added))}, ` +
      `longest call ${ms(Math.max(...longest))}, calls over 50 ms ${Math.max(...over)}`,
  );
  return median(ours);
}

function large(browser: LaunchedBrowser, name: string, build: (count: number) => void): Promise<void> {
  const make = (page: Page) => page.evaluate(build, LARGE);
  return besidePeers(browser, `${name} (${LARGE.toLocaleString('en')} text nodes)`, make, 6_000);
}

/** A page full of numbers, which the others mark all and we where somebody looks. */
function numbers(browser: LaunchedBrowser): Promise<void> {
  const pieces = prose(1_000_000).split(/(?<=[.!?]\s)/);
  const make = (page: Page) => page.evaluate(buildParagraphs, pieces);
  return besidePeers(
    browser,
    `Page of numbers (${pieces.length.toLocaleString('en')} paragraphs)`,
    make,
    12_000,
  );
}

async function besidePeers(
  browser: LaunchedBrowser,
  name: string,
  make: (page: Page) => Promise<unknown>,
  pause: number,
): Promise<void> {
  const ours = await costOf(browser, name, make, pause);
  const [walker = NaN, mark = NaN, replace = NaN] = await peers(browser, make, ROUNDS);
  console.log(
    `  ours / bare walker ${(ours / walker).toFixed(2)} (aim: at most 1.5), ` +
      `mark.js / ours ${(mark / ours).toFixed(1)}, findAndReplaceDOMText / ours ${(replace / ours).toFixed(1)} (aim: at least 5)`,
  );
}

async function newsArticle(browser: LaunchedBrowser): Promise<void> {
  const article = (page: Page) => page.evaluate(buildArticle);
  const ours = await costOf(browser, 'News article (aim: at most 10 ms added)', article, 1_500);
  const yardstick = await launchWith(join(import.meta.dirname, 'smallest-reader'));
  try {
    const least = await costOf(yardstick, '  the smallest reader: one walk, one message', article, 1_500);
    console.log(`  ours / the smallest reader ${(ours / least).toFixed(1)}`);
  } finally {
    await yardstick.close();
  }
}

const PAGES: Readonly<Record<string, (browser: LaunchedBrowser) => Promise<unknown>>> = {
  empty: (browser) => costOf(browser, 'Empty page', () => Promise.resolve(), 1_500),
  article: newsArticle,
  large: (browser) => large(browser, 'Large page', buildLarge),
  vietnamese: (browser) => large(browser, 'Large page in Vietnamese', buildLargeVietnamese),
  numbers,
  feed: (browser) => feed(browser, ROUNDS),
  worker: (browser) => worker(browser, ROUNDS),
};
if (values.only && !(values.only in PAGES))
  throw new RangeError(`There is no page '${values.only}': ${Object.keys(PAGES).join(', ')}.`);

const server = await serveFixtures(join(ROOT, 'tests', 'browser', 'fixtures'));
const launchWith = (extension: string) =>
  launch({
    extension,
    hosts: { 'forum.fixture.example': server.port, 'other.fixture.example': server.port },
  });
const browser = await launchWith(join(ROOT, '.output', 'edition', 'chrome-mv3'));
try {
  console.log(
    `Chromium ${browser.context.browser()?.version() ?? ''}, processor slowed down ${THROTTLE} times, ${ROUNDS} rounds`,
  );
  for (const [name, run] of Object.entries(PAGES))
    if (!values.only || name === values.only) await run(browser);
} finally {
  await browser.close();
  await server.close();
}
