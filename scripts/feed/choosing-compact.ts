/** Numbers of the compact set by a filter. */
import { BlockView } from '../../lib/lists/compact/block';
import { GONE, type Changes } from '../../lib/lists/compact/changes';
import { keyOf, numberOf } from '../../lib/lists/compact/number-key';
import { COUNT_CLASSES, monthIndex, STATUSES, unpackRecord } from '../../lib/lists/compact/record';
import { blockFor, shapeOf } from '../../lib/lists/compact/shape';
import type { PublishedNumbers } from '../../lib/lists/publish/content';
import { CallError, type Values } from './call';
import { filterIn, FILTERS } from './choosing';

/** What the set says of a number, as rows of a table say it. */
export interface CompactRow {
  readonly number: string;
  readonly category: string;
  readonly first: string;
  readonly last: string;
  /** Least number of its reports. */
  readonly count: string;
  readonly status: string;
}

/** Whether `--where` chooses a row. Throws CallError. */
function testOf(values: Values): (row: CompactRow) => boolean {
  const { category, status, from, to } = filterIn(values, FILTERS.compact);
  if (status !== undefined && !STATUSES.some((one) => one === status))
    throw new CallError(`--where status is "${status}": it must be one of ${STATUSES.join(', ')}.`);
  for (const month of [from, to]) {
    if (month !== undefined && monthIndex(month) === undefined)
      throw new CallError(`--where is of "${month}": of the compact set it must be a month such as 2026-03.`);
  }
  return (row) =>
    (category === undefined || row.category === category) &&
    (status === undefined || row.status === status) &&
    (from === undefined || row.last >= from) &&
    (to === undefined || row.last <= to);
}

function rowAt(key: number, record: number, categories: readonly string[]): CompactRow {
  const { category, count, ...rest } = unpackRecord(record);
  const reports = String(COUNT_CLASSES[count] ?? 1);
  return { number: numberOf(key), category: categories[category] ?? '', count: reports, ...rest };
}

/** What a set says of a number; undefined where it does not know it. Reads the one block that may hold it. */
export function rowOf({ categories, blocks }: PublishedNumbers, number: string): CompactRow | undefined {
  const key = keyOf(number);
  if (key === undefined) return undefined;
  const views = blocks.map((block) => new BlockView(block));
  const record = views[blockFor(shapeOf(views.map(({ place }) => place)), key)]?.find(key);
  return record === undefined ? undefined : rowAt(key, record, categories);
}

/** The rows of a set that a call chooses, and, where some numbers are given, those of these alone. */
export function* chosenNumbers(
  { categories, blocks }: PublishedNumbers,
  values: Values,
  numbers: readonly string[],
): Generator<CompactRow> {
  const isChosen = testOf(values);
  const only = numbers.length === 0 ? undefined : new Set(numbers.map(keyOf));
  for (const block of blocks) {
    const { keys, records } = new BlockView(block).entries();
    for (const [at, key] of keys.entries()) {
      if (only && !only.has(key)) continue;
      const row = rowAt(key, records[at] ?? 0, categories);
      if (isChosen(row)) yield row;
    }
  }
}

/** Changes that take numbers out. */
export function removalOf(rows: Iterable<CompactRow>): Changes {
  const keys = Float64Array.from(rows, ({ number }) => keyOf(number) ?? -1).sort();
  return { keys, records: new Uint32Array(keys.length).fill(GONE) };
}
