/** Timing of several works side by side on a machine that does other things too. */

/** One part of a work: it takes a millisecond or so, and gives something so that it is not left out. */
type Part = () => number;
export type Parts = readonly Part[];

export interface Row {
  readonly name: string;
  readonly ms: number;
  /** Times the first work of the same round. */
  readonly ratio: number;
}

const ROUNDS = 9;
/**
 * How long everything runs before the clock counts, in time of the processor: the engine compiles what is hot by and by, on
 * a core of its own, which a busy machine gives it late.
 */
const WARM_MS = 5000;
/** What takes longer than this is timed once, three times over. */
const SLOW_MS = 400;
const SLOW_ROUNDS = 3;
/** Texts that are timed together: short works, so that an interruption spoils one of them and not the sum. */
const BATCH = 50;

/** A work over texts, in parts. */
export function over<T>(texts: readonly T[], work: (text: T) => number): Parts {
  const batches: T[][] = [];
  for (let start = 0; start < texts.length; start += BATCH) batches.push(texts.slice(start, start + BATCH));
  return batches.map((batch) => () => {
    let sum = 0;
    for (const text of batch) sum += work(text);
    return sum;
  });
}

/** Median times of each work; round by round, so that a busy moment of the machine meets all of them. */
export function measure(works: readonly (readonly [name: string, parts: Parts])[]): Row[] {
  const slow = works.map(([, parts]) => isSlow(parts) && isSlow(parts));
  for (const end = processorMs() + WARM_MS; processorMs() < end;) {
    works.forEach(([, parts], index) => slow[index] !== true && sum(parts, timed));
  }
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach(([, parts], index) => {
      if (slow[index] !== true) times[index]?.push(sum(parts, bestOfThree));
      else if (round < SLOW_ROUNDS) times[index]?.push(sum(parts, timed));
    });
  }
  const medians = times.map(median);
  const unit = medians[0] ?? NaN;
  return works.map(([name], index) => {
    const ms = medians[index] ?? NaN;
    return { name, ms, ratio: ms / unit };
  });
}

function sum(parts: Parts, time: (part: Part) => number): number {
  return parts.reduce((total, part) => total + time(part), 0);
}

function bestOfThree(part: Part): number {
  return Math.min(timed(part), timed(part), timed(part));
}

/** Told by the processor's time: a busy machine makes the first pass of anything slow. */
function isSlow(parts: Parts): boolean {
  const start = processorMs();
  sum(parts, timed);
  return processorMs() - start >= SLOW_MS;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(part: Part): number {
  const start = performance.now();
  part();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
