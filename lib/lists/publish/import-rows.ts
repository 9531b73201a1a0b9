/** Reported entries from rows of a table: each row on its own, so that a bad one costs nobody the good ones. Pure. */
import * as v from 'valibot';
import { reportedEntry } from '../schema-reported';
import { lineOf } from '../reported/state';
import type { RowFault } from './csv-reader';

/** The parts of an entry, by the names that a table's head gives its columns. */
export const FIELDS = [
  'number',
  'category',
  'pretends_vi',
  'pretends_en',
  'authority',
  'publisher',
  'url',
  'date',
  'strength',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * What is wrong with a part: nothing in it, too long, letters that nobody sees, or not of the form that it must have; or why
 * the row itself cannot be read.
 */
export type Fault = 'missing' | 'long' | 'hidden' | 'form' | RowFault;

export interface RowError {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The part that is wrong; absent where the row itself is. */
  readonly field?: Field;
  readonly fault?: Fault;
  /** Letters that the part may have, where it has more. */
  readonly most?: number;
  readonly reason: string;
}

/** A row that says what an earlier row says. */
export interface Duplicate {
  readonly line: number;
  readonly of: number;
  readonly number: string;
}

export interface Imported {
  /** Lines of the entries, each once. */
  readonly lines: readonly string[];
  readonly rows: number;
  readonly errors: readonly RowError[];
  readonly duplicates: readonly Duplicate[];
}

export interface RowOptions {
  /** The number in a cell, in the form of the lists; undefined where it holds none or several. */
  readonly numberIn: (text: string) => string | undefined;
  /** What a row says that has no such column, or leaves it empty. */
  readonly defaults?: Partial<Readonly<Record<Field, string>>>;
}

const WRONG_PART: Readonly<Record<string, Field>> = {
  'pretends.vi': 'pretends_vi',
  'pretends.en': 'pretends_en',
};

function fieldOf(path: string | null): Field | undefined {
  if (path === null) return undefined;
  return WRONG_PART[path] ?? FIELDS.find((field) => field === path);
}

/** Parts in words: of any form, but of letters that people see. */
const WORDS: readonly (Field | undefined)[] = ['pretends_vi', 'pretends_en', 'authority', 'publisher'];

function faultOf(issue: v.BaseIssue<unknown>, field: Field | undefined): Pick<RowError, 'fault' | 'most'> {
  if (issue.input === '') return { fault: 'missing' };
  if (issue.type === 'max_length' && typeof issue.requirement === 'number')
    return { fault: 'long', most: issue.requirement };
  return { fault: issue.type === 'check' && WORDS.includes(field) ? 'hidden' : 'form' };
}

/** Lines and columns within a cell (Alt+Enter in a spreadsheet) are blanks: entries are of one line. */
function oneLine(cell: string): string {
  return cell.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim();
}

/** 5/3/2024 and 05-03-2024, as Vietnam writes days, as ISO dates; anything else as it is. */
function isoDay(text: string): string {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!match) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Collects entries row by row: a million rows may come in pieces. */
export class RowReader {
  private readonly seen = new Map<string, number>();
  private readonly errors: RowError[] = [];
  private readonly duplicates: Duplicate[] = [];
  private rows = 0;

  constructor(private readonly options: RowOptions) {}

  /** Takes one row: its parts by name. `line`: where it begins in the file, from 1. */
  push(line: number, row: Partial<Readonly<Record<Field, string>>>): void {
    this.rows++;
    const cell = (field: Field) =>
      oneLine(row[field] ?? '').normalize('NFC') || oneLine(this.options.defaults?.[field] ?? '');
    const number = this.options.numberIn(cell('number'));
    if (number === undefined) {
      this.errors.push({
        line,
        field: 'number',
        fault: cell('number') === '' ? 'missing' : 'form',
        reason: `"${cell('number').slice(0, 60)}" is not one phone number`,
      });
      return;
    }
    const authority = cell('authority');
    const entry = v.safeParse(reportedEntry, {
      number,
      category: cell('category'),
      pretends: { vi: cell('pretends_vi'), en: cell('pretends_en') },
      ...(authority !== '' && { authority }),
      publisher: cell('publisher'),
      url: cell('url'),
      date: isoDay(cell('date')),
      strength: cell('strength') || 'strong',
    });
    if (!entry.success) {
      // A part is said once, also where English says what Vietnamese says.
      const said = new Set<Field | undefined>();
      if (cell('pretends_en') === cell('pretends_vi')) said.add('pretends_en');
      for (const issue of entry.issues) {
        const field = fieldOf(v.getDotPath(issue));
        if (said.has(field)) continue;
        said.add(field);
        this.errors.push({ line, ...(field && { field }), ...faultOf(issue, field), reason: issue.message });
      }
      return;
    }
    const text = lineOf(entry.output);
    const of = this.seen.get(text);
    if (of === undefined) this.seen.set(text, line);
    else this.duplicates.push({ line, of, number });
  }

  /** Notes a row that could not even be read. */
  refuse(line: number, reason: string, fault?: RowFault): void {
    this.rows++;
    this.errors.push({ line, reason, ...(fault && { fault }) });
  }

  finish(): Imported {
    const { rows, errors, duplicates } = this;
    return { lines: [...this.seen.keys()], rows, errors, duplicates };
  }
}
