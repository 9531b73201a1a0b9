/** What a publication would change, counted. Pure. */
import type { ReportedState } from '../reported/state';

export interface ReportedDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Numbers that stay, with other entries. */
  readonly changed: readonly string[];
}

/** Numbers that come, go or change between two states. Linear. */
export function diffReported(from: ReportedState, to: ReportedState): ReportedDiff {
  const has = (state: ReportedState) => (number: string) => state.has(number);
  const both = [...to.keys()].filter(has(from));
  return {
    added: [...to.keys()].filter((number) => !from.has(number)),
    removed: [...from.keys()].filter((number) => !to.has(number)),
    changed: both.filter((number) => from.get(number)?.join('\n') !== to.get(number)?.join('\n')),
  };
}
