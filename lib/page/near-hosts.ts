/** Shadow trees in long lists of plain words, where any `span` may hold one: looked for once a row comes near the view. */
import { now } from './clock';
import { boxOf, childrenOf, isConnected, queryAll, shadowRootOf } from './dom';

/** A look ends after this time; the next goes on with the lists that had no turn. */
const LOOK_MS = 4;

/** The long lists of a page. */
export class NearHosts {
  /** Each with the rows that were looked into since it was last walked. */
  readonly #lists = new Map<Element, WeakSet<Element>>();

  /** Notes a list that was walked over: what was found in its rows before may have been lost since. */
  add(list: Element): void {
    this.#lists.set(list, new WeakSet());
  }

  /**
   * Elements with a shadow tree in rows that came near the view. Rows stand one below the other, or one above the other
   * as in chats that run upwards: found by halving.
   */
  *look(): Generator<Element, void> {
    const end = now() + LOOK_MS;
    for (const [list, looked] of [...this.#lists]) {
      if (now() > end) return;
      this.#lists.delete(list);
      if (!isConnected(list)) continue;
      this.#lists.set(list, looked);
      const rows = childrenOf(list);
      const last = rows.length - 1;
      const boxAt = (index: number) => boxOf(rows[index] ?? list);
      const isUp = boxAt(0).top > boxAt(last).top;
      const nth = (index: number) => (isUp ? last - index : index);
      let low = 0;
      for (let high = last; low < high;) {
        const middle = (low + high) >> 1;
        if (boxAt(nth(middle)).bottom < -innerHeight) low = middle + 1;
        else high = middle;
      }
      for (let row; now() < end && (row = rows[nth(low++)]);) {
        if (looked.has(row)) continue;
        if (boxOf(row).top > 2 * innerHeight) break;
        looked.add(row);
        for (const span of queryAll(row, 'span')) if (shadowRootOf(span)) yield span;
      }
    }
  }
}
