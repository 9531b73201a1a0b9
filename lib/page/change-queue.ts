import { now } from './clock';
import { contains, isConnected, parentNode, textFits } from './dom';
import { FIRST_WAIT_MS, MAX_DIRTY, MAX_PAUSE_MS, MIN_PAUSE_MS, SLICE_MS } from './limits';
import { onAbort } from './on-abort';

/** Works through one changed node; yields where the queue's time is over, and may do so more often. */
export type Work = (node: Element | ShadowRoot) => Generator<unknown, void>;

/** Rounds that may lie half done under newer ones. */
const MAX_ROUNDS = 4;

export interface QueueOptions {
  /** What to do with one changed node. */
  readonly work: Work;
  /** What to work through when too much has changed. */
  readonly whole: () => Element | null;
  /** Elements in view, found one by one: those inside a changed node come before the rest of it. */
  readonly inView: () => Iterable<Element>;
  /** Called before each round. */
  readonly begin: () => void;
  /** Called after each round. */
  readonly done: () => void;
  readonly signal: AbortSignal;
}

/**
 * Collects changed nodes and works through them in quiet moments, in slices under SLICE_MS, a pause after each round.
 * What is new goes before a long round that is still under way: a message that arrives need not wait for the page
 * around it. The pause grows with the work, so that a page that never stops changing costs at most about a tenth of the
 * time.
 */
export class ChangeQueue {
  readonly #options: QueueOptions;
  readonly #dirty = new Set<Element | ShadowRoot>();
  /** Rounds under way, the newest last. */
  #rounds: Generator<unknown, void>[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;
  #spent = 0;
  #begun = 0;
  #sliceEnd = 0;
  /** When the pause after the last round ends. */
  #restedAt = 0;
  #whole = false;

  constructor(options: QueueOptions) {
    this.#options = options;
    onAbort(options.signal, () => {
      clearTimeout(this.#timer);
      this.#dirty.clear();
      this.#rounds = [];
    });
  }

  /** Notes a changed node; nodes inside a noted one cost nothing more. O(1). */
  add(node: Element | ShadowRoot): void {
    if (this.#options.signal.aborted) return;
    if (!this.#whole) this.#dirty.add(node);
    if (this.#dirty.size > MAX_DIRTY) {
      this.#whole = true;
      this.#dirty.clear();
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isWaiting || this.#rounds.length > 0) return;
    this.#isWaiting = true;
    const pause = this.#restedAt - now();
    const begin = () =>
      afterFrame(() =>
        onIdle(FIRST_WAIT_MS, () => {
          this.#isWaiting = false;
          if (this.#options.signal.aborted) return;
          this.#begin();
          this.#slice();
        }),
      );
    if (pause > 0) this.#timer = setTimeout(begin, pause);
    else begin();
  }

  #slice(): void {
    if (this.#options.signal.aborted) return;
    const start = now();
    const rested = start - this.#begun > MIN_PAUSE_MS;
    if (rested && this.#dirty.size > 0 && this.#rounds.length < MAX_ROUNDS) this.#begin();
    this.#sliceEnd = start + SLICE_MS;
    let finished = false;
    // The newest round.
    do finished = this.#rounds.at(-1)?.next().done ?? true;
    while (!finished && !this.isOver());
    this.#spent += now() - start;
    if (finished) {
      this.#rounds.pop();
      this.#options.done();
    }
    if (this.#rounds.length > 0) {
      onIdle(NEXT_WAIT_MS, () => this.#slice());
      return;
    }
    this.#restedAt = now() + Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, this.#spent * 10));
    this.#spent = 0;
    if (this.#dirty.size > 0 || this.#whole) this.#schedule();
  }

  /** True where the slice that runs has to end. */
  isOver(): boolean | undefined {
    return now() >= this.#sliceEnd || (navigator as Inputs).scheduling?.isInputPending();
  }

  #begin(): void {
    this.#begun = now();
    this.#options.begin();
    this.#rounds.push(this.#round());
  }

  *#round(): Generator<unknown, void> {
    const { work, whole, inView } = this.#options;
    const body = this.#whole ? whole() : null;
    const changed = body ? [body] : topmost(this.#dirty);
    this.#whole = false;
    this.#dirty.clear();
    if (changed.some((node) => !textFits(node, LARGE)))
      for (const one of inView()) {
        if (changed.some((node) => contains(node, one))) yield* guarded(work(one));
        yield;
      }
    for (const node of changed) {
      if (isConnected(node)) yield* guarded(work(node));
      yield;
    }
  }
}

/** Text from which on it matters where in a node the work begins, in UTF-16 units. */
const LARGE = 20_000;

/** What Chromium knows of presses and keys that wait: they go first. */
type Inputs = Navigator & { readonly scheduling?: { isInputPending(): boolean } };

/** Ends work that fails instead of everything with it: a page must not be able to stop us by one odd node. */
function* guarded(work: Generator<unknown, void>): Generator<unknown, void> {
  for (;;) {
    try {
      if (work.next().done) return;
    } catch (error) {
      console.debug(error);
      return;
    }
    yield;
  }
}

/** The nodes that lie in no other node of the set. O(nodes × depth). */
function topmost(nodes: ReadonlySet<Element | ShadowRoot>): (Element | ShadowRoot)[] {
  return [...nodes].filter((node) => {
    for (let at = parentNode(node); at; at = parentNode(at)) {
      if (nodes.has(at as Element | ShadowRoot)) return false;
    }
    return true;
  });
}

/** Longest wait for a quiet moment between two slices, in milliseconds. */
const NEXT_WAIT_MS = 200;

/** Longest wait for a frame, in milliseconds: a page that is hidden meanwhile, or scrolled off as a frame, has none. */
const FRAME_WAIT_MS = 100;

/** Runs once the page's changes are laid out: asked about before, the browser would lay them out within our call. */
function afterFrame(run: () => void): void {
  if (document.hidden) {
    run();
    return;
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    run();
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, FRAME_WAIT_MS);
}

/** Runs in a quiet moment, after `wait` milliseconds at the latest; pages in the background have no frames to wait for. */
function onIdle(wait: number, run: () => void): void {
  if (document.hidden) setTimeout(run, 50);
  else requestIdleCallback(run, { timeout: wait });
}
