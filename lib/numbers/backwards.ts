import type { Folded, SourceRange } from '../text/folded';

const OVERRIDE = '\u202e';
const NONE: readonly Folded[] = [];
/** What ends an override: pop, the end of the line. */
const ENDING = /[\u202c\n\u2028\u2029]/g;

/**
 * Stretches of a text that a right-to-left override shows backwards, each as a folded text in the order people see,
 * with the way back to the source. None where the source has no override. O(length).
 */
export function backwardsParts(folded: Folded): readonly Folded[] {
  const { source } = folded;
  // An override is dropped in folding.
  if (folded.even) return NONE;
  const parts: Folded[] = [];
  let from = source.indexOf(OVERRIDE);
  while (from >= 0) {
    ENDING.lastIndex = from + 1;
    const end = ENDING.exec(source)?.index ?? source.length;
    const first = firstUnitFrom(folded, from);
    const last = firstUnitFrom(folded, end);
    if (last > first) parts.push(reversed(folded, first, last));
    from = source.indexOf(OVERRIDE, end);
  }
  return parts;
}

/** Index of the first folded unit that came from `offset` or later; binary search over offsets that only grow. */
function firstUnitFrom(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (folded.sourceRange(middle, middle + 1).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reversed(folded: Folded, first: number, last: number): Folded {
  const units = folded.text.slice(first, last).split('');
  return {
    source: folded.source,
    even: false,
    text: units.reverse().join(''),
    sourceRange: (start: number, end: number): SourceRange => folded.sourceRange(last - end, last - start),
  };
}
