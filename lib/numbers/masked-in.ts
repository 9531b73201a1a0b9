import type { SourceRange } from '../text/folded';
import type { FoldedAlong } from './fold-along';
import { cueBefore } from './cues';
import { findMasked } from './masked';
import type { MaskedNumber } from './types';

/** Masked telephone numbers in a text; not those of accounts and documents, which are masked too. */
export function maskedIn({ folded, units, marks }: FoldedAlong): readonly MaskedNumber[] {
  return findMasked(units, marks)
    .filter(({ start }) => {
      const cue = cueBefore(units, start);
      return cue === undefined || cue.cue === 'phone' || cue.distance > 2;
    })
    .map((range: SourceRange) => folded.sourceRange(range.start, range.end))
    .map(({ start, end }) => ({ start, end, raw: folded.source.slice(start, end) }));
}
