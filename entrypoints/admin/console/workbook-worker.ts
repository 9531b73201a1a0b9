/** Reads a workbook apart from the page: what parses it in one go is ended with the worker. */
import { ReadError } from '../../../lib/admin/reported/read-error';
import { readWorkbook, type Sheet } from '../../../lib/admin/reported/read-workbook';
import type { WorkbookAnswer, WorkbookAsk } from '../../../lib/admin/reported/workbook-messages';

/** Rows of one message: the page breathes between two. */
const PIECE = 2_000;

let sheets: readonly Sheet[] = [];

function answer(message: WorkbookAnswer): void {
  // Of a worker, not of a window: there is no origin to name.
  (globalThis.postMessage as (message: WorkbookAnswer) => void)(message);
}

async function open(file: Blob): Promise<void> {
  try {
    sheets = await readWorkbook(file);
    answer({ kind: 'sheets', sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })) });
  } catch (error) {
    answer({ kind: 'fault', code: error instanceof ReadError ? error.code : 'ERR_FILE_BROKEN' });
  }
}

function read(sheet: number, most = Infinity): void {
  const rows = sheets[sheet]?.rows ?? [];
  const end = Math.min(rows.length, most);
  for (let at = 0; at < end; at += PIECE)
    answer({ kind: 'rows', rows: rows.slice(at, Math.min(end, at + PIECE)), line: at + 1 });
  answer({ kind: 'done' });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkbookAsk>) => {
  if ('open' in data) void open(data.open);
  else read(data.sheet, data.most);
});
