/** What does not show in units, and may later. */
import { isConnected, isDead, parentElement } from './dom';
import { keepNewest, MAX_CONCEALED } from './limits';
import { isRead, isVisible } from './seen';
import type { UnitText } from './unit-text';

/** How many are looked at in one go: some milliseconds of a slow machine. */
const AT_ONCE = 500;

/** Elements that hide words. */
export interface Concealed {
  /** Notes what hides an element, the outermost that does: it is the one that will be shown. O(depth). */
  add(element: Element): void;
  /** True where nothing of a unit shows any more; notes what hides it. Looks up to the first that shows. */
  hides(text: UnitText): boolean;
  /** Forgets those that show by now, or left the page, and gives them; looks at AT_ONCE, at the others the next times. */
  takeShown(): Element[];
}

/** Nothing is hidden yet. The newest are kept, see MAX_CONCEALED. */
export function concealedElements(): Concealed {
  /** Each with what tells that it shows: what is seen already, but says nothing, is asked for its words too. */
  const all = new Map<Element, (element: Element) => boolean>();
  const add = (element: Element): void => {
    let veil = element;
    for (let at = parentElement(veil); at && !isVisible(at); at = parentElement(at)) veil = at;
    all.set(veil, isVisible(veil) ? isRead : isVisible);
    keepNewest(all, MAX_CONCEALED);
  };
  return {
    add,
    hides({ pieces }) {
      let first: Element | null = null;
      for (const { holder } of pieces) {
        const place = parentElement(holder);
        if ((import.meta.env.FIREFOX && isDead(holder)) || (place && isVisible(place))) return false;
        first ??= place;
      }
      if (first) add(first);
      return true;
    },
    takeShown: () =>
      [...all].slice(0, AT_ONCE).flatMap(([element, shows]) => {
        all.delete(element);
        if (!isConnected(element) || shows(element)) return element;
        all.set(element, shows);
        return [];
      }),
  };
}
