import type { Unit } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import { now } from './clock';
import { MAX_BATCH, MAX_BATCH_TEXT, MAX_CACHED, MAX_CACHED_TEXT, MAX_WAITING_TEXT, SLICE_MS } from './limits';

/** Hears a verdict; undefined where the background gave none, or none that still counts: it is to be asked again. */
type Done = (judged: JudgedUnit | undefined) => void;

interface Waiting {
  readonly key: string;
  readonly unit: Unit;
  readonly heard: Done[];
}

/** Units that wait for the background's verdict, and verdicts that are known. */
export interface JudgeQueue {
  /** Calls `done` with the verdict of `unit`, at once where it is known. */
  ask(unit: Unit, done: Done): void;
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
  let cache = new Map<string, JudgedUnit>();
  /** Length of the cache's keys, which hold the units' texts. */
  let cachedText = 0;
  let sending: Promise<void> | undefined;

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
    let batch: Waiting[] = [];
    try {
      for (let round = rounds.at(-1); round; round = rounds.at(-1)) {
        batch = takeBatch(round);
        if (round.size === 0) rounds = rounds.filter((one) => one !== round);
        const before = cache;
        const judged = await judge(batch.map(({ unit }) => unit));
        let start = now();
        for (const [index, { key, heard }] of batch.entries()) {
          const one = judged[index];
          if (!one) continue;
          // Forgotten on the way: what the person hid meanwhile must not come back.
          const isValid = cache === before;
          if (isValid) remember(key, one);
          for (const done of heard) done(isValid ? one : undefined);
          if (now() - start < SLICE_MS) continue;
          // The page and the person's presses go first.
          await new Promise((resolve) => setTimeout(resolve));
          start = now();
        }
        answered();
      }
    } catch (error) {
      const lost = [...batch, ...allOf(rounds)];
      rounds = [];
      drop(lost);
      throw error;
    } finally {
      // Here and not once the promise settles: what is asked for in the same task would be left lying.
      sending = undefined;
    }
  };

  return {
    ask(unit, done) {
      const key = JSON.stringify(unit);
      const known = cache.get(key);
      const waiting = asked.get(key);
      if (known) done(known);
      else if (waiting) waiting.heard.push(done);
      else asked.set(key, { key, unit, heard: [done] });
    },
    asked: () => asked.size,
    forget() {
      cache = new Map();
      cachedText = 0;
    },
    async sendAsked(answered) {
      if (asked.size > 0) rounds.push(asked);
      asked = new Map();
      // A page may ask faster than the background answers: the oldest rounds are dropped.
      while (rounds.length > 1 && lengthOf(allOf(rounds)) > MAX_WAITING_TEXT)
        drop(allOf(rounds.splice(0, 1)));
      if (rounds.length > 0) sending ??= sendAll(answered);
      await sending;
    },
  };
}

const allOf = (rounds: readonly Map<string, Waiting>[]): Waiting[] =>
  rounds.flatMap((round) => [...round.values()]);

const lengthOf = (waiting: readonly Waiting[]): number =>
  waiting.reduce((sum, { unit }) => sum + unit.text.length, 0);

function drop(waiting: readonly Waiting[]): void {
  for (const { heard } of waiting) for (const done of heard) done(undefined);
}

/** Takes units off a round: few enough, and short enough together, that their answer comes soon. */
function takeBatch(round: Map<string, Waiting>): Waiting[] {
  const batch: Waiting[] = [];
  let length = 0;
  for (const waiting of round.values()) {
    if (batch.length >= MAX_BATCH || length > MAX_BATCH_TEXT) break;
    length += waiting.unit.text.length;
    batch.push(waiting);
    round.delete(waiting.key);
  }
  return batch;
}
