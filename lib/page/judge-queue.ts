import type { Unit } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import { MAX_BATCH, MAX_CACHED } from './limits';

type Done = (judged: JudgedUnit) => void;

/** Sends units to the background in batches and remembers verdicts by text and sender. */
export class JudgeQueue {
  readonly #waiting = new Map<string, { unit: Unit; done: Done[] }>();
  readonly #cache = new Map<string, JudgedUnit>();
  #sending = false;

  constructor(readonly judge: (units: Unit[]) => Promise<JudgedUnit[]>) {}

  /** Calls `done` with the verdict of `unit`, at once where it is known. Failures are dropped: the text comes again. */
  ask(unit: Unit, done: Done): void {
    const key = JSON.stringify([unit.text, unit.sender]);
    const known = this.#cache.get(key);
    if (known) {
      done(known);
      return;
    }
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.done.push(done);
    else this.#waiting.set(key, { unit, done: [done] });
  }

  /** Forgets verdicts, such as after the person hid a unit. */
  forget(): void {
    this.#cache.clear();
  }

  /** Sends what waits; returns when everything is answered. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#waiting.size > 0) {
        const batch = [...this.#waiting].slice(0, MAX_BATCH);
        for (const [key] of batch) this.#waiting.delete(key);
        const judged = await this.judge(batch.map(([, { unit }]) => unit));
        batch.forEach(([key, { done }], index) => {
          const one = judged[index];
          if (!one) return;
          this.#remember(key, one);
          for (const call of done) call(one);
        });
      }
    } finally {
      this.#sending = false;
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
