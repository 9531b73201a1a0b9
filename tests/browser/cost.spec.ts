/** What a page pays, in counts: nodes looked at, messages, their size, long calls. Times are for `npm run bench:pages`. */
import { buildArticle } from '../bench/page-contents';
import { countWork, readCounts, type Counts } from './support/counts';
import { EDITION_BUILD, expect, test } from './support/extension';

test.use({ launchWith: { extension: EDITION_BUILD } });

const PLAIN = 'https://forum.fixture.example/plain';

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
  const { world } = await open(PLAIN);
  await countWork(world);
  const counts = await atRest(() => readCounts(world));
  expect(counts).toMatchObject({ nodes: 0, bytes: 0, styles: 0, messages: {} });
});

test('an article: looked at, few messages, each of its texts sent at most once', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await page.evaluate(buildArticle);
  await expect.poll(async () => (await readCounts(world)).nodes).toBeGreaterThan(0);
  const counts = await atRest(() => readCounts(world));
  const length = await page.evaluate(() => document.body.textContent.length);
  expect(counts.bytes).toBeLessThanOrEqual(1.5 * length);
  expect(counts.messages.judge ?? 0).toBeLessThanOrEqual(3);
});
