/** Rows of an import that were left out, and why. Pure. */
import type { ImportResult, LeftRow } from '../../../lib/admin/reported/import-table';
import type { RowError } from '../../../lib/lists/publish/import-rows';

export interface FaultyRow {
  readonly line: number;
  readonly faults: readonly (RowError | LeftRow)[];
}

export interface FaultyRows {
  readonly count: number;
  /** Those that are shown one by one, in the order of lines. */
  readonly first: readonly FaultyRow[];
}

/** The rows that were left out, each once, and the first `most` of them. A list may have as many as it has rows. */
export function faultyRows(
  { errors, left }: Pick<ImportResult, 'errors' | 'left'>,
  most: number,
): FaultyRows {
  const rows = new Map<number, (RowError | LeftRow)[]>();
  for (const fault of [...errors, ...left]) {
    const known = rows.get(fault.line);
    if (known) known.push(fault);
    else rows.set(fault.line, [fault]);
  }
  const first = [...rows].sort(([a], [b]) => a - b).slice(0, most);
  return { count: rows.size, first: first.map(([line, faults]) => ({ line, faults })) };
}
