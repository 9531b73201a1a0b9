/** A hundred pages that live, see tests/browser/drift.spec.ts; another hundred each day. */
import { afterDrift } from '../browser/support/after-drift';
import { EDITION_BUILD, test } from '../browser/support/extension';

test.use({ launchWith: { extension: EDITION_BUILD } });

const first = Math.floor(Date.now() / 86_400_000) * 100;
for (let seed = first; seed < first + 100; seed++) {
  test(`a page that changes 150 times, seed ${seed}`, async ({ open }) => {
    await afterDrift(open, seed, 150);
  });
}
