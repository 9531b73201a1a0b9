/** Parts of a page that lie far from the view: not read before they come near it, or the person asks for all. */
import { now } from './clock';
import {
  boxOf,
  checkVisibility,
  childrenOf,
  computed,
  contains,
  everyElement,
  isElement,
  isText,
  nextSibling,
  parentElement,
  scrollHeight,
  scrollTop,
} from './dom';
import { holdsWords, isLong } from './generic-blocks';
import { MAX_FAR, SLICE_MS } from './limits';
import type { PageSession } from './session';

/** How soon after the page is scrolled the parts are looked at, in milliseconds. */
const SCROLL_MS = 100;
/** How soon the look at them goes on after a slice of it. */
const NEXT_MS = 20;
/** Rows that are put to wait in one go: a few milliseconds. */
const AT_ONCE = 2_000;
/** Where nothing was scrolled about so many are, evenly spread: what moved by itself moved with its neighbours. */
const AT_REST = 100;
/** Steps of this size, round and round, meet all places soon, and none of them long before the others. */
const GOLDEN = 0.618;
/** More pixels than any page is long: how far all may have moved where that is not known. */
const ANY = 1e8;
/** How much more a pixel counts by which the page becomes shorter on the way: so that none makes up for one scrolled. */
const SHORTER = 9;
/** Elements at the beginning of a part, and at the end of a list, that tell whether all of it lies there. */
const SAMPLES = 16;
/** Fewer elements are not asked each for itself. */
const FEW = 50;

/** The parts of one document that wait. */
export interface FarParts {
  /**
   * Gives an element that waits with all that it holds, since it lies far; in a long list the last of many in a row that
   * do, without words between them. Undefined where the element is to be read now. Costs a look at its box and at a few
   * more, next to nothing in the rest of a long list and in what lies near.
   */
  leave(element: Element): Element | undefined;
  /**
   * Has read what came near without being scrolled: asks some AT_REST where they lie, evenly spread, and all where one came
   * near. Call it about every second; what is scrolled is looked at by itself.
   */
  sample(): void;
}

/**
 * @param add hears of what is to be read by now
 * @param session says whether all is to be read, wherever it lies
 */
export function farParts(add: (element: Element) => void, session: PageSession): FarParts {
  /** Each with the value of `way` from which on it may have come near by being scrolled. */
  const waiting = new Map<Element, number>();
  /** Goes round and round. */
  let turn = waiting.entries();
  /** How many pixels all that is scrolled has moved, at most. */
  let way = 0;
  /** What was scrolled since the last look, and where each stood then. */
  const scrolled = new Set<Node>();
  const places = new WeakMap<Node, number>();
  /** Parts that are still to be looked at since the page was scrolled. */
  let due = 0;
  /** Which are looked at where nothing was scrolled, as a part of each step. */
  let others = 0;
  /** What was met last that lies near: where it is small, so does what it holds. */
  let near: Element | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Heard on the way down to what is scrolled, or opened.
  const options = { capture: true, signal: session.signal };
  const hear = ({ type, target, isTrusted }: Event) => {
    if (type === 'scroll') {
      scrolled.add(target as Node);
      due = waiting.size;
      lookSoon(SCROLL_MS);
    } else if (isTrusted) add(target as Element);
  };
  // A dialog stands in view wherever the part lies that holds it. Anew: `document.open()` takes all that listens away.
  const listen = () => {
    for (const type of ['scroll', 'toggle']) document.addEventListener(type, hear, options);
  };
  listen();

  function lookSoon(pause: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, pause);
  }

  function look(): void {
    listen();
    for (const node of scrolled) {
      const inner = isElement(node);
      const top = inner ? scrollTop(node) : scrollY;
      const place = top - SHORTER * scrollHeight(inner ? node : document.documentElement);
      way += Math.abs(place - (places.get(node) ?? ANY));
      places.set(node, place);
    }
    scrolled.clear();
    const end = now() + SLICE_MS;
    while (due > 0) {
      let { value } = turn.next();
      if (!value) ({ value } = (turn = waiting.entries()).next());
      due--;
      // Quick for those that cannot have come near.
      if (!value || way < value[1]) continue;
      cameNear(value[0]);
      if (now() > end) break;
    }
    if (due > 0) lookSoon(NEXT_MS);
  }

  /** Has an element read that lies near by now; else it waits on. */
  function cameNear(element: Element): boolean {
    const side = sideOf(element);
    if (side) {
      // Half of it: what stands between may become shorter on the way.
      waiting.set(element, way + Math.abs(side) / 2);
      return false;
    }
    waiting.delete(element);
    add(element);
    return true;
  }

  function sample(): void {
    listen();
    // What the page laid over the view by itself, such as a post that opens in a window of its own.
    // Asked only where something waits: the browser may have to lay out the page for it.
    let at = waiting.size > 0 && document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    for (; at; at = parentElement(at)) if (waiting.has(at)) cameNear(at);
    const all = [...waiting.keys()];
    const step = Math.ceil(all.length / AT_REST);
    others = (others + GOLDEN) % 1;
    for (let i = (others * step) | 0; i < all.length; i += step) {
      if (!cameNear(all[i] as Element)) continue;
      due = waiting.size;
      way += ANY;
      lookSoon(0);
    }
  }

  return {
    leave(element) {
      if (waiting.has(element)) return session.whole ? undefined : element;
      if (session.whole || waiting.size >= MAX_FAR) return undefined;
      if (near && isSmall(near) && contains(near, element)) return undefined;
      if (!sideOf(element)) {
        near = element;
        return undefined;
      }
      const inner = everyElement(element, '*');
      // What is fixed to the window stands in view wherever the part lies that holds it.
      if (isNear(inner, 0) || isNear(inner, inner.length - SAMPLES)) return undefined;
      // Asked where it lies once the page is scrolled.
      waiting.set(element, way);
      const list = parentElement(element);
      let last = element;
      if (list && isLong(list) && goesDown(element, list)) {
        let isLoose = false;
        let next: Node | null = element;
        for (let i = 0; next && i < AT_ONCE; i++) {
          if (isElement(next)) {
            // Each waits by itself: it may be moved, or stand in view though its neighbours do not.
            waiting.set(next, way);
            if (!isLoose) last = next;
          } else isLoose ||= isText(next) && holdsWords(next);
          next = nextSibling(next);
        }
      }
      return last;
    },
    sample,
  };
}

/** True for a box no taller than the window that holds few elements: one that is scrolled may hold very much. */
function isSmall(element: Element): boolean {
  const height = scrollHeight(element);
  return height > 0 && height < innerHeight && !everyElement(element, '*').item(FEW);
}

/** True where the rows of a list stand one below the other, and those after one lie below the view as it does. */
function goesDown(row: Element, list: Element): boolean {
  const { display, columns } = computed(list);
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
 * How many pixels an element lies more than a window's height below the view, less than 0 where above it, 0 where near;
 * NaN without a box, which may hold some elsewhere, such as a dialog.
 */
function sideOf(element: Element): number {
  // Where the browser left out the layout, a look at boxes would have it done.
  if (!checkVisibility(element, { contentVisibilityAuto: true })) return NaN;
  const { top, bottom, width, height } = boxOf(element);
  if (width * height === 0) return NaN;
  const below = top - 2 * innerHeight;
  if (below > 0) return below;
  // What it holds may reach further than its box, such as the page further than a body of the window's height.
  return Math.min(0, Math.max(bottom, top + scrollHeight(element)) + innerHeight);
}
