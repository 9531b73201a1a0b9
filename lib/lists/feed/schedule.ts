/** When a feed is asked again. */
const MINUTE = 60_000;

/** Shortest and longest time between polls while all is well: a publication arrives within five minutes. */
export const POLL_MS = [3 * MINUTE, 4.5 * MINUTE] as const;
/** Longest time between tries of a feed that fails. */
export const MAX_BACK_OFF_MS = 120 * MINUTE;

/**
 * Milliseconds until the next poll: spread, so that browsers that were started together do not ask together, and
 * doubled with every failure. `random` is in [0, 1).
 */
export function pollDelay(failures: number, random: number): number {
  const [least, most] = POLL_MS;
  const back = Math.min(2 ** failures, MAX_BACK_OFF_MS / least);
  return Math.min((least + (most - least) * random) * back, MAX_BACK_OFF_MS);
}
