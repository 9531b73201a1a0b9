/** The row of a table that names its columns: offices put titles, dates and blanks above it. Pure. */
import { fold } from '../../text/fold';
import { holdsNumber } from '../numbers';
import { guessMapping } from './import-table';

/** Rows among which it is looked for. */
export const HEAD_ROWS = 20;

const folded = (text: string) => fold(text).text;
const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;

/**
 * How much a row is a head: the columns that it names, the one of numbers twice; 0 below two. Figures speak against it, as of the
 * date or the number of a letter; "Số" alone is the number of anything.
 */
function namesIn(row: readonly string[]): number {
  const mapping = guessMapping(row, folded);
  const { number } = mapping;
  const isSure = number !== undefined && folded(row[number] ?? '').trim() !== 'so';
  const figures = row.filter((cell) => /\d{2}/.test(cell)).length;
  const names = Object.keys(mapping).length + (isSure ? 1 : 0) - figures;
  return names < 2 ? 0 : names;
}

/**
 * Place of the head among the first rows: the row that names the most columns, of several the last above the first number;
 * where none does, the last row above the first number that has as many cells. Undefined where numbers begin at once, or
 * nothing is there.
 */
export function headRow(rows: readonly (readonly string[])[]): number | undefined {
  const first = rows.slice(0, HEAD_ROWS);
  const hasNumber = first.map((row) => row.some(holdsNumber));
  const data = hasNumber.indexOf(true);
  const names = first.map((row, at) => (hasNumber[at] ? 0 : namesIn(row)));
  const most = Math.max(0, ...names);
  if (most > 0) {
    // Printed tables say their head again on each page.
    const above = data < 0 ? -1 : names.slice(0, data).lastIndexOf(most);
    return above < 0 ? names.indexOf(most) : above;
  }
  const above = data < 0 ? first : first.slice(0, data);
  const cells = data < 0 ? 1 : Math.min(2, filled(first[data] ?? []));
  const isHead = (row: readonly string[]) => filled(row) >= cells;
  const at = data < 0 ? above.findIndex(isHead) : above.findLastIndex(isHead);
  return at < 0 ? undefined : at;
}
