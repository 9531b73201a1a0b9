/** How old reports and lists are, and whether an office still stands. Pure: today is always an argument. */
import { dateParts, earliest, latest, type DateParts } from './dates';

/** From this many months on a report counts as old: numbers are given back and change hands. */
export const OLD_AFTER_MONTHS = 24;

export type Freshness = 'recent' | 'old';
export type Validity = 'valid' | 'past' | 'future';

function partsOf(iso: string): DateParts {
  const parts = dateParts(iso);
  if (!parts) throw new RangeError(`not an ISO date: ${iso}`);
  return parts;
}

function compare(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Whole months from one ISO date to another; negative backwards. A partial date counts from its first day. */
export function monthsBetween(from: string, to: string): number {
  const start = earliest(partsOf(from));
  const end = earliest(partsOf(to));
  if (compare(end, start) < 0) return 0 - monthsBetween(to, from);
  const months = (end[0] - start[0]) * 12 + (end[1] - start[1]);
  // A month is whole when its day came again, or when the shorter month of `to` has no such day and is over.
  const lastDay = latest({ year: end[0], month: end[1] })[2];
  return end[2] >= Math.min(start[2], lastDay) ? months : months - 1;
}

/** Whether a report of this date is recent or old today. */
export function reportFreshness(date: string, now: string): Freshness {
  return monthsBetween(date, now) >= OLD_AFTER_MONTHS ? 'old' : 'recent';
}

/** Whether an entry holds today. Both ends are inclusive; a partial end lasts to its last day. */
export function validityOf(
  entry: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  now: string,
): Validity {
  const today = earliest(partsOf(now));
  if (entry.validTo !== undefined && compare(today, latest(partsOf(entry.validTo))) > 0) return 'past';
  if (entry.validFrom !== undefined && compare(today, earliest(partsOf(entry.validFrom))) < 0)
    return 'future';
  return 'valid';
}
