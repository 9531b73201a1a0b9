import { MAX_DIRTY, MAX_PAUSE_MS, MIN_PAUSE_MS, SLICE_MS } from './limits';

/** Works through one changed node; yields now and then so that the queue can stop at its time budget. */
export type Work = (node: Element | ShadowRoot) => Generator<unknown, void>;

/** Rounds that may lie half done under newer ones. */
const MAX_ROUNDS = 4;

/**
 * Collects changed nodes and works through them in slices under SLICE_MS, a pause after each round. What is new goes
 * before a long round that is still under way: a message that arrives need not wait for the page around it. The pause
 * grows with the work, so that a page that never stops changing costs at most about a tenth of the time.
 */
export class ChangeQueue {
  readonly #dirty = new Set<Element | ShadowRoot>();
  /** Rounds under way, the newest last. */
  #rounds: Generator<unknown, void>[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spent = 0;
  #begun = 0;
  #whole = false;

  /**
   * @param work what to do with one changed node
   * @param whole what to work through when too much has changed
   * @param done called after each round
   */
  constructor(
    readonly work: Work,
    readonly whole: () => Element | null,
    readonly done: () => void,
    readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#dirty.clear();
      this.#rounds = [];
    });
  }

  /** Notes a changed node; nodes inside a noted one cost nothing more. O(1). */
  add(node: Element | ShadowRoot): void {
    if (this.signal.aborted || this.#whole) return;
    this.#dirty.add(node);
    if (this.#dirty.size > MAX_DIRTY) {
      this.#whole = true;
      this.#dirty.clear();
    }
    this.#schedule(MIN_PAUSE_MS);
  }

  #schedule(pause: number): void {
    if (this.#timer !== undefined || this.#rounds.length > 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#begin();
      this.#slice();
    }, pause);
  }

  #slice(): void {
    if (this.signal.aborted) return;
    const start = performance.now();
    const rested = start - this.#begun > MIN_PAUSE_MS;
    if (rested && this.#dirty.size > 0 && this.#rounds.length < MAX_ROUNDS) this.#begin();
    let finished = false;
    do finished = this.#step();
    while (!finished && performance.now() - start < SLICE_MS);
    this.#spent += performance.now() - start;
    if (finished) {
      this.#rounds.pop();
      this.done();
    }
    if (this.#rounds.length > 0) {
      onIdle(() => this.#slice());
      return;
    }
    const pause = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, this.#spent * 10));
    this.#spent = 0;
    if (this.#dirty.size > 0 || this.#whole) this.#schedule(pause);
  }

  #begin(): void {
    this.#begun = performance.now();
    this.#rounds.push(this.#round());
  }

  /** One step of the newest round; true at its end. */
  #step(): boolean {
    return this.#rounds.at(-1)?.next().done ?? true;
  }

  *#round(): Generator<unknown, void> {
    const nodes = this.#whole ? [this.whole()] : topmost(this.#dirty);
    this.#whole = false;
    this.#dirty.clear();
    for (const node of nodes) {
      if (node?.isConnected) yield* guarded(this.work(node));
      yield;
    }
  }
}

/** Ends work that fails instead of everything with it: a page must not be able to stop us by one odd node. */
function* guarded(work: Generator<unknown, void>): Generator<unknown, void> {
  for (;;) {
    try {
      if (work.next().done) return;
    } catch (error) {
      console.debug('Cảnh Giác: a part of the page could not be read', error);
      return;
    }
    yield;
  }
}

/** The nodes that lie in no other node of the set. O(nodes × depth). */
function topmost(nodes: ReadonlySet<Element | ShadowRoot>): (Element | ShadowRoot)[] {
  return [...nodes].filter((node) => {
    for (let at = node.parentNode; at; at = at.parentNode) {
      if (nodes.has(at as Element | ShadowRoot)) return false;
    }
    return true;
  });
}

function onIdle(run: () => void): void {
  if (document.visibilityState === 'visible') requestIdleCallback(run, { timeout: 200 });
  else setTimeout(run, 50);
}
