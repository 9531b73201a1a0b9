/** What a merge brought, in words. */
import type { Taken } from '../../../lib/admin/merge/lists';
import { count } from '../call';
import type { Conflict } from '../conflict';

/** Conflicts that are shown for people; --json has all. */
const SHOWN = 50;

/** What the draft took from a publication; no line where that is nothing. */
export function takenLines({ reported, parts }: Taken): string[] {
  const { added, removed, changed } = reported;
  const numbers = [added, removed, changed].map((some) => some.length);
  const [more = 0, fewer = 0, other = 0] = numbers;
  return [
    ...(more + fewer + other > 0
      ? [
          `Taken into the draft: ${count(more, 'new number')}, ${String(fewer)} removed, ${String(other)} changed.`,
        ]
      : []),
    ...parts.map(
      ({ list, part, ...of }) =>
        `Taken into the draft: ${list} ${part}: ${String(of.added)} new, ${String(of.removed)} removed, ${String(of.changed)} changed.`,
    ),
  ];
}

const side = (value: unknown): string => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '(taken out)';
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};

/** Conflicts with both sides. */
export function conflictLines(conflicts: readonly Conflict[]): string[] {
  return [
    ...conflicts
      .slice(0, SHOWN)
      .flatMap(({ id, ours, theirs }) => [id, `  ours:   ${side(ours)}`, `  theirs: ${side(theirs)}`]),
    ...(conflicts.length > SHOWN ? [`and ${String(conflicts.length - SHOWN)} more`] : []),
  ];
}
