/** The words of one speaker of a unit, put together, with the way back to the unit's text. */

/** Words of a speaker, at [at, at + length) of the voice, from `start` of the unit's text; -1 where they are not in it. */
export interface Stretch {
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

export interface Voice {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Parts of one speaker are as far apart as paragraphs: no phrase reaches over. */
const BETWEEN = '\n\n';

export interface Part {
  readonly text: string;
  /** Where it begins in the unit's text; -1 where it is not in it. */
  readonly start: number;
}

/** Puts the parts of a speaker together. Linear. */
export function voiceOf(parts: readonly Part[]): Voice {
  let at = 0;
  const stretches = parts.map(({ text, start }) => {
    const stretch = { at, start, length: text.length };
    at += text.length + BETWEEN.length;
    return stretch;
  });
  return { text: parts.map(({ text }) => text).join(BETWEEN), stretches };
}

/**
 * The place in the unit's text of [start, end) of a voice, cut to the stretch in which it begins; [0, 0) where that is
 * not in the unit's text. O(log stretches).
 */
export function placeInUnit(voice: Voice, start: number, end: number): { start: number; end: number } {
  let low = 0;
  let high = voice.stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((voice.stretches[middle]?.at ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const stretch = voice.stretches[low];
  if (!stretch || stretch.start < 0) return { start: 0, end: 0 };
  const from = Math.min(start - stretch.at, stretch.length);
  const to = Math.min(end - stretch.at, stretch.length);
  return { start: stretch.start + from, end: stretch.start + Math.max(from, to) };
}
