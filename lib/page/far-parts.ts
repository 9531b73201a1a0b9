/** Parts of a page that lie far from the view: not read before they come near it, or the person asks for all. */
import {
  boxOf,
  checkVisibility,
  childrenOf,
  everyElement,
  nextElement,
  parentElement,
  scrollHeight,
} from './dom';
import { isLong } from './generic-blocks';
import { MAX_FAR } from './limits';
import type { PageSession } from './session';

/** How soon after the page is scrolled the parts are looked at, in milliseconds. */
const SCROLL_MS = 100;
/** Parts that are looked at in one go after that, in a few milliseconds, and where nothing was scrolled. */
const AT_ONCE = 2_000;
const AT_REST = 500;
/** Elements at the beginning of a part, and at the end of a list, that tell whether all of it lies there. */
const SAMPLES = 16;

/** The parts of one document that wait. */
export interface FarParts {
  /**
   * True where an element waits with all that it holds, since it lies far. Costs a look at its box and at a few more,
   * nothing in the rest of a long list.
   */
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
  /** Goes round and round. */
  let turn = waiting.values();
  /** Parts that are still to be looked at since the page was scrolled. */
  let due = 0;
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

  function look(): void {
    for (let left = Math.min(due > 0 ? AT_ONCE : AT_REST, waiting.size); left > 0; left--) {
      let { value } = turn.next();
      if (!value) ({ value } = (turn = waiting.values()).next());
      if (value && !sideOf(value) && waiting.delete(value)) add(value);
    }
    due -= AT_ONCE;
    if (due > 0) lookSoon();
  }

  return {
    leave(element) {
      if (waiting.has(element)) return !session.whole;
      if (session.whole || waiting.size >= MAX_FAR || !sideOf(element)) return false;
      // What is fixed to the window stands in view wherever the part lies that holds it.
      const inner = everyElement(element, '*');
      if (isNear(inner, 0) || isNear(inner, inner.length - SAMPLES)) return false;
      waiting.add(element);
      const list = parentElement(element);
      // Each waits by itself: it may be moved, or stand in view though its neighbours do not.
      if (list && isLong(list) && goesDown(element, list))
        for (let row = nextElement(element); row; row = nextElement(row)) waiting.add(row);
      return true;
    },
    look,
  };
}

/** True where the rows of a list stand one below the other, and those after one lie below the view as it does. */
function goesDown(row: Element, list: Element): boolean {
  const { display, columns } = getComputedStyle(list);
  const rows = childrenOf(list);
  // What stands elsewhere, such as a dialog, comes last.
  return (
    sideOf(row) > 0 && /^[bt]/.test(display) && !/\d/.test(columns) && !isNear(rows, rows.length - SAMPLES)
  );
}

/** True where one of SAMPLES elements of a list lies near the view. */
function isNear(list: HTMLCollection, from: number): boolean {
  for (let i = 0; i < SAMPLES; i++) {
    const one = list[from + i];
    if (one && sideOf(one) === 0) return true;
  }
  return false;
}

/**
 * 1 more than a window's height below the view, -1 so far above it, 0 where near; NaN without a box, which may hold some
 * elsewhere, such as a dialog.
 */
function sideOf(element: Element): number {
  // Where the browser left out the layout, a look at boxes would have it done.
  if (!checkVisibility(element, { contentVisibilityAuto: true })) return NaN;
  const { top, bottom, width, height } = boxOf(element);
  if (width * height === 0) return NaN;
  if (top > 2 * innerHeight) return 1;
  // What it holds may reach further than its box, such as the page further than a body of the window's height.
  return Math.max(bottom, top + scrollHeight(element)) < -innerHeight ? -1 : 0;
}
