import { MAX_DIRTY, MAX_PAUSE_MS, MIN_PAUSE_MS, SLICE_MS } from './limits';

/** Works through one changed node; yields now and then so that the queue can stop at its time budget. */
export type Work = (node: Element | ShadowRoot) => Generator<unknown, void>;

/**
 * Collects changed nodes and works through them in slices under SLICE_MS, a pause after each round. The pause grows
 * with the work, so that a page that never stops changing costs at most about a tenth of the time.
 */
export class ChangeQueue {
  readonly #dirty = new Set<Element | ShadowRoot>();
  #running: Generator<unknown, void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spent = 0;
  #whole = false;

  /**
   * @param whole what to work through when too much has changed
   * @param done called after each round, when nothing is left
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
      this.#running = undefined;
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
    if (this.#timer !== undefined || this.#running) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#round();
      this.#slice();
    }, pause);
  }

  #slice(): void {
    if (!this.#running || this.signal.aborted) return;
    const start = performance.now();
    let finished = false;
    do finished = this.#running.next().done ?? false;
    while (!finished && performance.now() - start < SLICE_MS);
    this.#spent += performance.now() - start;
    if (!finished) {
      onIdle(() => this.#slice());
      return;
    }
    this.#running = undefined;
    const pause = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, this.#spent * 10));
    this.#spent = 0;
    this.done();
    if (this.#dirty.size > 0 || this.#whole) this.#schedule(pause);
  }

  *#round(): Generator<unknown, void> {
    const nodes = this.#whole ? [this.whole()] : topmost(this.#dirty);
    this.#whole = false;
    this.#dirty.clear();
    for (const node of nodes) {
      if (node?.isConnected) yield* this.work(node);
      yield;
    }
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
