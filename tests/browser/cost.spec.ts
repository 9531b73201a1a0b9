/** What a page pays, in counts: nodes looked at, messages, their size, long calls. Times are for `npm run bench:pages`. */
import { join } from 'node:path';
import { buildArticle, buildFeed, buildLarge, buildRows } from '../bench/page-contents';
import { traced } from '../bench/trace';
import { bundle } from './support/bundle';
import { countWork, readCounts, type Counts } from './support/counts';
import { EDITION_BUILD, expect, test } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { PLAIN, readWhole } from './support/on-page';

test.use({ launchWith: { extension: EDITION_BUILD } });

/** Looks at one node: the finder's, and a few at the size of its group. */
const NODES_A_NODE = 0.4;
/** So few that no pass over the whole page takes their place. */
const ROWS = 800;

/** Waits until nothing is counted any more. */
async function atRest(read: () => Promise<Counts>): Promise<Counts> {
  let before = await read();
  await expect
    .poll(
      async () => {
        const now = await read();
        const rested = now.nodes === before.nodes && now.bytes === before.bytes;
        before = now;
        return rested;
      },
      { intervals: [700], timeout: 30_000 },
    )
    .toBe(true);
  return before;
}

test('a page at rest costs nothing', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await page.evaluate((words) => {
    document.getElementById('main')?.append(words);
  }, ORDINARY);
  await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(0);
  // What came too soon for a look at which software made the page has one at the next upkeep, and no other.
  await page.waitForTimeout(3_000);
  const before = await atRest(() => readCounts(world));
  // Two self-checks and three rounds of upkeep.
  await page.waitForTimeout(5_000);
  expect(await readCounts(world)).toEqual(before);
});

test('20,000 text nodes without findings: only those near the view are read, without a message or a long call', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  const cost = await traced(world.session, async () => {
    await page.evaluate(buildLarge, 20_000);
    await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(0);
    await atRest(() => readCounts(world));
  });
  const counts = await readCounts(world);
  // 20,000 text nodes in 22,000 elements, of which two windows show less than a twentieth; the other rows are passed by.
  expect(counts.nodes).toBeLessThanOrEqual(1_000);
  expect(counts.styles).toBeLessThanOrEqual(60);
  // Which software made the page is asked at its first change and rarely after that.
  expect(counts.searches).toBeLessThanOrEqual(5 * 16);
  expect(counts.messages).toEqual({});
  expect(cost.over50).toBe(0);
});

test('the software that made a page is looked for in pieces, and of a long list in the first row', async ({
  open,
}) => {
  const { page } = await open(PLAIN);
  await page.evaluate(buildLarge, 20_000);
  const code = await bundle(join(import.meta.dirname, '..', '..', 'lib', 'page', 'site-rules.ts'));
  const seen = await page.evaluate<{ most: number; all: number; sites: (string | null)[] }>(`(() => {
    const box = document.body.appendChild(document.createElement('div'));
    for (let i = 0; i < 3_000; i++) box.append(document.createElement('p'), document.createElement('hr'));
    const seen = { most: 0, all: 0, sites: [] };
    for (const { prototype } of [Element, Document]) {
      const search = prototype.querySelector;
      prototype.querySelector = function (selector) {
        const size = this.getElementsByTagName('*').length;
        seen.most = Math.max(seen.most, size);
        seen.all += size;
        return search.call(this, selector);
      };
    }
    ${code}
    const entry = (site) => ({ site, kind: 'post', hosted: false, detect: '.' + site, unit: 'p', all: 'p' });
    const choose = () => {
      const search = bundled.chooseRules([entry('one'), entry('two')]);
      for (;;) {
        const { done, value } = search.next();
        if (done) return value?.site ?? null;
      }
    };
    seen.sites.push(choose());
    const { all, most: before } = seen;
    box.lastChild.className = 'two';
    seen.sites.push(choose());
    box.lastChild.className = '';
    // Rows that each say what they are.
    const rows = document.body.appendChild(document.createElement('div'));
    for (let i = 0; i < 4_000; i++) {
      const row = rows.appendChild(document.createElement('p'));
      row.className = 'row';
      row.append(document.createElement('i'));
    }
    seen.most = 0;
    seen.sites.push(choose());
    // Once one is there, each software is asked for by itself.
    const most = Math.max(before, seen.most);
    rows.children[3_000].firstChild.className = 'one';
    seen.sites.push(choose());
    return { most, all, sites: seen.sites };
  })()`);
  expect(seen.sites).toEqual([null, 'two', null, 'one']);
  expect(seen.most).toBeLessThanOrEqual(2_000);
  // 22,000 elements of the list are passed over.
  expect(seen.all).toBeLessThanOrEqual(7_000);
});

