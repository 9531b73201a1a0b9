/** Shadow trees in long lists of plain words, where any `span` may hold one: looked for once a row comes near the view. */
import { boxOf, childrenOf, isConnected, queryAll, shadowRootOf } from './dom';

/** Rows that are looked into at once: some screens of them. */
const MAX_ROWS = 300;

/** The long lists of a page. */
export class NearHosts {
  readonly #lists = new Set<Element>();
  readonly #looked = new WeakSet<Element>();

  add(list: Element): void {
    this.#lists.add(list);
  }

  /** Elements with a shadow tree in rows that came near the view. Rows stand one below the other: found by halving. */
  *look(): Generator<Element, void> {
    for (const list of this.#lists) {
      if (!isConnected(list)) this.#lists.delete(list);
      const rows = childrenOf(list);
      let low = 0;
      for (let high = rows.length; low < high;) {
        const middle = (low + high) >> 1;
        const row = rows[middle];
        if (row && boxOf(row).bottom < -innerHeight) low = middle + 1;
        else high = middle;
      }
      for (let i = low, row; i < low + MAX_ROWS && (row = rows[i]) && boxOf(row).top < 2 * innerHeight; i++) {
        if (this.#looked.has(row)) continue;
        this.#looked.add(row);
        for (const span of queryAll(row, 'span')) if (shadowRootOf(span)) yield span;
      }
    }
  }
}
