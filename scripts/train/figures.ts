/** A share of a count, with its Wilson interval (95%). */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;

/** The share of `hits` in `of`; an empty count gives 0 with the interval from 0 to 1. */
export function share(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const p = hits / of;
  const base = 1 + Z ** 2 / of;
  const middle = (p + Z ** 2 / (2 * of)) / base;
  const half = (Z / base) * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  return { hits, of, share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** A share for people: `81.3% (76.2 to 85.6), 183 of 225`. */
export function shown({ hits, of, share: p, low, high }: Share): string {
  if (of === 0) return '–';
  const percent = (value: number) => (value * 100).toFixed(1);
  return `${percent(p)}% (${percent(low)} to ${percent(high)}), ${String(hits)} of ${String(of)}`;
}
