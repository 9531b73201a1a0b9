/** What the console and the worker that reads a workbook say to each other. */
import type { ReadErrorCode } from './read-error';

/** The file, once; then the rows of a sheet by its place, the first `most` of them or all. */
export type WorkbookAsk =
  { readonly open: Blob } | { readonly sheet: number; readonly most?: number | undefined };

export interface SheetInfo {
  readonly name: string;
  readonly rows: number;
}

/** `rows`: the next of the sheet that was asked for, `line` of the first; `done`: there are no more. */
export type WorkbookAnswer =
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetInfo[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly line: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly code: ReadErrorCode };
