/** The way from a unit's text back to the page. */
import { isConnected, isText } from './dom';
import type { Piece, UnitText } from './unit-text';

/**
 * The live ranges of [start, end) of a unit's text, one per node: text between them that is no part of the
 * unit stays unpainted. Nodes that left the page give nothing. O(log nodes + ranges).
 */
export function rangesOf(unit: UnitText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const { pieces } = unit;
  for (let i = indexAt(pieces, start); ; i++) {
    const piece = pieces[i];
    if (!piece || piece.begin >= end) break;
    const { holder, inNode } = piece;
    const a = Math.max(0, start - piece.begin);
    const b = Math.min(piece.extent, end - piece.begin);
    if (a >= b || !isConnected(holder)) continue;
    const last = ranges.at(-1);
    try {
      if (isText(holder) && last?.endContainer === holder) {
        last.setEnd(holder, inNode + b);
        continue;
      }
      const range = new Range();
      if (isText(holder)) {
        range.setStart(holder, inNode + a);
        range.setEnd(holder, inNode + b);
      } else range.selectNode(holder);
      ranges.push(range);
    } catch {
      // The node has become shorter since it was read: its unit is read anew.
    }
  }
  return ranges;
}

/** Index of the last piece that starts at or before `offset`. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.begin ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
