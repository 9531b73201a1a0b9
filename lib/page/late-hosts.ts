/** Shadow trees that come after their hosts, such as those of kinds of elements that are defined late: nothing tells of them. */
import { everyElement, shadowRootOf } from './dom';
import { MAX_ASKED } from './limits';

/**
 * Gives a look at the next MAX_ASKED elements of the document, round and round. Each takes the same short time: lists of
 * elements are live, and browsers go from one to the next without counting them.
 * @param isNew true for a shadow tree that nobody has met yet
 * @param found hears of each host of such a tree
 */
export function lateHosts(isNew: (root: ShadowRoot) => boolean, found: (host: Element) => void): () => void {
  let turn = 0;
  return () => {
    const all = everyElement(document.documentElement, '*');
    for (const end = turn + MAX_ASKED; turn < end; turn++) {
      // By index in brackets browsers count the whole list first.
      const host = all.item(turn);
      if (!host) {
        turn = 0;
        return;
      }
      const shadow = shadowRootOf(host);
      if (shadow && isNew(shadow)) found(host);
    }
  };
}
