/** Tables in files: the letters, the sheet, the rows. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lettersOf } from '../../lib/admin/reported/file-letters';
import { ReadError, type ReadErrorCode } from '../../lib/admin/reported/read-error';
import { readRows, type TakeRows } from '../../lib/admin/reported/read-file';
import { firstFilled, isWorkbook, readWorkbook } from '../../lib/admin/reported/read-workbook';
import type { TableRow } from '../../lib/lists/publish/csv-reader';
import type { Table } from '../../lib/lists/publish/import-csv';
import { CallError, count } from './call';
import { withHead, type TableCall } from './table-head';

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

/** The letters of a file. Throws FileError. */
export const textIn = (file: string) => named(file, () => lettersOf(readFileSync(file)));

/** Columns of evidence: the page and the message are for people, no field takes them. */
const EVIDENCE = { number: 'number', date: 'date', page: 'page', message: 'message' };

/** A sheet of a workbook that has several. */
export interface SheetRead {
  readonly name: string;
  readonly others: readonly { readonly name: string; readonly rows: number }[];
}

/** A table of a file; `sheet`: which one was read, where the file has more than one. */
export interface FileTable extends Table {
  readonly sheet?: SheetRead | undefined;
}

/** The rows of a sheet of a workbook. Throws FileError, CallError where no sheet is called so. */
async function sheetIn(
  file: string,
  name: string | undefined,
): Promise<{ rows: TableRow[]; sheet: SheetRead }> {
  const sheets = await named(file, () => readWorkbook(new Blob([readFileSync(file)])));
  const counts = sheets.map(({ rows }) => rows.length);
  const at = name === undefined ? firstFilled(counts) : sheets.findIndex((sheet) => sheet.name === name);
  const chosen = sheets[at];
  if (!chosen && name !== undefined) {
    const names = sheets.map((sheet) => `"${sheet.name}"`).join(', ');
    throw new CallError(`--sheet: ${file} has no sheet "${name}". It has ${names}.`);
  }
  const others = sheets
    .filter((sheet) => sheet !== chosen)
    .map((sheet) => ({ name: sheet.name, rows: sheet.rows.length }));
  const rows = (chosen?.rows ?? []).map((cells, row) => ({ line: row + 1, cells }));
  return { rows, sheet: { name: chosen?.name ?? '', others } };
}

async function rowsIn(file: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const take: TakeRows = (piece, line, _share, places) => {
    for (const [at, cells] of piece.entries()) rows.push(places?.[at] ?? { line: line + at, cells });
  };
  const source = new File([readFileSync(file)], basename(file));
  await named(file, () => readRows(source, take, new AbortController().signal, EVIDENCE));
  return rows;
}

/** The rows of a table, a workbook or of evidence, as the console reads them. Throws FileError, CallError. */
export async function tableIn(file: string, call: TableCall): Promise<FileTable> {
  const { sheet } = call;
  if (sheet !== undefined && !isWorkbook(file))
    throw new CallError(`--sheet: ${file} is no workbook (.xlsx).`);
  const read = isWorkbook(file) ? await sheetIn(file, sheet) : { rows: await rowsIn(file) };
  const several = 'sheet' in read && read.sheet.others.length > 0;
  return { ...withHead(file, read.rows, call), ...(several && { sheet: read.sheet }) };
}

/** For people: which sheet was read, and that there are others. */
export function sheetLines(sheet: SheetRead | undefined): string[] {
  if (!sheet) return [];
  const others = sheet.others.map(({ name, rows }) => `"${name}" (${count(rows, 'row')})`).join(', ');
  return [`Sheet "${sheet.name}" was read. The workbook has also: ${others}. --sheet NAME reads another.`];
}
