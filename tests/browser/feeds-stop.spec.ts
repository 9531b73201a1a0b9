/** The worker is stopped in the middle of an update; between any two steps of one: tests/long/feeds-steps.spec.ts. */
import { STOP_CASE } from './feed-cases/stops';
import { test } from './support/feeds';

test(STOP_CASE.name, ({ reader, nginx }) => STOP_CASE.play(reader, nginx));
