/** Sheets of an .xlsx workbook. Parsed in one go: the console does it in a worker, which can be ended at any time. */
import { unzip, unzipSync, zipSync, type Zippable } from 'fflate';
import readXlsxFile from 'read-excel-file/browser';
import { ReadError } from './read-error';

/** A sheet: its rows are those of the spreadsheet from 1, empty ones among them. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Most bytes that the parts of an .xlsx unpack to, and most parts. */
const MAX_XLSX = 200_000_000;
const MAX_XLSX_PARTS = 500;

/** True where a file is a workbook, by what its name ends with. */
export function isWorkbook(name: string): boolean {
  return /\.xlsx$/i.test(name);
}

/** Holds that an .xlsx, which is a .zip, does not unpack to more than the memory should hold. */
async function requireBounded(bytes: Uint8Array): Promise<void> {
  let size = 0;
  let parts = 0;
  await new Promise<void>((resolve, reject) => {
    const filter = ({ originalSize }: { readonly originalSize: number }) => {
      size += originalSize;
      parts += 1;
      return false;
    };
    unzip(bytes, { filter }, (error) => {
      if (error) reject(new ReadError('ERR_FILE_BROKEN', { cause: error }));
      else resolve();
    });
  });
  if (size > MAX_XLSX || parts > MAX_XLSX_PARTS) throw new ReadError('ERR_FILE_TOO_LARGE');
}

/** The same parts, not packed any more: the library would start workers of its own for them, which pages of extensions may not. */
function unpacked(bytes: Uint8Array): Blob {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) });
  return new Blob([zipSync(parts satisfies Zippable, { level: 0 })]);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The sheets of a workbook in its order. Throws ReadError. */
export async function readWorkbook(file: Blob): Promise<Sheet[]> {
  if (file.size > MAX_XLSX) throw new ReadError('ERR_FILE_TOO_LARGE');
  const bytes = new Uint8Array(await file.arrayBuffer());
  await requireBounded(bytes);
  try {
    const sheets = await readXlsxFile(unpacked(bytes));
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    throw new ReadError('ERR_FILE_BROKEN', { cause: error });
  }
}

/** Place of the sheet that is read unless somebody says another: the first that has rows. `counts`: rows of each. */
export function firstFilled(counts: readonly number[]): number {
  return Math.max(
    0,
    counts.findIndex((rows) => rows > 0),
  );
}
