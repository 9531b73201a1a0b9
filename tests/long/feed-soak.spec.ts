/** Ten thousand posts scroll by, and what is in use comes back. */
import { memoryOf, scrollBy } from '../browser/support/endless-feed';
import { EDITION_BUILD, expect, test } from '../browser/support/extension';

test.use({ launchWith: { extension: EDITION_BUILD } });

test('10,000 posts scroll by: nodes and listeners come back, and the heap within 5 MB', async ({ open }) => {
  const { page, world } = await open('https://forum.fixture.example/plain');
  // Caches fill first.
  await scrollBy(page, world, 0, 1_500);
  const before = await memoryOf(world.session);
  await scrollBy(page, world, 1_500, 10_000);
  const after = await memoryOf(world.session);
  console.log('heap before and after, MB:', (before.heap / 1e6).toFixed(1), (after.heap / 1e6).toFixed(1));
  expect(after.nodes - before.nodes).toBeLessThan(1_000);
  expect(after.listeners - before.listeners).toBeLessThan(50);
  expect(after.heap - before.heap).toBeLessThan(5_000_000);
});
