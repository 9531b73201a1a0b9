import type { ReportedState } from '../../../lib/lists/reported/state';

/** A state without a number. */
export function withoutNumber(state: ReportedState, number: string): ReportedState {
  return new Map([...state].filter(([one]) => one !== number));
}
