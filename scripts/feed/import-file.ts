/** Files that are imported: tables, workbooks, evidence that people saved, lists and lines of entries. */
import { fold } from '../../lib/text/fold';
import { numbersIn } from '../../lib/admin/numbers';
import { NO_CHANGE } from '../../lib/admin/reported/bulk';
import { guessMapping, TableImport, type ImportResult } from '../../lib/admin/reported/import-table';
import { readTable, type Table } from '../../lib/lists/publish/import-csv';
import { importJsonLines } from '../../lib/lists/publish/import-json-lines';
import { FIELDS, type Field, type Imported } from '../../lib/lists/publish/import-rows';
import { lineOf } from '../../lib/lists/reported/state';
import { parseReported } from '../../lib/lists/schema-reported';
import { CallError } from './call';
import { numberIn } from './editing';
import { FileError, tableIn, textIn, type SheetRead } from './table-file';
import type { TableCall } from './table-head';

export interface ImportOptions extends Pick<TableCall, 'head' | 'sheet'> {
  /** What a row says that has no such column, or leaves it empty. */
  readonly defaults: Partial<Readonly<Record<Field, string>>>;
  /** Names of columns where the head calls a field something else, or their places. */
  readonly columns: Partial<Readonly<Record<Field, string>>>;
  /** Rows of such a number are left out; of a table, as the console leaves them. */
  readonly official: (number: string) => boolean;
  /** Ids of categories of the list. */
  readonly categories: ReadonlySet<string>;
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await textIn(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(file, 'ERR_FILE_BROKEN', error);
  }
}

/** What the head calls the fields: as the call names them, as they are called here, or as offices write them. */
function columnsIn({ head }: Table, given: ImportOptions['columns']): ImportOptions['columns'] {
  const names = head.map((name) => name.trim().toLowerCase());
  const guessed = guessMapping(head, (heading) => fold(heading).text);
  const entries = FIELDS.flatMap((field) => {
    const at = guessed[field];
    const name = given[field] ?? (names.includes(field) || at === undefined ? undefined : head[at]);
    return name === undefined ? [] : [[field, name] as const];
  });
  return Object.fromEntries(entries);
}

function importTable(table: Table, { defaults, columns, official, categories }: ImportOptions): ImportResult {
  const named = columnsIn(table, columns);
  const heads = table.head.map((name) => name.trim().toLowerCase());
  const isThere = (field: Field) => heads.includes((named[field] ?? field).trim().toLowerCase());
  const there = FIELDS.filter(isThere);
  const mapping = Object.fromEntries(there.map((field) => [field, FIELDS.indexOf(field)] as const));
  const filled = { ...NO_CHANGE, ...defaults };
  const reader = new TableImport({ mapping, defaults: filled, numbersIn, official, categories });
  readTable(table, FIELDS, named, {
    push: (line, row) =>
      reader.push(
        line,
        FIELDS.map((field) => row[field] ?? ''),
      ),
    refuse: (line, reason) => reader.refuse(line, reason),
  });
  return reader.finish();
}

/** A reported list; its entries are counted. */
function importList(json: unknown): Imported {
  const { reports } = parseReported(json);
  const seen = new Map<string, number>();
  const duplicates = reports.flatMap((report, at) => {
    const line = lineOf(report);
    const of = seen.get(line);
    if (of === undefined) seen.set(line, at + 1);
    return of === undefined ? [] : [{ line: at + 1, of, number: report.number }];
  });
  return { lines: [...seen.keys()], rows: reports.length, errors: [], duplicates };
}

/** Throws CallError where a call says of a list what is of tables. */
function requireNoTable(file: string, { head, sheet, columns }: ImportOptions): void {
  if (head !== undefined || sheet !== undefined || Object.keys(columns).length > 0)
    throw new CallError(`--columns, --head and --sheet are of tables: ${file} is no table.`);
}

/**
 * The entries of a file, by what its name ends with. Throws FileError, CallError where there is no such sheet, RangeError where
 * no column gives the number.
 */
export async function readImport(
  file: string,
  options: ImportOptions,
): Promise<ImportResult & { readonly sheet?: SheetRead | undefined }> {
  if (/\.jsonl$/i.test(file)) {
    requireNoTable(file, options);
    const { defaults } = options;
    return { ...importJsonLines(await textIn(file), { numberIn, defaults }), left: [] };
  }
  if (/\.json$/i.test(file)) {
    const json = await jsonIn(file);
    if (!Object.hasOwn(Object(json) as object, 'records')) {
      requireNoTable(file, options);
      return { ...importList(json), left: [] };
    }
  }
  const table = await tableIn(file, { ...options, columns: Object.values(options.columns) });
  return { ...importTable(table, options), ...(table.sheet && { sheet: table.sheet }) };
}
