/** The row of a table that names its columns, as the call says it or as the console finds it. */
import { HEAD_ROWS, headRow } from '../../lib/admin/reported/head-row';
import type { TableRow } from '../../lib/lists/publish/csv-reader';
import type { Table } from '../../lib/lists/publish/import-csv';
import { CallError, countFrom } from './call';

/** What a call says of a table. */
export interface TableCall {
  /** What the columns are called, or their places from 1. */
  readonly columns: readonly string[];
  /** The line of the head; 0: there is none. */
  readonly head?: string | undefined;
  /** Of a workbook; by default the first that has rows. */
  readonly sheet?: string | undefined;
}

const isPlace = (column: string) => /^[1-9]\d{0,3}$/.test(column);
const plain = (name: string) => name.trim().toLowerCase();

/** The place of the head among the rows; undefined: there is none. Throws CallError. */
function headOf(file: string, rows: readonly TableRow[], { columns, head }: TableCall): number | undefined {
  if (head !== undefined) {
    const line = countFrom('head', head);
    const at = rows.findIndex((row) => row.line === line);
    if (line > 0 && at < 0) throw new CallError(`--head: no row of ${file} begins in line ${head}.`);
    return line === 0 ? undefined : at;
  }
  const first = rows.slice(0, HEAD_ROWS).map(({ cells }) => cells);
  const wanted = columns.map(plain).filter((name) => !isPlace(name));
  const names = first.map((cells) => cells.map(plain));
  const given = wanted.length === 0 ? -1 : names.findIndex((row) => wanted.every((one) => row.includes(one)));
  return given < 0 ? headRow(first) : given;
}

/** Throws CallError where the head lacks a column that the call tells: what it holds would be left out without a word. */
function requireColumns(file: string, head: readonly string[], columns: readonly string[]): void {
  const names = head.map(plain);
  const missing = columns.filter((column) => !names.includes(plain(column)));
  if (missing.length > 0)
    throw new CallError(
      `--columns: no column of ${file} is ${missing.join(', ')}. Its head: ${head.join(', ').slice(0, 200)}`,
    );
}

/** The head of a table and the rows below it; a column that is told by its place is called by it. Throws CallError. */
export function withHead(file: string, rows: readonly TableRow[], call: TableCall): Table {
  if (!rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')))
    throw new Error(`${file} has no rows. Nothing was changed.`);
  const places = call.columns.map(plain).filter(isPlace);
  const at = headOf(file, rows, call);
  if (at === undefined && places.length === 0)
    throw new CallError(
      `${file} has no head that names its columns. Tell them by their place (--columns number=1), or say which line is the head (--head N).`,
    );
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const names = at === undefined ? Array.from({ length: width }, () => '') : (rows[at]?.cells ?? []);
  const free = places.filter((place) => !names.map(plain).includes(place));
  const head = names.map((name, place) => (free.includes(String(place + 1)) ? String(place + 1) : name));
  requireColumns(file, head, call.columns);
  return { head, rows: at === undefined ? rows : rows.slice(at + 1) };
}
