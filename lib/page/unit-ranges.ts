/** The way from a unit's text back to the page. */
import { isConnected, isText } from './dom';
import type { UnitText } from './unit-text';

/**
 * The live ranges of [start, end) of a unit's text, one per node: text between them that is no part of the
 * unit stays unpainted. Nodes that left the page give nothing. O(log nodes + ranges).
 */
export function rangesOf(unit: UnitText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const { nodes, starts, offsets, lengths } = unit;
  for (let i = segmentAt(starts, start); i < nodes.length; i++) {
    const from = starts[i] ?? 0;
    if (from >= end) break;
    const node = nodes[i];
    const a = Math.max(0, start - from);
    const b = Math.min(lengths[i] ?? 0, end - from);
    if (!node || a >= b || !isConnected(node)) continue;
    const last = ranges.at(-1);
    const offset = offsets[i] ?? 0;
    try {
      if (isText(node) && last?.endContainer === node) {
        last.setEnd(node, offset + b);
        continue;
      }
      const range = new Range();
      if (isText(node)) {
        range.setStart(node, offset + a);
        range.setEnd(node, offset + b);
      } else range.selectNode(node);
      ranges.push(range);
    } catch {
      // The node has become shorter since it was read: its unit is read anew.
    }
  }
  return ranges;
}

/** Index of the last segment that starts at or before `offset`. */
function segmentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
