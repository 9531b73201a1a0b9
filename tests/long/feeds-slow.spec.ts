/** What only real minutes show, in Chromium. */
import { SLOW_CASES } from '../browser/feed-cases/slow';
import { test } from '../browser/support/feeds';

for (const { name, play } of SLOW_CASES) test(name, ({ reader, nginx }) => play(reader, nginx));
