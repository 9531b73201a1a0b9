/** The worker is stopped in the middle of an update, and between any two steps of one. */
import { STEP_CASES, STOP_CASE } from './feed-cases/stops';
import { test } from './support/feeds';

for (const { name, play } of [STOP_CASE, ...STEP_CASES]) {
  test(name, async ({ reader, nginx }) => {
    test.setTimeout(240_000);
    await play(reader, nginx);
  });
}
