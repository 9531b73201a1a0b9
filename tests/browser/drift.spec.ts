/**
 * Pages that live: after many changes of all kinds, what a person sees is what was read, nothing lost and nothing stale.
 * The seeds met what was lost once: words that stood loose beside lists (21, 27), what came after a place that the page
 * moved while it was walked through (10), and what was hidden between reading and verdict (2078707, which stayed). Many more: `npm run test:long -- drift`.
 */
import { afterDrift } from './support/after-drift';
import { test } from './support/edition';

for (const seed of [10, 21, 27, 2_078_707]) {
  test(`a page that changes 150 times, seed ${seed}`, async ({ open }) => {
    await afterDrift(open, seed, 150);
  });
}
