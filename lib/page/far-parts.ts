/** Parts of a page that lie far from the view: not read before they come near it, or the person asks for all. */
import {
  boxOf,
  checkVisibility,
  childrenOf,
  everyElement,
  nextElement,
  parentElement,
  previousElement,
  scrollHeight,
} from './dom';
import { isLong } from './generic-blocks';
import { MAX_FAR } from './limits';
import type { PageSession } from './session';

/** How soon after the page is scrolled the parts are looked at, in milliseconds. */
const SCROLL_MS = 100;
/** Elements that are asked whether what follows in a long list, or lies in a part, is as far as it. */
const SAMPLES = 16;

/** What is left unread: an element with all that it holds, or that and all that follows it in its parent. */
export type Left = 'itself' | 'rest';

/** The parts of one document that wait. */
export interface FarParts {
  /**
   * Tells what is left unread at an element, undefined where it is near. Notes where such a part begins and ends. Costs a look at its box,
   * at the border of a part at some more.
   */
  leave(element: Element): Left | undefined;
  /** Has read what came near, or was moved; happens by itself when the page is scrolled. Call it about every second. */
  readonly look: () => void;
}

/** Where an element was met. */
interface Place {
  readonly parent: Element;
  /** See sideOf. */
  readonly side: number;
}

/**
 * @param add hears of what is to be read by now
 * @param session says whether all is to be read, wherever it lies
 */
export function farParts(add: (element: Element) => void, session: PageSession): FarParts {
  /** Elements that wait; of the rows of a long list those next to others that do not. */
  const waiting = new Map<Element, Place>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SCROLL_MS);
  };
  // Scrolled containers are heard on the way down to them.
  document.addEventListener('scroll', hear, { capture: true, signal: session.signal });

  function look(): void {
    for (const [element, { parent, side }] of waiting)
      if (
        session.whole ||
        sideOf(element) !== side ||
        parentElement(element) !== parent ||
        isInside(element, parent, side)
      ) {
        waiting.delete(element);
        // Of a list all rows that are near by now.
        add(isLong(parent) ? parent : element);
      }
  }

  return {
    leave(element) {
      const parent = parentElement(element);
      const side = parent && !session.whole && waiting.size < MAX_FAR ? sideOf(element) : 0;
      if (!parent || !side) return undefined;
      const isRow = isLong(parent);
      if (isInside(element, parent, side)) return 'itself';
      if (!isRow) {
        // What is fixed to the window stands in view wherever the part lies that holds it.
        const inner = everyElement(element, '*');
        for (let i = 0; i < SAMPLES; i++) {
          const one = inner[i];
          if (one && sideOf(one) === 0) return undefined;
        }
      }
      waiting.set(element, { parent, side });
      return isRow && side > 0 && goesDown(element, parent) ? 'rest' : 'itself';
    },
    look,
  };
}

/** 1 more than a window's height below the view, -1 so far above it, 0 where near; NaN without a box, which may hold some elsewhere, such as a dialog. */
function sideOf(element: Element): number {
  // Where the browser left out the layout, a look at boxes would have it done.
  if (!checkVisibility(element, { contentVisibilityAuto: true })) return NaN;
  const { top, bottom, width, height } = boxOf(element);
  if (width * height === 0) return NaN;
  if (top > 2 * innerHeight) return 1;
  // What it holds may reach further than its box, such as the page further than a body of the window's height.
  return Math.max(bottom, top + scrollHeight(element)) < -innerHeight ? -1 : 0;
}

/** True for a row of a long list between rows on the same side. */
function isInside(row: Element, list: Element, side: number): boolean {
  const neighbours = [previousElement(row), nextElement(row)];
  return isLong(list) && neighbours.every((one) => one && sideOf(one) === side);
}

/** True where no row after one lies in view, as far as the next and the last of them say. */
function goesDown(row: Element, list: Element): boolean {
  const rows = childrenOf(list);
  let next = nextElement(row);
  let last: Element | null | undefined = rows[rows.length - 1];
  for (let i = 0; i < SAMPLES; i++) {
    if ((next && sideOf(next) < 1) || (last && sideOf(last) < 1)) return false;
    next = next && nextElement(next);
    last = last && previousElement(last);
  }
  // Rows of a list in columns begin anew at its top.
  return getComputedStyle(list).columns.startsWith('auto');
}
