/** Whether the local clock can be right: judged by dates that must lie behind it. */
import { CLOCK_AHEAD_MS, CLOCK_BEHIND_MS } from './limits';

export interface ClockView {
  /** The time that expiry is judged by: never before the build or before what was signed. Milliseconds. */
  readonly time: number;
  /** The local clock is behind by days. */
  readonly behind: boolean;
}

/** What to take for the present. `known`: milliseconds of the build and of signatures; all of them have passed. */
export function viewClock(now: number, known: readonly number[]): ClockView {
  const latest = Math.max(...known);
  return { time: Math.max(now, latest), behind: now < latest - CLOCK_BEHIND_MS };
}

/** True where metadata that has expired may rather speak of a clock that is ahead. */
export function maybeAhead(now: number, known: readonly number[]): boolean {
  return now > Math.max(...known) + CLOCK_AHEAD_MS;
}
