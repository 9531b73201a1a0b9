/** Parts of a page that lie far from the view: not read before they come near it, or the person asks for all. */
import { now } from './clock';
import { boxOf, checkVisibility, parentElement, scrollHeight } from './dom';
import { MAX_FAR } from './limits';
import type { PageSession } from './session';

/** How soon after the page is scrolled the parts are looked at, in milliseconds. */
const SCROLL_MS = 100;
/** Parts that are looked at in one go, in a few milliseconds; the others follow. */
const AT_ONCE = 2_000;
/** Places of the view, in columns and rows, at which is looked for what a part shows there though it lies far. */
const PLACES = 4;
/** How long that may take: browsers go through all boxes of a long page for each, in milliseconds. */
const PLACES_MS = 2;

/** The parts of one document that wait. */
export interface FarParts {
  /** True where an element lies far, and waits with all that it holds. Costs a look at its box. */
  leave(element: Element): boolean;
  /** Has read what came near; happens by itself when the page is scrolled. Call it about every second. */
  look(): void;
}

/**
 * @param add hears of what is to be read by now
 * @param session says whether all is to be read, wherever it lies
 */
export function farParts(add: (element: Element) => void, session: PageSession): FarParts {
  const waiting = new Set<Element>();
  /** What shows in the view, with all around it: a part that holds such a thing, as a dialog, is entered. */
  const seen = new WeakSet<Element>();
  /** Goes round and round. */
  let turn = waiting.values();
  /** Parts that are still to be looked at since the page was scrolled. */
  let due = 0;
  let place = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Scrolled containers are heard on the way down to them.
  document.addEventListener(
    'scroll',
    () => {
      due = waiting.size;
      lookSoon();
    },
    { capture: true, signal: session.signal },
  );

  function lookSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SCROLL_MS);
  }

  function read(element: Element): void {
    if (waiting.delete(element)) add(element);
  }

  function look(): void {
    if (waiting.size === 0) return;
    lookAtPlaces();
    for (let left = Math.min(AT_ONCE, waiting.size); left > 0; left--) {
      let { value } = turn.next();
      if (!value) ({ value } = (turn = waiting.values()).next());
      if (value && !isFar(value)) read(value);
    }
    due -= AT_ONCE;
    if (due > 0) lookSoon();
  }

  function lookAtPlaces(): void {
    const end = now() + PLACES_MS;
    do {
      const x = ((place % PLACES) + 0.5) / PLACES;
      const y = (Math.floor(place / PLACES) + 0.5) / PLACES;
      let at = document.elementFromPoint(innerWidth * x, innerHeight * y);
      for (; at; at = parentElement(at)) {
        seen.add(at);
        read(at);
      }
      place = (place + 1) % PLACES ** 2;
    } while (place > 0 && now() < end);
  }

  return {
    leave(element) {
      if (session.whole || waiting.size >= MAX_FAR || seen.has(element) || !isFar(element)) return false;
      waiting.add(element);
      return true;
    },
    look,
  };
}

/** True for more than a window's height below or above the view. False for what has no box: it may hold some elsewhere, such as a dialog. */
function isFar(element: Element): boolean {
  // Where the browser left out the layout, a look at boxes would have it done.
  if (!checkVisibility(element, { contentVisibilityAuto: true })) return false;
  const { top, bottom, width, height } = boxOf(element);
  if (width * height === 0) return false;
  // What it holds may reach further than its box, such as the page further than a body of the window's height.
  return top > 2 * innerHeight || Math.max(bottom, top + scrollHeight(element)) < -innerHeight;
}
