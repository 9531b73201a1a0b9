/** What an administrator must say yes to once more before it is published. Pure. */
import type { ReportedState } from '../../lists/reported/state';
import type { ChangeCount } from './history';

/** Share of the published numbers whose removal is asked twice. */
export const MAX_REMOVED = 0.1;
/** New numbers of one publication that are asked twice. */
export const MAX_ADDED = 10_000;

export type PublishWarning = 'many_removed' | 'many_added' | 'official';

/** The warnings of a publication. `official`: how many official numbers it lists as reported. */
export function warningsFor(
  { added, removed }: Pick<ChangeCount, 'added' | 'removed'>,
  published: ReportedState,
  official: number,
): PublishWarning[] {
  const warnings: PublishWarning[] = [];
  if (removed > published.size * MAX_REMOVED) warnings.push('many_removed');
  if (added > MAX_ADDED) warnings.push('many_added');
  if (official > 0) warnings.push('official');
  return warnings;
}
