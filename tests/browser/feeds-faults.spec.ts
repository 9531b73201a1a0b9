/** Every fault that the client must refuse, from a real nginx in the real browser: its state shown, its lists unchanged. */
import { CONTENT_CASES } from './feed-cases/content';
import { FAULT_CASES } from './feed-cases/faults';
import { test } from './support/feeds';

for (const { name, play } of [...FAULT_CASES, ...CONTENT_CASES]) {
  test(name, async ({ reader, nginx }) => {
    test.setTimeout(180_000);
    await play(reader, nginx);
  });
}
