/** Bounds on what one page can make the extension do. */

/** Longest text that gets one verdict, in UTF-16 units; longer texts are judged in parts. */
export const MAX_UNIT_TEXT = 20_000;
/** Bubbles of the same sender that are read before one, and the longest text of each. */
export const MAX_BEFORE = 4;
export const MAX_BEFORE_TEXT = 2_000;
/** Bubbles that are passed on the way back to the sender's name. */
export const MAX_STEPS_BACK = 40;
/** So many changes, each with so much text in UTF-16 units, may be messages: read at once however far from the view. */
export const MAX_FEW = 50;
export const MAX_SMALL = 5_000;
/** Parts far from the view that wait for it; past it others are read at once. */
export const MAX_FAR = 20_000;
/** Elements that are asked in one look whether they hold a shadow tree by now. */
export const MAX_ASKED = 300;
/** Units sent to the background in one message. */
export const MAX_BATCH = 250;
/** Text in one such message, in UTF-16 units, unless a single unit is longer. */
export const MAX_BATCH_TEXT = 40_000;
/** Text that waits for the background, in UTF-16 units; past it the oldest units are read again later. */
export const MAX_WAITING_TEXT = 4_000_000;
/** Longest slice of work in a page, in milliseconds: half a frame. */
export const SLICE_MS = 8;
/** Past this many changed nodes one pass over the whole page is cheaper. */
export const MAX_DIRTY = 1_000;
/** Longest wait for a quiet moment before a change of a page at rest is looked at, in milliseconds. */
export const FIRST_WAIT_MS = 20;
/** Shortest pause between two rounds of work, in milliseconds, and the longest that a page can force on itself. */
export const MIN_PAUSE_MS = 80;
export const MAX_PAUSE_MS = 2_000;
/** Findings that are painted; past it the popup says that there are more. */
export const MAX_PAINTED = 5_000;
/** Units with a verdict that are kept; past it ordinary ones make room for serious ones. */
export const MAX_UNITS = 1_000;
/** Units that the popup and the badge are told of, the most serious first. */
export const MAX_REPORTED = 200;
/** Shadow trees within one another that are walked through: each takes room on the engine's stack. */
export const MAX_SHADOWS = 99;
/** Elements of hidden text that are looked at again, to see whether they are shown by now. */
export const MAX_CONCEALED = 5_000;
/** Verdicts kept by text, so that a message that is drawn again is not judged again. */
export const MAX_CACHED = 500;
/** Text of those verdicts' units, in UTF-16 units. */
export const MAX_CACHED_TEXT = 500_000;
/** Warnings remembered as opened by themselves, so that an endless feed does not fill memory. */
export const MAX_OPENED = 1_000;

/** Drops the oldest of a set or map past a bound. */
export function keepNewest(set: Pick<Map<unknown, unknown>, 'keys' | 'size' | 'delete'>, most: number): void {
  for (const oldest of set.keys()) {
    if (set.size <= most) break;
    set.delete(oldest);
  }
}
