import type { Unit } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import { now } from './clock';
import { MAX_BATCH, MAX_BATCH_TEXT, MAX_CACHED, MAX_CACHED_TEXT, MAX_WAITING_TEXT, SLICE_MS } from './limits';

type Done = (judged: JudgedUnit) => void;

interface Waiting {
  readonly unit: Unit;
  readonly heard: Done[];
  readonly dropped: (() => void)[];
}

/** Units that wait for the background's verdict, and verdicts that are known. */
export interface JudgeQueue {
  /**
   * Calls `done` with the verdict of `unit`, at once where it is known; `dropped` where the background does not answer
   * and the caller must ask again.
   */
  ask(unit: Unit, done: Done, dropped: () => void): void;
  /** Units asked for since the last flush. */
  asked(): number;
  /** Forgets verdicts, those under way too, such as after the person hid a unit or lists changed. */
  forget(): void;
  /**
   * Sends what was asked for; `answered` is called after each batch. Returns when nothing waits any more. Rejects with
   * what the background failed with; what waited then is dropped, each told so.
   */
  sendAsked(answered: () => void): Promise<void>;
}

/** Sends units to the background in batches, the newest round first, and remembers verdicts by all that decides them. */
export function judgeQueue(judge: (units: Unit[]) => Promise<JudgedUnit[]>): JudgeQueue {
  /** Units asked for since the last flush, by key; the rounds before, the newest last. */
  let asked = new Map<string, Waiting>();
  let rounds: Map<string, Waiting>[] = [];
  /** Text of all units that wait, in UTF-16 units. */
  let waitingText = 0;
  let cache = new Map<string, JudgedUnit>();
  /** Length of the cache's keys, which hold the units' texts. */
  let cachedText = 0;
  let sending: Promise<void> | undefined;

  /** Drops the oldest rounds where a page asks faster than the background answers. */
  const shed = (): void => {
    while (waitingText > MAX_WAITING_TEXT && rounds.length > 1) {
      for (const { unit, dropped } of rounds.shift()?.values() ?? []) {
        waitingText -= unit.text.length;
        for (const call of dropped) call();
      }
    }
  };

  const remember = (key: string, judged: JudgedUnit): void => {
    cache.set(key, judged);
    cachedText += key.length;
    for (const oldest of cache.keys()) {
      if (cache.size <= MAX_CACHED && cachedText <= MAX_CACHED_TEXT) break;
      cache.delete(oldest);
      cachedText -= oldest.length;
    }
  };

  const sendAll = async (answered: () => void): Promise<void> => {
    let batch: [string, Waiting][] = [];
    try {
      for (let round = rounds.at(-1); round; round = rounds.at(-1)) {
        batch = takeBatch(round);
        for (const [, { unit }] of batch) waitingText -= unit.text.length;
        if (round.size === 0) rounds = rounds.filter((one) => one !== round);
        const before = cache;
        const judged = await judge(batch.map(([, { unit }]) => unit));
        let start = now();
        for (const [index, [key, { heard, dropped }]] of batch.entries()) {
          const one = judged[index];
          if (!one) continue;
          // Forgotten on the way: what the person hid meanwhile must not come back.
          if (cache === before) {
            remember(key, one);
            for (const call of heard) call(one);
          } else for (const call of dropped) call();
          if (now() - start < SLICE_MS) continue;
          // The page and the person's presses go first.
          await new Promise((resolve) => setTimeout(resolve));
          start = now();
        }
        answered();
      }
    } catch (error) {
      const waiting = [...batch, ...rounds.flatMap((round) => [...round])];
      rounds = [];
      waitingText = [...asked.values()].reduce((sum, { unit }) => sum + unit.text.length, 0);
      for (const [, { dropped }] of waiting) for (const call of dropped) call();
      throw error;
    } finally {
      // Here and not once the promise settles: what is asked for in the same task would be left lying.
      sending = undefined;
    }
  };

  return {
    ask(unit, done, dropped) {
      const key = JSON.stringify(unit);
      const known = cache.get(key);
      if (known) {
        done(known);
        return;
      }
      const waiting = asked.get(key);
      if (waiting) {
        waiting.heard.push(done);
        waiting.dropped.push(dropped);
      } else {
        asked.set(key, { unit, heard: [done], dropped: [dropped] });
        waitingText += unit.text.length;
      }
    },
    asked: () => asked.size,
    forget() {
      cache = new Map();
      cachedText = 0;
    },
    async sendAsked(answered) {
      if (asked.size > 0) rounds.push(asked);
      asked = new Map();
      shed();
      if (rounds.length > 0) sending ??= sendAll(answered);
      await sending;
    },
  };
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
