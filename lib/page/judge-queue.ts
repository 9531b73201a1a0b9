import type { Unit } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import { MAX_BATCH, MAX_BATCH_TEXT, MAX_CACHED } from './limits';

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
  readonly #cache = new Map<string, JudgedUnit>();
  #sending: Promise<void> | undefined;

  constructor(readonly judge: (units: Unit[]) => Promise<JudgedUnit[]>) {}

  /**
   * Calls `done` with the verdict of `unit`, at once where it is known; `dropped` where the background does not answer
   * and the caller must ask again.
   */
  ask(unit: Unit, done: Done, dropped: () => void): void {
    const key = JSON.stringify([unit.text, unit.sender, unit.links, unit.before]);
    const known = this.#cache.get(key);
    if (known) {
      done(known);
      return;
    }
    const waiting = this.#asked.get(key);
    if (waiting) {
      waiting.done.push(done);
      waiting.dropped.push(dropped);
    } else this.#asked.set(key, { unit, done: [done], dropped: [dropped] });
  }

  /** Forgets verdicts, such as after the person hid a unit. */
  forget(): void {
    this.#cache.clear();
  }

  /**
   * Sends what was asked for; `answered` is called after each batch. Returns when nothing waits any more. Rejects with
   * what the background failed with; what waited then is dropped, each told so.
   */
  flush(answered: () => void): Promise<void> {
    if (this.#asked.size > 0) this.#rounds.push(this.#asked);
    this.#asked = new Map();
    this.#sending ??= this.#send(answered).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #send(answered: () => void): Promise<void> {
    let batch: [string, Waiting][] = [];
    try {
      for (let round = this.#rounds.at(-1); round; round = this.#rounds.at(-1)) {
        batch = takeBatch(round);
        if (round.size === 0) this.#rounds = this.#rounds.filter((one) => one !== round);
        const judged = await this.judge(batch.map(([, { unit }]) => unit));
        batch.forEach(([key, { done }], index) => {
          const one = judged[index];
          if (!one) return;
          this.#remember(key, one);
          for (const call of done) call(one);
        });
        answered();
      }
    } catch (error) {
      const waiting = [...batch, ...this.#rounds.flatMap((round) => [...round])];
      this.#rounds = [];
      for (const [, { dropped }] of waiting) for (const call of dropped) call();
      throw error;
    }
  }

  #remember(key: string, judged: JudgedUnit): void {
    if (this.#cache.size >= MAX_CACHED) {
      const oldest = this.#cache.keys().next().value;
      if (oldest !== undefined) this.#cache.delete(oldest);
    }
    this.#cache.set(key, judged);
  }
}

/** Takes units off a round: few enough, and short enough together, that their answer comes soon. */
function takeBatch(round: Map<string, Waiting>): [string, Waiting][] {
  const batch: [string, Waiting][] = [];
  let length = 0;
  for (const entry of round) {
    if (batch.length >= MAX_BATCH || (batch.length > 0 && length > MAX_BATCH_TEXT)) break;
    length += entry[1].unit.text.length;
    batch.push(entry);
    round.delete(entry[0]);
  }
  return batch;
}
