/**
 * Whole months from one ISO date to another, both as exact as their source (`2024`, `2024-03`, `2024-03-05`); a
 * missing month counts as the middle of the year. Undefined where either is no date.
 */
export function monthsBetween(from: string, to: string): number | undefined {
  const start = monthNumber(from);
  const end = monthNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

function monthNumber(date: string): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date);
  if (!match) return undefined;
  return Number(match[1]) * 12 + (match[2] === undefined ? 6 : Number(match[2]) - 1);
}
