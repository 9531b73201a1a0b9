/**
 * Whether a person can have seen the card: a page could lay something over it, or bring it under a pointer that is about
 * to press. Where the browser can tell (IntersectionObserver with `trackVisibility`), nothing may lie over the card, not
 * even what lets presses through, and nothing may fade, shrink or clip it. Elsewhere we only know what else is in the
 * top layer, and come above it first. Either must have held for a while before a press counts.
 */
import { boxOf } from '../../lib/page/dom';

/** How long before presses count, in milliseconds; browsers wait as long with their own prompts. */
const SETTLE_MS = 500;
/** The shortest pause between two looks that browsers allow. */
const LOOK_MS = 100;
/** A box on broken pixels never shows quite wholly. */
const WHOLE = 0.95;

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Missing where the browser does not track it. */
  readonly isVisible?: boolean;
}

export interface SeenEvents {
  /** Presses begin or cease to count. */
  readonly onSettled: (settled: boolean) => void;
  /** Something lies over the element, or may lie over it. */
  readonly onCovered: () => void;
}

/** Watches one element until the signal ends. */
export class SeenWatch {
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settled = false;
  /** What we came above already. */
  readonly #below = new WeakSet<Element>();

  constructor(
    readonly element: Element,
    readonly events: SeenEvents,
    signal: AbortSignal,
  ) {
    const observer = new IntersectionObserver((entries) => this.#look(entries.at(-1)), {
      threshold: [0, 0.5, WHOLE, 1],
      trackVisibility: true,
      delay: LOOK_MS,
    } as IntersectionObserverInit);
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  /** True where the element has been in full view for a while. */
  isSettled(): boolean {
    return this.#settled && (TRACKS || this.#isAbove());
  }

  /**
   * The wait begins anew. A page that dresses the host anew and anew leaves it as it was for moments, and so does one that
   * covers it anew and anew: browsers look ten times a second at most, and none tells of masks. Such moments are too short
   * to see a card.
   */
  restart(): void {
    if (this.#since === undefined) return;
    this.#note(false);
    this.#note(true);
  }

  #look(entry: VisibilityEntry | undefined): void {
    if (!entry) return;
    this.#note(entry.intersectionRatio >= WHOLE && entry.isVisible !== false);
    if (entry.isIntersecting && entry.isVisible === false) this.events.onCovered();
  }

  #note(seen: boolean): void {
    clearTimeout(this.#timer);
    if (!seen) {
      this.#since = undefined;
      this.#set(false);
      return;
    }
    this.#since ??= performance.now();
    const left = SETTLE_MS - (performance.now() - this.#since);
    if (left <= 0) this.#set(true);
    else this.#timer = setTimeout(() => this.#set(true), left);
  }

  #set(settled: boolean): void {
    if (settled === this.#settled) return;
    this.#settled = settled;
    this.events.onSettled(settled);
  }

  /** False where something of the top layer may lie over the element: we come above it, and the wait begins anew. */
  #isAbove(): boolean {
    const fresh = rivalsOf(this.element).filter((rival) => !this.#below.has(rival));
    if (fresh.length === 0) return true;
    for (const rival of fresh) this.#below.add(rival);
    this.events.onCovered();
    this.restart();
    return false;
  }
}

const TRACKS = 'isVisible' in IntersectionObserverEntry.prototype;

/** What else of the top layer meets the element's box: which of them is on top cannot be told. */
function rivalsOf(element: Element): Element[] {
  const box = element.getBoundingClientRect();
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : element;
  return [...document.querySelectorAll(':popover-open,:fullscreen')].filter((rival) => {
    if (rival === host) return false;
    const { left, right, top, bottom } = boxOf(rival);
    return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
  });
}