test('rows that are added one by one: what one says of their list serves them all', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await page.evaluate(buildRows, ROWS);
  await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(0);
  const counts = await atRest(() => readCounts(world));
  // A row is one element with ten words in elements of their own.
  expect(counts.nodes).toBeLessThanOrEqual(NODES_A_NODE * ROWS * 21);
  expect(counts.styles).toBeLessThanOrEqual(1.1 * ROWS);
});

test('an article: looked at, few messages, each of its texts sent at most once', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await page.evaluate(buildArticle);
  await expect.poll(async () => (await readCounts(world)).messages.judge ?? 0).toBeGreaterThan(0);
  const counts = await atRest(() => readCounts(world));
  const length = await page.evaluate(() => document.body.textContent.length);
  expect(counts.bytes).toBeLessThanOrEqual(1.5 * length);
  // The badge hears nothing, since nothing was found.
  expect(Object.keys(counts.messages)).toEqual(['judge']);
  expect(counts.messages.judge).toBeLessThanOrEqual(2);
  // 181 text nodes in 143 elements: the finder's look at each, then the texts that may matter as they are shown.
  expect(counts.nodes).toBeLessThanOrEqual(900);
  expect(counts.styles).toBeLessThanOrEqual(100);
});

test('a feed of 500 posts: those near the view are judged; all once, in few messages, where all are asked for; drawn anew, none again', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  const cost = await traced(world.session, async () => {
    await page.evaluate(buildFeed, [SCAM, ORDINARY] as const);
    await expect.poll(async () => (await readCounts(world)).judged).toBeGreaterThan(5);
    expect((await atRest(() => readCounts(world))).judged).toBeLessThan(50);
    await readWhole(world);
    await expect.poll(async () => (await readCounts(world)).judged, { timeout: 20_000 }).toBe(500);
    await atRest(() => readCounts(world));
  });
  expect(cost.over50).toBe(0);
  const first = await readCounts(world);
  expect(first.judged).toBe(500);
  expect(first.messages.judge).toBeLessThanOrEqual(14);
  const length = await page.evaluate(() => document.body.textContent.length);
  expect(first.bytes).toBeLessThanOrEqual(1.6 * length);
  // The page draws the same posts again, in new nodes.
  await page.evaluate(() => {
    const feed = document.querySelector('[role="feed"]');
    feed?.replaceWith(feed.cloneNode(true));
  });
  await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(first.nodes);
  const second = await atRest(() => readCounts(world));
  expect(second.judged).toBe(500);
});

test('one mail of 5,000 paragraphs: read in slices, no long call; words taken out of it meanwhile are not read', async ({
  open,
}) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('.chip')`);
  await countWork(world);
  // Clocks that run fast: a slice ends after few looks at them.
  await world.evaluate(`(() => {
    const clock = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => clock() + (ahead += 0.5);
  })()`);
  const cost = await traced(world.session, async () => {
    await page.evaluate(
      ([scam, ordinary]) => {
        const lines = Array.from({ length: 5_000 }, (_, i) => {
          const line = document.createElement('p');
          line.textContent = i === 4_900 ? scam : `Dòng ${i}. ${i % 50 ? 'Họp tổ dân phố.' : ordinary}`;
          return line;
        });
        document.getElementById('scam')?.replaceChildren(...lines);
      },
      [SCAM, ORDINARY] as const,
    );
    // Half read.
    await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(1_000);
    await page.evaluate(() => document.querySelectorAll('#scam > p')[4_900]?.remove());
    await expect.poll(async () => (await readCounts(world)).judged, { timeout: 20_000 }).toBeGreaterThan(0);
    await atRest(() => readCounts(world));
  });
  expect(cost.over50).toBe(0);
  const counts = await readCounts(world);
  expect(counts.mostInSlice).toBeLessThan(3_000);
  const levels = `[...globalThis[Symbol.for('canh-giac.session')].units.values()].map(({ judged }) => judged.verdict.level)`;
  expect(await world.evaluate(levels)).not.toContain('danger');
});
