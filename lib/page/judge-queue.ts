import type { Unit } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import { now } from './clock';
import { MAX_BATCH, MAX_BATCH_TEXT, MAX_CACHED, MAX_CACHED_TEXT, MAX_WAITING_TEXT, SLICE_MS } from './limits';

type Done = (judged: JudgedUnit) => void;

interface Waiting {
  readonly unit: Unit;
  readonly done: Done[];
  readonly dropped: (() => void)[];
}

/** Sends units to the background in batches, the newest round first, and remembers verdicts by all that decides them. */
export class JudgeQueue {
  /** Units asked for since the last flush, by key; the rounds before, the newest last. */
  #asked = new Map<string, Waiting>();
  #rounds: Map<string, Waiting>[] = [];
  /** Text of all units that wait, in UTF-16 units. */
  #waitingText = 0;
  #cache = new Map<string, JudgedUnit>();
  /** Length of the cache's keys, which hold the units' texts. */
  #cachedText = 0;
  #sending: Promise<void> | undefined;

  readonly #judge: (units: Unit[]) => Promise<JudgedUnit[]>;

  constructor(judge: (units: Unit[]) => Promise<JudgedUnit[]>) {
    this.#judge = judge;
  }

  /**
   * Calls `done` with the verdict of `unit`, at once where it is known; `dropped` where the background does not answer
   * and the caller must ask again.
   */
  ask(unit: Unit, done: Done, dropped: () => void): void {
    // Most units are nothing but text.
    const key = Object.keys(unit).length === 1 ? `"${unit.text}` : JSON.stringify(unit);
    const known = this.#cache.get(key);
    if (known) {
      done(known);
      return;
    }
    const waiting = this.#asked.get(key);
    if (waiting) {
      waiting.done.push(done);
      waiting.dropped.push(dropped);
    } else {
      this.#asked.set(key, { unit, done: [done], dropped: [dropped] });
      this.#waitingText += unit.text.length;
    }
  }

  /** Units asked for since the last flush. */
  get asked(): number {
    return this.#asked.size;
  }

  /** Forgets verdicts, those under way too, such as after the person hid a unit or lists changed. */
  forget(): void {
    this.#cache = new Map();
    this.#cachedText = 0;
  }

  /**
   * Sends what was asked for; `answered` is called after each batch. Returns when nothing waits any more. Rejects with
   * what the background failed with; what waited then is dropped, each told so.
   */
  flush(answered: () => void): Promise<void> {
    if (this.#asked.size > 0) this.#rounds.push(this.#asked);
    this.#asked = new Map();
    this.#shed();
    this.#sending ??= this.#send(answered).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** Drops the oldest rounds where a page asks faster than the background answers. */
  #shed(): void {
    while (this.#waitingText > MAX_WAITING_TEXT && this.#rounds.length > 1) {
      for (const { unit, dropped } of this.#rounds.shift()?.values() ?? []) {
        this.#waitingText -= unit.text.length;
        for (const call of dropped) call();
      }
    }
  }

  async #send(answered: () => void): Promise<void> {
    let batch: [string, Waiting][] = [];
    try {
      for (let round = this.#rounds.at(-1); round; round = this.#rounds.at(-1)) {
        batch = takeBatch(round);
        for (const [, { unit }] of batch) this.#waitingText -= unit.text.length;
        if (round.size === 0) this.#rounds = this.#rounds.filter((one) => one !== round);
        const cache = this.#cache;
        const judged = await this.#judge(batch.map(([, { unit }]) => unit));
        let start = now();
        for (const [index, [key, { done }]] of batch.entries()) {
          const one = judged[index];
          if (!one) continue;
          if (cache === this.#cache) this.#remember(key, one);
          for (const call of done) call(one);
          if (now() - start < SLICE_MS) continue;
          await breathe();
          start = now();
        }
        answered();
      }
    } catch (error) {
      const waiting = [...batch, ...this.#rounds.flatMap((round) => [...round])];
      this.#rounds = [];
      this.#waitingText = [...this.#asked.values()].reduce((sum, { unit }) => sum + unit.text.length, 0);
      for (const [, { dropped }] of waiting) for (const call of dropped) call();
      throw error;
    }
  }

  #remember(key: string, judged: JudgedUnit): void {
    this.#cache.set(key, judged);
    this.#cachedText += key.length;
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= MAX_CACHED && this.#cachedText <= MAX_CACHED_TEXT) break;
      this.#cache.delete(oldest);
      this.#cachedText -= oldest.length;
    }
  }
}

/** Takes units off a round: few enough, and short enough together, that their answer comes soon. */
function takeBatch(round: Map<string, Waiting>): [string, Waiting][] {
  const batch: [string, Waiting][] = [];
  let length = 0;
  for (const entry of round) {
    if (batch.length >= MAX_BATCH || length > MAX_BATCH_TEXT) break;
    length += entry[1].unit.text.length;
    batch.push(entry);
    round.delete(entry[0]);
  }
  return batch;
}

/** Lets the page and the person's presses go first. */
async function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise<void>((resolve) => setTimeout(resolve)));
}
