import type { SourceRange } from '../text/folded';
import type { FoldedUnits } from '../text/units';
import { cueBefore } from './cues';
import { findMasked } from './masked';
import { withoutOverlaps } from './ranges';
import type { MaskedNumber } from './types';

/** Masked telephone numbers outside the numbers; not those of accounts and documents, which are masked too. */
export function maskedBeside(
  { folded, units }: FoldedUnits,
  numbers: readonly SourceRange[],
): readonly MaskedNumber[] {
  const ranges = findMasked(units);
  const masked = ranges
    .filter(({ start }) => {
      const cue = cueBefore(units, start);
      return cue === undefined || cue.cue === 'phone' || cue.distance > 2;
    })
    .map((range) => folded.sourceRange(range.start, range.end))
    .map(({ start, end }) => ({ start, end, raw: folded.source.slice(start, end) }));
  return withoutOverlaps(masked, numbers);
}
