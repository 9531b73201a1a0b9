/** Shadow trees in long lists of plain words, where any `span` may hold one: looked for once a row comes near the view. */
import { boxOf, childrenOf, isConnected, queryAll, shadowRootOf } from './dom';

/** Rows that are looked into at once; the next look goes on. */
const MAX_ROWS = 99;

/** The long lists of a page. */
export class NearHosts {
  /** Each with the rows that were looked into since it was last walked. */
  readonly #lists = new Map<Element, WeakSet<Element>>();

  /** Notes a list that was walked over: what was found in its rows before may have been lost since. */
  add(list: Element): void {
    this.#lists.set(list, new WeakSet());
  }

  /** Elements with a shadow tree in rows that came near the view. Rows stand one below the other: found by halving. */
  *look(): Generator<Element, void> {
    for (const [list, looked] of this.#lists) {
      if (!isConnected(list)) {
        this.#lists.delete(list);
        continue;
      }
      const rows = childrenOf(list);
      let low = 0;
      for (let high = rows.length; low < high;) {
        const middle = (low + high) >> 1;
        const row = rows[middle];
        if (row && boxOf(row).bottom < -innerHeight) low = middle + 1;
        else high = middle;
      }
      let room = MAX_ROWS;
      for (let row; room && (row = rows[low++]);) {
        if (looked.has(row)) continue;
        if (boxOf(row).top > 2 * innerHeight) break;
        room--;
        looked.add(row);
        for (const span of queryAll(row, 'span')) if (shadowRootOf(span)) yield span;
      }
    }
  }
}
