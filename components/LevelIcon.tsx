import type { Level } from '../lib/analysis/types';

/** A shape for each level, so that none is told by colour alone: octagon, triangle, speech bubble, ring. */
const OUTLINES: Readonly<Record<Level, string>> = {
  danger: 'M7 1.5h6L18.5 7v6L13 18.5H7L1.5 13V7z',
  caution: 'M10 1.8 19 17.7H1z',
  notice:
    'M3 2.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H9.5L5.5 18v-3.5H3A1.5 1.5 0 0 1 1.5 13V4A1.5 1.5 0 0 1 3 2.5z',
  none: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 2.2a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6z',
};

const MARKS: Readonly<Record<Level, string>> = {
  danger: 'M8.9 5h2.2v6H8.9zm0 7.6h2.2v2.3H8.9z',
  caution: 'M9 7.4h2v5H9zm0 6.2h2v2H9z',
  notice: 'M5 5.7h10v1.7H5zm0 3.6h7V11H5z',
  none: '',
};

/** The icon of a level. Always beside its word, hence hidden from screen readers. */
export function LevelIcon({ level }: { readonly level: Level }) {
  return (
    <svg class="level-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path class="level-icon-outline" d={OUTLINES[level]} fill-rule="evenodd" />
      {MARKS[level] && <path class="level-icon-mark" d={MARKS[level]} />}
    </svg>
  );
}
