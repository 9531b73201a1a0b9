/** ISO dates as exact as their source: 2024, 2024-03 or 2024-03-05. Pure: today is always an argument. */

/** A date with the parts that its source gives. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The parts of an ISO date, exact or partial; a time after the day is ignored. Undefined if it is no date. */
export function dateParts(iso: string): DateParts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(iso);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day >= 1 && day <= lastDayOf(year, month) ? { year, month, day } : undefined;
}

/** True for 2024, 2024-03 and 2024-03-05, if such a day exists. */
export function isIsoDate(text: string): boolean {
  return !text.includes('T') && dateParts(text) !== undefined;
}

/** First day that a date, exact or partial, may mean: [year, month, day]. */
export function earliest(parts: DateParts): readonly [number, number, number] {
  return [parts.year, parts.month ?? 1, parts.day ?? 1];
}

/** Last day that a date, exact or partial, may mean: [year, month, day]. */
export function latest(parts: DateParts): readonly [number, number, number] {
  const month = parts.month ?? 12;
  return [parts.year, month, parts.day ?? lastDayOf(parts.year, month)];
}
