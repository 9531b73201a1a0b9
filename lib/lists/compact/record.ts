/** What the compact set says of a number, packed into 28 bits. Pure. */

/** Least reports of each count class. */
export const COUNT_CLASSES = [1, 2, 5, 10, 50, 100, 500, 1000] as const;

/** `reported` by people; `confirmed` by an authority; `disputed` by its holder; `reassigned` to somebody else since. */
export const STATUSES = ['reported', 'confirmed', 'disputed', 'reassigned'] as const;
export type Status = (typeof STATUSES)[number];

/** Categories that one feed may name. */
export const MAX_CATEGORIES = 32;

const YEAR_ZERO = 2010;
/** Months that can be told: up to 2052. */
const MONTHS = 512;

export interface NumberRecord {
  /** Place in the feed's list of categories. */
  readonly category: number;
  /** Months of the first and the last report, `2026-03`. */
  readonly first: string;
  readonly last: string;
  /** Place in COUNT_CLASSES. */
  readonly count: number;
  readonly status: Status;
}

/** Months since January 2010; undefined outside 2010-01 to 2052-08 or where the text is no month. */
export function monthIndex(month: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!match) return undefined;
  const index = (Number(match[1]) - YEAR_ZERO) * 12 + Number(match[2]) - 1;
  return index >= 0 && index < MONTHS ? index : undefined;
}

function monthAt(index: number): string {
  return `${String(YEAR_ZERO + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The class of a number of reports, 1 or more. */
export function countClass(reports: number): number {
  return Math.max(
    0,
    COUNT_CLASSES.findLastIndex((least) => least <= reports),
  );
}

/** Packs a record from its parts. `last` as monthIndex() gives it, `span` the months from the first report to it. */
export function pack(category: number, last: number, span: number, count: number, status: number): number {
  return (category << 23) | (last << 14) | (span << 5) | (count << 2) | status;
}

export const statusOf = (packed: number): number => packed & 3;
export const countOf = (packed: number): number => (packed >>> 2) & 7;
export const spanOf = (packed: number): number => (packed >>> 5) & 511;
export const lastOf = (packed: number): number => (packed >>> 14) & 511;
export const categoryOf = (packed: number): number => packed >>> 23;

/** The packed form. Throws RangeError where a part cannot be told. */
export function packRecord({ category, first, last, count, status }: NumberRecord): number {
  const [from, to] = [monthIndex(first), monthIndex(last)];
  if (from === undefined || to === undefined || to < from) {
    throw new RangeError(`months ${first} to ${last} are not in order between 2010 and 2052`);
  }
  if (!(category >= 0 && category < MAX_CATEGORIES)) throw new RangeError(`there is no category ${category}`);
  if (!(count >= 0 && count < COUNT_CLASSES.length)) throw new RangeError(`there is no count class ${count}`);
  return pack(category, to, to - from, count, STATUSES.indexOf(status));
}

/** The record of a packed form. */
export function unpackRecord(packed: number): NumberRecord {
  const last = lastOf(packed);
  return {
    category: categoryOf(packed),
    first: monthAt(Math.max(0, last - spanOf(packed))),
    last: monthAt(last),
    count: countOf(packed),
    status: STATUSES[statusOf(packed)] ?? 'reported',
  };
}
