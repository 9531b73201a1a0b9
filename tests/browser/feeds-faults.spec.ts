/**
 * Every fault that the client must refuse, from a real nginx in the real browser: its state shown, its lists unchanged.
 * Here the repository of an outside maker, in Firefox a fault of each kind of our own; `npm run test:long` plays the others.
 */
import { CONTENT_CASES } from './feed-cases/content';
import { allFaults, NOT_MODIFIED } from './feed-cases/faults';
import { test } from './support/feeds';

for (const { name, play } of [allFaults('@tufjs/models'), NOT_MODIFIED, ...CONTENT_CASES]) {
  test(name, async ({ reader, nginx }) => {
    test.setTimeout(180_000);
    await play(reader, nginx);
  });
}
