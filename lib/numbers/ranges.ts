import type { SourceRange } from '../text/folded';

/** Order of the text. */
export function byStart(a: SourceRange, b: SourceRange): number {
  return a.start - b.start;
}

/** The ranges that touch none of `others`; one walk along both. */
export function withoutOverlaps<T extends SourceRange>(
  ranges: readonly T[],
  others: readonly SourceRange[],
): T[] {
  const sorted = [...others].sort(byStart);
  let index = 0;
  return ranges.filter((range) => {
    while ((sorted[index]?.end ?? Infinity) <= range.start) index++;
    return (sorted[index]?.start ?? Infinity) >= range.end;
  });
}
