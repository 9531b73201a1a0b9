/** What the client takes from a server at most. Bytes as they are after any compression on the way. */

/** Most bytes of each kind of metadata. The timestamp is what every browser asks for every few minutes. */
export const MAX_METADATA = { root: 65_536, timestamp: 1_024, snapshot: 65_536, targets: 1_048_576 } as const;

/** New roots taken in one update: a client that is further behind goes on with the next. */
export const MAX_ROOTS = 256;

/** Most bytes of one target. */
export const MAX_TARGET = 1_048_576;

/** A download that brings nothing for this long is given up, in milliseconds. */
export const STALL_MS = 15_000;

/** A file that is not there after this long is given up, however steadily it trickles, in milliseconds. */
export const FILE_MS = 120_000;

/** A clock this far behind a date that was signed or built is wrong, in milliseconds. */
export const CLOCK_BEHIND_MS = 24 * 3_600_000;

/** Where everything signed lies this far back, the clock may be wrong as well as the feed dead, in milliseconds. */
export const CLOCK_AHEAD_MS = 400 * 24 * 3_600_000;
