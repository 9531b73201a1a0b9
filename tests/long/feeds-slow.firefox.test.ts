/** What takes minutes with feeds, in a real Firefox: slow servers, and a background that is stopped at every step. */
import { SLOW_CASES } from '../browser/feed-cases/slow';
import { STEP_CASES } from '../browser/feed-cases/stops';
import { playInFirefox } from '../firefox/support/play';

playInFirefox([...STEP_CASES, ...SLOW_CASES], 20 * 60_000);
