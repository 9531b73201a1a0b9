/** The row of a table that names its columns: offices put titles, dates and blanks above it. Pure. */
import { guessMapping } from './import-table';

/** Rows among which it is looked for. */
export const HEAD_ROWS = 20;

export interface HeadOptions {
  /** Folded text of lib/text. */
  readonly fold: (text: string) => string;
  /** True where a cell holds a phone number. */
  readonly isNumber: (cell: string) => boolean;
}

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;

/**
 * Place of the head among the first rows: the row that names the column of numbers, or two other columns; where none does, the
 * last row above the first number that has as many cells. Undefined where numbers begin at once, or nothing is there.
 */
export function headRow(rows: readonly (readonly string[])[], options: HeadOptions): number | undefined {
  const first = rows.slice(0, HEAD_ROWS);
  const hasNumber = first.map((row) => row.some(options.isNumber));
  const named = first.map((row, at) => (hasNumber[at] ? {} : guessMapping(row, options.fold)));
  const ofNumbers = named.findIndex(({ number }) => number !== undefined);
  if (ofNumbers >= 0) return ofNumbers;
  const ofTwo = named.findIndex((mapping) => Object.keys(mapping).length >= 2);
  if (ofTwo >= 0) return ofTwo;
  const data = hasNumber.indexOf(true);
  const above = data < 0 ? first : first.slice(0, data);
  const cells = data < 0 ? 1 : Math.min(2, filled(first[data] ?? []));
  const isHead = (row: readonly string[]) => filled(row) >= cells;
  const at = data < 0 ? above.findIndex(isHead) : above.findLastIndex(isHead);
  return at < 0 ? undefined : at;
}
