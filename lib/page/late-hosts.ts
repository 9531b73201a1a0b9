/** Shadow trees that come after their hosts, such as those of kinds of elements that are defined late: nothing tells of them. */
import { isConnected, nextOutside, shadowRootOf, walkElements } from './dom';
import type { FarParts } from './far-parts';
import { MAX_ASKED } from './limits';

/**
 * Gives a look at the next MAX_ASKED elements of the document, round and round. What waits far from the view is passed
 * over: it is looked into once it comes near.
 * @param isNew true for a shadow tree that nobody has met yet
 * @param found hears of each host of such a tree
 */
export function lateHosts(
  far: FarParts,
  isNew: (root: ShadowRoot) => boolean,
  found: (host: Element) => void,
): () => void {
  let last: Element | null = null;
  return () => {
    const walker = walkElements(document.documentElement);
    // Where it left the page, the round begins anew.
    if (last && isConnected(last)) walker.currentNode = last;
    for (let left = MAX_ASKED; left > 0; left--) {
      const host = walker.currentNode as Element;
      const shadow = shadowRootOf(host);
      if (shadow && isNew(shadow)) found(host);
      last = (far.waits(host) ? nextOutside(walker) : walker.nextNode()) as Element | null;
      if (!last) return;
    }
  };
}
