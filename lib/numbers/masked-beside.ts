import type { Folded, SourceRange } from '../text/folded';
import { cueBefore } from './cues';
import { findMasked } from './masked';
import { withoutOverlaps } from './ranges';
import type { MaskedNumber } from './types';

/** Masked telephone numbers outside the numbers; not those of accounts and documents, which are masked too. */
export function maskedBeside(folded: Folded, numbers: readonly SourceRange[]): readonly MaskedNumber[] {
  const ranges = findMasked(folded.text);
  const masked = ranges
    .filter(({ start }) => {
      const cue = cueBefore(folded.text, start);
      return cue === undefined || cue.cue === 'phone' || cue.distance > 2;
    })
    .map((range) => folded.sourceRange(range.start, range.end))
    .map(({ start, end }) => ({ start, end, raw: folded.source.slice(start, end) }));
  return withoutOverlaps(masked, numbers);
}
