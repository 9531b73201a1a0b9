/** Nothing grows with time: a feed scrolls by, and what is in use comes back. The long version is tests/long. */
import { countWork, readCounts } from './support/counts';
import { memoryOf, scrollBy } from './support/endless-feed';
import { EDITION_BUILD, expect, test } from './support/extension';

test.use({ launchWith: { extension: EDITION_BUILD } });

test('1,500 posts scroll by: nodes and listeners come back, and the heap within 5 MB', async ({ open }) => {
  test.setTimeout(120_000);
  const { page, world } = await open('https://forum.fixture.example/plain');
  await countWork(world);
  // Caches fill first.
  await scrollBy(page, world, 0, 900);
  const before = await memoryOf(world.session);
  await scrollBy(page, world, 900, 1_500);
  const after = await memoryOf(world.session);
  // A node kept of each of the 150 scams would show.
  expect(after.nodes - before.nodes).toBeLessThan(100);
  expect(after.listeners - before.listeners).toBeLessThan(50);
  expect(after.heap - before.heap).toBeLessThan(5_000_000);
  // Each post was judged once.
  expect((await readCounts(world)).judged).toBe(900 + 1_500);
});
