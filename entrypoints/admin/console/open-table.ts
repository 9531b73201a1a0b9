/** A file of rows that is looked at and then read: workbooks in a worker, parsed once, all others piece by piece. */
import { askWorkbook } from '../../../lib/admin/reported/ask-workbook';
import { readRows, type TakeRows } from '../../../lib/admin/reported/read-file';
import { isWorkbook } from '../../../lib/admin/reported/read-workbook';
import type { EvidenceHeadings } from '../../../lib/admin/reported/read-evidence';
import type { SheetInfo } from '../../../lib/admin/reported/workbook-messages';
import WorkbookWorker from './workbook-worker?worker';

export interface TableFile {
  /** Sheets of a workbook; none of other files. */
  readonly sheets: readonly SheetInfo[];
  /**
   * Gives the rows of a sheet to `take`, about the first `most` of them or all. Throws ReadError, or the signal's reason
   * where it is stopped; a workbook that was stopped is closed.
   */
  read(take: TakeRows, signal: AbortSignal, sheet: number, most?: number): Promise<void>;
  close(): void;
}

class Workbook implements TableFile {
  sheets: readonly SheetInfo[] = [];
  private readonly worker = new WorkbookWorker();

  async open(file: File, signal: AbortSignal): Promise<this> {
    await askWorkbook(this.worker, { open: file }, signal, (message) => {
      if (message.kind !== 'sheets') return false;
      this.sheets = message.sheets;
      return true;
    });
    return this;
  }

  read(take: TakeRows, signal: AbortSignal, sheet: number, most?: number): Promise<void> {
    const all = this.sheets[sheet]?.rows ?? 0;
    return askWorkbook(this.worker, { sheet, most }, signal, (message) => {
      if (message.kind === 'rows')
        take(message.rows, message.line, Math.min(1, (message.line + message.rows.length) / all));
      return message.kind === 'done';
    });
  }

  close(): void {
    this.worker.terminate();
  }
}

/** A file that is read as it is, again for each look. */
class Rows implements TableFile {
  readonly sheets: readonly SheetInfo[] = [];
  constructor(
    private readonly file: File,
    private readonly headings: EvidenceHeadings,
  ) {}

  async read(take: TakeRows, signal: AbortSignal, _sheet: number, most = Infinity): Promise<void> {
    const enough = new AbortController();
    let rows = 0;
    const some: TakeRows = (piece, ...rest) => {
      take(piece, ...rest);
      rows += piece.length;
      if (rows >= most) enough.abort();
    };
    try {
      await readRows(this.file, some, AbortSignal.any([signal, enough.signal]), this.headings);
    } catch (error) {
      if (!enough.signal.aborted || signal.aborted) throw error;
    }
  }

  close(): void {
    // Nothing is held.
  }
}

/** Opens a file of rows. Throws ReadError, or the signal's reason where it is stopped. */
export async function openTable(
  file: File,
  headings: EvidenceHeadings,
  signal: AbortSignal,
): Promise<TableFile> {
  return isWorkbook(file.name) ? new Workbook().open(file, signal) : new Rows(file, headings);
}
