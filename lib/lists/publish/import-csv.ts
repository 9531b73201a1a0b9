/** Tables as text: CSV, with commas, semicolons or tabs. Pure. */
import { CsvReader, ROW_FAULTS, type TableRow } from './csv-reader';

/** Takes the rows of a table. */
export interface RowTaker<Name extends string> {
  push(line: number, row: Partial<Readonly<Record<Name, string>>>): void;
  refuse(line: number, reason: string): void;
}

/** A table: what its head calls the columns, and the rows below. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: Iterable<TableRow>;
}

/** The table of a text whose cells are parted by commas, semicolons or tabs. */
export function tableOf(text: string): Table {
  const reader = new CsvReader();
  const all = [...reader.push(text.replace(/^\ufeff/, '')), ...reader.end()];
  const [{ cells: head } = { cells: [] }, ...rows] = all;
  return { head, rows };
}

/**
 * Hands the rows of a table to a reader. `columns`: names of columns where the head calls a field something else. Throws
 * RangeError where no column gives the number; all other faults are faults of their row.
 */
export function readTable<Name extends string>(
  { head, rows }: Table,
  fields: readonly Name[],
  columns: Partial<Readonly<Record<Name, string>>> | undefined,
  reader: RowTaker<Name>,
): void {
  const names = head.map((name) => name.trim().toLowerCase());
  const columnOf = (field: Name) => names.indexOf((columns?.[field] ?? field).trim().toLowerCase());
  const places = fields.map((field) => [field, columnOf(field)] as const).filter(([, at]) => at >= 0);
  if (!places.some(([field]) => field === 'number'))
    throw new RangeError(`No column gives the number. The head names: ${head.join(', ').slice(0, 200)}`);
  for (const { line, cells: row, fault } of rows) {
    if (fault !== undefined) reader.refuse(line, ROW_FAULTS[fault]);
    else if (row.some((cell) => cell.trim() !== '')) {
      const cells = places.map(([field, at]) => [field, row[at] ?? ''] as const);
      reader.push(line, Object.fromEntries(cells) as Partial<Record<Name, string>>);
    }
  }
}
