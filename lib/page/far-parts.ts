/** Parts of a page that lie far from the view: not read before they come near it, or the person asks for all. */
import { boxOf, childrenOf, follows, isConnected, nextElement, parentElement } from './dom';
import { isLong } from './generic-blocks';
import { elementsInView } from './in-view';
import { MAX_FAR } from './limits';
import { onAbort } from './on-abort';

/** What is left unread: nothing, an element with all that it holds, or that and all that follows it in its parent. */
export const NOTHING = 0;
export const ITSELF = 1;
export const REST = 2;

/** Heights of the window around the view within which a part is read at once. */
const AROUND = 1;
/** Less than that: what the browser tells of is near. Chromium applies both margins, one on top of the other. */
const NEAR = '45%';
/** Rows of a long list that are asked whether all of it lies below. */
const SAMPLES = 16;

/** The parts of one document that wait. */
export interface FarParts {
  /**
   * Notes an element, or the rest of the long list that it is a row of, where it lies far from the view; tells what is
   * left unread. Costs a look at its box, in long lists at SAMPLES more.
   * @param isChanged true where the element is what changed, and not met on the way
   */
  leave(element: Element, isChanged: boolean): typeof NOTHING | typeof ITSELF | typeof REST;
  /** True, once, where what follows an element in its parent is to be read with it. */
  goesOn(element: Element): boolean;
  /** Puts right what a page moved, took out or laid over the view; call it about every second. */
  look(): void;
  /** From now on everything is read, wherever it lies. */
  takeAll(): void;
}

/** @param add hears of what is to be read by now */
export function farParts(add: (element: Element) => void, signal: AbortSignal): FarParts {
  /** What waits, with the parent that it was met in. */
  const waiting = new Map<Element, Element>();
  /** Long lists, with the row from which on they wait. */
  const rests = new Map<Element, Element>();
  const goingOn = new WeakSet<Element>();
  /** What came near once is far no more: browsers and boxes may disagree. */
  const came = new WeakSet<Element>();
  let isAll = false;
  const view = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) take(target);
    },
    { rootMargin: NEAR, scrollMargin: NEAR },
  );
  onAbort(signal, () => view.disconnect());

  function take(element: Element): void {
    const parent = forget(element);
    if (!parent) return;
    came.add(element);
    if (rests.get(parent) === element) {
      rests.delete(parent);
      goingOn.add(element);
    } else if (isLong(parent)) {
      // The last of the rows above the view: those before it wait with it.
      add(parent);
      return;
    }
    add(element);
  }

  function forget(element: Element): Element | undefined {
    const parent = waiting.get(element);
    waiting.delete(element);
    view.unobserve(element);
    return parent;
  }

  /** Below the view, above it, or neither. */
  function sideOf(element: Element): number {
    const { top, bottom } = boxOf(element);
    const around = innerHeight * AROUND;
    // What has no box may hold some elsewhere, such as a dialog.
    if (came.has(element) || isFlat(element)) return 0;
    return top > innerHeight + around ? 1 : bottom < -around ? -1 : 0;
  }

  /** True where no row after one lies in or above the view, as far as a few of them say. */
  function isLast(row: Element, rows: HTMLCollection): boolean {
    for (let i = 1; i <= SAMPLES; i++) {
      const one = rows[Math.ceil((rows.length * i) / SAMPLES) - 1];
      if (one && follows(row, one) && !isFlat(one) && sideOf(one) < 1) return false;
    }
    return true;
  }

  function wait(element: Element, parent: Element): void {
    waiting.set(element, parent);
    view.observe(element);
  }

  return {
    leave(element, isChanged) {
      const parent = parentElement(element);
      const side = parent && innerHeight && !isAll && waiting.size < MAX_FAR ? sideOf(element) : 0;
      if (!parent || !side) return NOTHING;
      if (side > 0 && isLong(parent) && isLast(element, childrenOf(parent))) {
        const first = rests.get(parent);
        if (first && waiting.get(first) === parentElement(first)) {
          if (follows(first, element)) return REST;
          if (first === element && !isChanged) return REST;
          forget(first);
          // It was moved: what followed it is looked for anew.
          if (first === element) add(parent);
        }
        rests.set(parent, element);
        wait(element, parent);
        return REST;
      }
      const next = side < 0 && isLong(parent) && nextElement(element);
      if (!next || sideOf(next) >= 0) wait(element, parent);
      return ITSELF;
    },
    goesOn: (element) => goingOn.delete(element),
    look() {
      for (const [element, parent] of waiting) {
        const isFirst = rests.get(parent) === element;
        if (parentElement(element) === parent && isConnected(element) && !(isFirst && isFlat(element)))
          continue;
        forget(element);
        if (isFirst) rests.delete(parent);
        if (isLong(parent)) add(parent);
      }
      if (waiting.size > 0)
        for (const one of elementsInView())
          for (let at: Element | null = one; at; at = parentElement(at)) uncover(at);
    },
    takeAll() {
      isAll = true;
      for (const element of [...waiting.keys()]) take(element);
    },
  };

  /** Reads what lies over the view though the part that holds it does not, such as a dialog. */
  function uncover(element: Element): void {
    const parent = parentElement(element);
    const first = parent && rests.get(parent);
    if (waiting.has(element)) take(element);
    else if (first && follows(first, element) && !came.has(element)) {
      came.add(element);
      add(element);
    }
  }
}

/** True for what has no box of its own. */
function isFlat(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width * height === 0;
}
