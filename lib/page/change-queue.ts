import { now } from './clock';
import { isConnected, isDead, parentNode, textFits } from './dom';
import { FIRST_WAIT_MS, MAX_DIRTY, MAX_FEW, MAX_PAUSE_MS, MAX_SMALL, MIN_PAUSE_MS, SLICE_MS } from './limits';

/**
 * Works through one changed node; yields where the queue's time is over, and may do so more often. `isMuch` is false
 * where what came with it is no more than a few messages.
 */
export type Work = (node: Element | ShadowRoot, isMuch: boolean) => Generator<unknown, void>;

/** Rounds that may lie half done under newer ones. */
const MAX_ROUNDS = 4;

export interface QueueOptions {
  /** What to do with one changed node. */
  readonly work: Work;
  /** Called before each round. */
  readonly begin: () => void;
  /** Called after each round. */
  readonly roundEnded: () => void;
  readonly signal: AbortSignal;
}

/** The changed nodes of a page that wait, or are worked through. */
export interface ChangeQueue {
  /** Notes a changed node; nodes inside a noted one cost nothing more. O(1). */
  add(node: Element | ShadowRoot): void;
  /** True where the slice that runs has to end. */
  isOver(): boolean | undefined;
}

/**
 * Collects changed nodes and works through them in quiet moments, in slices under SLICE_MS, a pause after each round.
 * What is new goes before a long round that is still under way: a message that arrives need not wait for the page
 * around it. The pause grows with the work, so that a page that never stops changing costs at most about a tenth of the
 * time.
 */
export function changeQueue(options: QueueOptions): ChangeQueue {
  const { work, signal } = options;
  const dirty = new Set<Element | ShadowRoot>();
  /** Rounds under way, the newest last. */
  const rounds: Generator<unknown, void>[] = [];
  let isWaiting = false;
  let spent = 0;
  let begun = 0;
  let sliceEnd = 0;
  /** When the pause after the last round ends. */
  let restedAt = 0;
  /** Too much has changed for each to be noted. */
  let isWhole = false;

  function schedule(): void {
    if (isWaiting || rounds.length > 0) return;
    isWaiting = true;
    const pause = restedAt - now();
    const start = () =>
      afterFrame(() =>
        onIdle(FIRST_WAIT_MS, () => {
          isWaiting = false;
          begin();
          slice();
        }),
      );
    if (pause > 0) setTimeout(start, pause);
    else start();
  }

  function slice(): void {
    if (signal.aborted) return;
    const start = now();
    const rested = start - begun > MIN_PAUSE_MS;
    if (rested && dirty.size > 0 && rounds.length < MAX_ROUNDS) begin();
    sliceEnd = start + SLICE_MS;
    let finished = false;
    // The newest round.
    do finished = rounds.at(-1)?.next().done ?? true;
    while (!finished && !isOver());
    spent += now() - start;
    if (finished) {
      rounds.pop();
      options.roundEnded();
    }
    if (rounds.length > 0) {
      onIdle(NEXT_WAIT_MS, slice);
      return;
    }
    restedAt = now() + Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, spent * 10));
    spent = 0;
    if (dirty.size > 0 || isWhole) schedule();
  }

  function isOver(): boolean | undefined {
    return (
      now() >= sliceEnd || (!import.meta.env.FIREFOX && (navigator as Inputs).scheduling?.isInputPending())
    );
  }

  function begin(): void {
    begun = now();
    options.begin();
    rounds.push(guarded(round()));
  }

  function* round(): Generator<unknown, void> {
    if (import.meta.env.FIREFOX && [...dirty].some(isDead)) isWhole = true;
    const body = isWhole && (document.body as Element | null);
    const changed = body ? [body] : topmost(dirty);
    isWhole = false;
    dirty.clear();
    const isMuch = changed.length > MAX_FEW || changed.some((node) => !textFits(node, MAX_SMALL));
    for (const node of changed) {
      if (isConnected(node)) yield* guarded(work(node, isMuch));
      // The page holds it still, maybe.
      if (import.meta.env.FIREFOX && isDead(node)) isWhole = true;
      yield;
    }
  }

  return {
    add(node) {
      if (!isWhole) dirty.add(node);
      if (dirty.size > MAX_DIRTY) {
        isWhole = true;
        dirty.clear();
      }
      schedule();
    },
    isOver,
  };
}

/** What Chromium knows of presses and keys that wait: they go first. */
type Inputs = Navigator & { readonly scheduling?: { isInputPending(): boolean } };

/** Ends work that fails instead of everything with it: a page must not be able to stop us by one odd node. */
export function* guarded(work: Generator<unknown, void>): Generator<unknown, void> {
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
  let isDue = true;
  const runOnce = () => {
    if (isDue) run();
    isDue = false;
  };
  if (document.hidden) runOnce();
  else {
    requestAnimationFrame(runOnce);
    setTimeout(runOnce, FRAME_WAIT_MS);
  }
}

/** Runs in a quiet moment, after `wait` milliseconds at the latest; pages in the background have no frames to wait for. */
function onIdle(wait: number, run: () => void): void {
  if (document.hidden) setTimeout(run, 50);
  else requestIdleCallback(run, { timeout: wait });
}
