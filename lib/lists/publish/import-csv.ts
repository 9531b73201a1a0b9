/** Tables as text: CSV, with commas, semicolons or tabs. Pure. */
import Papa from 'papaparse';

/** How many lines of the file a row takes: cells in quotes may hold line breaks. */
function linesOf(row: readonly string[]): number {
  return 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** A row where it begins in the file; `fault`: why it could not be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string | undefined;
}

/**
 * The rows that Papa Parse read, by the lines of the file, from `line` on. A quote that nobody closes swallows the rows
 * behind it: those are read again, so that it costs its own line alone.
 */
export function* tableRows(
  { data, errors }: Pick<Papa.ParseResult<string[]>, 'data' | 'errors'>,
  line: number,
  delimiter: string,
): Generator<TableRow, number> {
  const broken = new Map(
    errors.flatMap(({ type, row, message }) => (type === 'Quotes' ? [[row ?? 0, message] as const] : [])),
  );
  let at = line;
  for (const [i, cells] of data.entries()) {
    const fault = broken.get(i);
    yield { line: at, cells, fault };
    const rest = fault === undefined ? undefined : /(?:\r\n|\r|\n)([^]*)$/.exec(cells.join(delimiter))?.[1];
    if (rest) yield* tableRows(Papa.parse<string[]>(rest, { delimiter }), at + 1, delimiter);
    at += linesOf(cells);
  }
  return at;
}

/** What parts the cells: whichever of them the head has most of. Rows may hold any of them in their texts. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

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
  const table = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(table);
  const parsed = Papa.parse<string[]>(table, { delimiter, skipEmptyLines: false });
  const [{ cells: head } = { cells: [] }, ...rows] = tableRows(parsed, 1, delimiter);
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
    if (fault !== undefined) reader.refuse(line, fault);
    else if (row.some((cell) => cell.trim() !== '')) {
      const cells = places.map(([field, at]) => [field, row[at] ?? ''] as const);
      reader.push(line, Object.fromEntries(cells) as Partial<Record<Name, string>>);
    }
  }
}
