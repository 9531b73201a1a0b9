/** Rows of CSV files and of evidence, piece by piece, so that a long file neither blocks the page nor cannot be stopped. */
import { ReportError } from '../../report/report-error';
import { CsvReader, type TableRow } from '../../lists/publish/csv-reader';
import { FileLetters } from './file-letters';
import { evidenceRows, type EvidenceHeadings } from './read-evidence';
import { ReadError } from './read-error';

/** Most bytes of a .csv. */
const MAX_CSV = 500_000_000;
const MAX_EVIDENCE = 300_000_000;
/** Rows between two breaths of the page, and bytes of a .csv. */
const PIECE = 2_000;
const PIECE_BYTES = 65_536;

/**
 * Takes rows with the line of the first, from 1, and the share of the file that is read, 0 to 1. `places`: the line and the
 * fault of each, where rows may have several lines.
 */
export type TakeRows = (
  rows: readonly (readonly string[])[],
  line: number,
  share: number,
  places?: readonly TableRow[],
) => void;

/** Lets the page breathe between two pieces. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function readCsv(file: File, take: TakeRows, signal: AbortSignal): Promise<void> {
  if (file.size > MAX_CSV) throw new ReadError('ERR_FILE_TOO_LARGE');
  const table = new CsvReader();
  const letters = new FileLetters();
  const pieces = file.stream().getReader();
  let read = 0;
  const takeAll = (rows: Iterable<TableRow>) => {
    const places = [...rows];
    const cells = places.map((place) => place.cells);
    take(cells, places[0]?.line ?? 0, Math.min(1, read / file.size), places);
  };
  const next = async () => {
    try {
      return await pieces.read();
    } catch (error) {
      throw new ReadError('ERR_FILE_BROKEN', { cause: error });
    }
  };
  for (let piece = await next(); !piece.done; piece = await next()) {
    // Browsers give as much at once as they like.
    for (let at = 0; at < piece.value.length; at += PIECE_BYTES) {
      if (signal.aborted) await pieces.cancel();
      signal.throwIfAborted();
      const bytes = piece.value.subarray(at, at + PIECE_BYTES);
      read += bytes.length;
      // A letter may begin in one piece and end in the next.
      takeAll(table.push(letters.push(bytes)));
      await breathe();
    }
  }
  signal.throwIfAborted();
  takeAll(table.push(letters.end()));
  takeAll(table.end());
}

async function takePieces(
  rows: readonly (readonly string[])[],
  take: TakeRows,
  signal: AbortSignal,
): Promise<void> {
  for (let at = 0; at < rows.length; at += PIECE) {
    signal.throwIfAborted();
    take(rows.slice(at, at + PIECE), at + 1, Math.min(1, (at + PIECE) / rows.length));
    await breathe();
  }
}

async function readEvidence(
  file: File,
  take: TakeRows,
  signal: AbortSignal,
  headings: EvidenceHeadings,
): Promise<void> {
  if (file.size > MAX_EVIDENCE) throw new ReadError('ERR_FILE_TOO_LARGE');
  let rows: string[][];
  try {
    rows = await evidenceRows(file, headings);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const code = error.code === 'ERR_REPORT_TOO_LARGE' ? 'ERR_FILE_TOO_LARGE' : 'ERR_FILE_BROKEN';
    throw new ReadError(code, { cause: error });
  }
  await takePieces(rows, take, signal);
}

/**
 * Reads the rows of a .csv, .tsv or .txt file, or of exported evidence (.zip, or its .json). Throws ReadError, or the
 * signal's reason where it is stopped.
 */
export function readRows(
  file: File,
  take: TakeRows,
  signal: AbortSignal,
  headings: EvidenceHeadings,
): Promise<void> {
  if (/\.(?:csv|tsv|txt)$/i.test(file.name)) return readCsv(file, take, signal);
  if (/\.(?:zip|json)$/i.test(file.name)) return readEvidence(file, take, signal, headings);
  return Promise.reject(new ReadError('ERR_FILE_KIND'));
}
