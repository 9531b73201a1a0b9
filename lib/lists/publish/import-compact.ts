/** Numbers of a compact set from rows of a table: each row on its own, so that a bad one costs nobody the good ones. Pure. */
import * as v from 'valibot';
import { keyOf } from '../compact/number-key';
import { MAX_CATEGORIES, STATUSES, countClass, packRecord } from '../compact/record';
import type { Changes } from '../compact/changes';
import { category as categorySchema } from '../schema-parts';

export const COMPACT_FIELDS = ['number', 'category', 'first', 'last', 'count', 'status'] as const;
export type CompactField = (typeof COMPACT_FIELDS)[number];
type CompactRow = Partial<Readonly<Record<CompactField, string>>>;

export interface CompactRowError {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly field?: CompactField;
  readonly reason: string;
}

export interface CompactImport {
  readonly changes: Changes;
  /** What the categories of the changes are called: those given, and new ones behind them. */
  readonly categories: readonly string[];
  readonly rows: number;
  readonly errors: readonly CompactRowError[];
  /** Rows whose number a later row has as well: the later one counts. */
  readonly overwritten: number;
}

export interface CompactRowOptions {
  readonly numberIn: (text: string) => string | undefined;
  readonly defaults?: CompactRow;
  /** Categories of the set so far. */
  readonly categories: readonly string[];
}

/** `2026-03`, or the month of a day as an ISO date or as Vietnam writes it: 5/3/2026, 03/2026. */
function isoMonth(text: string): string {
  const iso = /^(\d{4}-\d{2})(?:-\d{2})?$/.exec(text);
  if (iso?.[1] !== undefined) return iso[1];
  const match = /^(?:\d{1,2}[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text);
  return match ? `${match[2] ?? ''}-${(match[1] ?? '').padStart(2, '0')}` : text;
}

class RowFault extends Error {
  constructor(
    readonly field: CompactField,
    reason: string,
  ) {
    super(reason);
  }
}

/** Reads a table of numbers row by row into the records of a compact set, and keeps what was wrong with which row. */
export class CompactReader {
  private readonly records = new Map<number, number>();
  private readonly categories: string[];
  private readonly errors: CompactRowError[] = [];
  private rows = 0;
  private taken = 0;

  constructor(private readonly options: CompactRowOptions) {
    this.categories = [...options.categories];
  }

  /** Takes one row: its parts by name. `line`: where it begins in the file, from 1. */
  push(line: number, row: CompactRow): void {
    this.rows++;
    try {
      const [key, record] = this.read(row);
      this.records.set(key, record);
      this.taken++;
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.errors.push({ line, field: error.field, reason: error.message });
    }
  }

  /** Notes a row that could not even be read. */
  refuse(line: number, reason: string): void {
    this.rows++;
    this.errors.push({ line, reason });
  }

  finish(): CompactImport {
    const { records, categories, rows, errors } = this;
    const keys = Float64Array.from(records.keys()).sort();
    const changes = { keys, records: Uint32Array.from(keys, (key) => records.get(key) ?? 0) };
    return { changes, categories, rows, errors, overwritten: this.taken - keys.length };
  }

  private read(row: CompactRow): [key: number, record: number] {
    const cell = (field: CompactField) => (row[field] ?? '').trim() || (this.options.defaults?.[field] ?? '');
    const number = this.options.numberIn(cell('number'));
    const key = number === undefined ? undefined : keyOf(number);
    if (key === undefined)
      throw new RowFault('number', `"${cell('number').slice(0, 60)}" is not one phone number`);
    const last = isoMonth(cell('last'));
    const reports = cell('count') || '1';
    if (!/^[1-9]\d{0,8}$/.test(reports)) throw new RowFault('count', 'is no number of reports');
    const status = STATUSES.find((one) => one === (cell('status') || 'reported'));
    if (!status) throw new RowFault('status', `is none of ${STATUSES.join(', ')}`);
    const category = this.categoryOf(cell('category'));
    const first = isoMonth(cell('first')) || last;
    try {
      return [key, packRecord({ category, first, last, count: countClass(Number(reports)), status })];
    } catch (error) {
      throw new RowFault('last', error instanceof Error ? error.message : String(error));
    }
  }

  private categoryOf(name: string): number {
    if (!v.is(categorySchema, name)) throw new RowFault('category', 'is no category');
    const known = this.categories.indexOf(name);
    if (known >= 0) return known;
    if (this.categories.length >= MAX_CATEGORIES) {
      throw new RowFault('category', `is one more than ${String(MAX_CATEGORIES)} categories`);
    }
    return this.categories.push(name) - 1;
  }
}
