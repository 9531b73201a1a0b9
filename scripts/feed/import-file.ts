/** Files that are imported: tables, workbooks, evidence that people saved, lists and lines of entries. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fold } from '../../lib/text/fold';
import { numbersIn } from '../../lib/admin/numbers';
import { NO_CHANGE } from '../../lib/admin/reported/bulk';
import { guessMapping, TableImport, type ImportResult } from '../../lib/admin/reported/import-table';
import { lettersOf } from '../../lib/admin/reported/file-letters';
import { ReadError, type ReadErrorCode } from '../../lib/admin/reported/read-error';
import { readRows, type TakeRows } from '../../lib/admin/reported/read-file';
import type { TableRow } from '../../lib/lists/publish/csv-reader';
import { readTable, type Table } from '../../lib/lists/publish/import-csv';
import { importJsonLines } from '../../lib/lists/publish/import-json-lines';
import { FIELDS, type Field, type Imported } from '../../lib/lists/publish/import-rows';
import { lineOf } from '../../lib/lists/reported/state';
import { parseReported } from '../../lib/lists/schema-reported';
import { numberIn } from './editing';

export interface ImportOptions {
  /** What a row says that has no such column, or leaves it empty. */
  readonly defaults: Partial<Readonly<Record<Field, string>>>;
  /** Names of columns where the head calls a field something else. */
  readonly columns: Partial<Readonly<Record<Field, string>>>;
  /** Rows of such a number are left out; of a table, as the console leaves them. */
  readonly official: (number: string) => boolean;
}

const PROBLEMS: Readonly<Record<ReadErrorCode, string>> = {
  ERR_FILE_KIND: 'it is none of the files that are read here (.csv, .tsv, .txt, .xlsx, .zip, .json, .jsonl)',
  ERR_FILE_TOO_LARGE: 'it has more bytes or parts than are read',
  ERR_FILE_LETTERS:
    'its letters are not in UTF-8, so that Vietnamese letters would come out wrong; in Excel save it as "CSV UTF-8", or as .xlsx',
  ERR_FILE_BROKEN: 'it is damaged, was changed since it was saved, or is something else than its name says',
};

/** Why a file is not read. */
export class FileError extends Error {
  constructor(
    file: string,
    readonly code: ReadErrorCode,
    cause: unknown,
  ) {
    super(`${file}: ${PROBLEMS[code]}. Nothing was changed.`, { cause });
  }
}

/** What a read gives. Throws FileError with the name of the file. */
async function named<Read>(file: string, read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadError) throw new FileError(file, error.code, error);
    throw error;
  }
}

const textIn = (file: string) => named(file, () => lettersOf(readFileSync(file)));

async function jsonIn(file: string): Promise<unknown> {
  const text = await textIn(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(file, 'ERR_FILE_BROKEN', error);
  }
}

/** Columns of evidence: the page and the message are for people, no field takes them. */
const EVIDENCE = { number: 'number', date: 'date', page: 'page', message: 'message' };

/** The rows of a table, a workbook or of evidence, as the console reads them. Throws FileError. */
export async function tableIn(file: string): Promise<Table> {
  const rows: TableRow[] = [];
  const take: TakeRows = (piece, line, _share, places) => {
    for (const [at, cells] of piece.entries()) rows.push(places?.[at] ?? { line: line + at, cells });
  };
  const source = new File([readFileSync(file)], basename(file));
  await named(file, () => readRows(source, take, new AbortController().signal, EVIDENCE));
  const [{ cells: head } = { cells: [] }, ...rest] = rows;
  return { head, rows: rest };
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

function importTable(table: Table, { defaults, columns, official }: ImportOptions): ImportResult {
  const named = columnsIn(table, columns);
  const heads = table.head.map((name) => name.trim().toLowerCase());
  const isThere = (field: Field) => heads.includes((named[field] ?? field).trim().toLowerCase());
  const there = FIELDS.filter(isThere);
  const mapping = Object.fromEntries(there.map((field) => [field, FIELDS.indexOf(field)] as const));
  const reader = new TableImport({ mapping, defaults: { ...NO_CHANGE, ...defaults }, numbersIn, official });
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

/** The entries of a file, by what its name ends with. Throws FileError, RangeError where no column gives the number. */
export async function readImport(file: string, options: ImportOptions): Promise<ImportResult> {
  if (/\.jsonl$/i.test(file)) {
    const { defaults } = options;
    return { ...importJsonLines(await textIn(file), { numberIn, defaults }), left: [] };
  }
  if (/\.json$/i.test(file)) {
    const json = await jsonIn(file);
    if (!Object.hasOwn(Object(json) as object, 'records')) return { ...importList(json), left: [] };
  }
  return importTable(await tableIn(file), options);
}
