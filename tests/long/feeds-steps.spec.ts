/** The worker is stopped between any two steps of an update. */
import { STEP_CASES } from '../browser/feed-cases/stops';
import { test } from '../browser/support/feeds';

for (const { name, play } of STEP_CASES) test(name, ({ reader, nginx }) => play(reader, nginx));
