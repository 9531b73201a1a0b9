import { compareVersions } from '../versions';

/** The version of a day (milliseconds since 1970, UTC), counted on where `before` is of that day or later. */
export function nextVersion(before: string | undefined, now: number): string {
  const today = new Date(now);
  const day = `${String(today.getUTCFullYear())}.${String(today.getUTCMonth() + 1)}.${String(today.getUTCDate())}`;
  if (before === undefined || compareVersions(day, before) > 0) return day;
  const [year = '', month = '', date = '', count = '1'] = before.split('.');
  return [year, month, date, String(Number(count) + 1)].join('.');
}
