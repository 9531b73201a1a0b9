/** One case in a process of its own, so that its memory can be told: `node-case.ts CASE COUNT` prints JSON. */
import { BlockView, type Entries } from '../../../lib/lists/compact/block';
import { blocksOf, changedBlocks } from '../../../lib/lists/compact/whole-set';
import { GONE, encodeChanges } from '../../../lib/lists/compact/changes';
import { partition } from '../../../lib/lists/compact/partition';
import { blockFor, shapeOf } from '../../../lib/lists/compact/shape';
import { informationOf } from './entropy';
import { dayOf, generate, questions } from './generate';
import { ELIAS_FANO, ROARING, type Layout } from './layouts';

export interface NodeRow {
  readonly bytes: number;
  readonly buildMs: number;
  readonly coldUs: number;
  readonly warmUs: number;
  readonly updateMs: number;
  readonly memory: number;
  readonly deltaBytes?: number;
  /** Bytes a number that the list holds of information. */
  readonly least?: { readonly numbers: number; readonly records: number };
}

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
async function used(): Promise<number> {
  // Buffers are given back a little after the collector has seen that nobody has them.
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed<T>(job: () => T | Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await job();
  return [performance.now() - start, result];
}

/** Microseconds a question, and a count so that nothing is left out. */
function asked(keys: readonly number[], has: (key: number) => boolean): number {
  let hits = 0;
  const start = performance.now();
  for (const key of keys) if (has(key)) hits++;
  const us = ((performance.now() - start) * 1000) / keys.length;
  if (hits < keys.length * 0.4) throw new Error('numbers of the list were not found');
  return us;
}

/** `parts`: what holds the set after build; its memory is what it adds to the entries it was made from. */
async function measure<T>(
  entries: Entries,
  build: () => T,
  has: (set: T) => (key: number) => boolean,
  update: (set: T) => unknown,
  sizeOf: (set: T) => number,
): Promise<NodeRow> {
  const before = await used();
  const [buildMs, set] = await timed(build);
  const memory = (await used()) - before;
  const [cold, warm] = [questions(entries, 2000, 3), questions(entries, 50, 4)];
  const find = has(set);
  const coldUs = asked(cold, find);
  const warmUs = asked(Array.from({ length: 100 }, () => warm).flat(), find);
  const [updateMs] = await timed(() => update(set));
  return { bytes: sizeOf(set), buildMs, coldUs, warmUs, updateMs, memory };
}

function layout(entries: Entries, kind: Layout) {
  const make = () => [...partition(entries)].map(([place, part]) => [place, kind.encode(part)] as const);
  const open = (set: ReturnType<typeof make>) => {
    const shape = shapeOf(set.map(([place]) => place));
    return (key: number) => {
      const block = set[blockFor(shape, key)];
      return block !== undefined && kind.find(block[1], key) >= 0;
    };
  };
  const size = (set: ReturnType<typeof make>) => set.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  return measure(entries, make, open, () => undefined, size);
}

const CASES: Readonly<Record<string, (entries: Entries) => Promise<NodeRow>>> = {
  async 'Rice blocks (ours)'(entries) {
    const changes = dayOf(entries);
    const row = await measure(
      entries,
      () => blocksOf(entries),
      (blocks) => {
        const shape = shapeOf(blocks.map((bytes) => new BlockView(bytes).place));
        return (key) => {
          const block = blocks[blockFor(shape, key)];
          // Each question verifies its block anew.
          return block !== undefined && new BlockView(block).find(key) !== undefined;
        };
      },
      (blocks) => changedBlocks(blocks, changes),
      (blocks) => blocks.reduce((sum, { length }) => sum + length, 0),
    );
    const deltaBytes = Math.ceil(encodeChanges(changes).length / 3) * 4;
    return { ...row, deltaBytes, least: informationOf(entries) };
  },
  'Elias-Fano blocks': (entries) => layout(entries, ELIAS_FANO),
  'Roaring-like blocks': (entries) => layout(entries, ROARING),
  'Set (numbers alone)': (entries) => {
    const changes = dayOf(entries);
    return measure(
      entries,
      () => new Set(entries.keys),
      (set) => (key) => set.has(key),
      (set) =>
        changes.keys.forEach((key, i) => (changes.records[i] === GONE ? set.delete(key) : set.add(key))),
      () => NaN,
    );
  },
  'sorted Uint32Array (numbers alone)': (entries) => {
    const changes = dayOf(entries);
    return measure(
      entries,
      () => Uint32Array.from(entries.keys),
      (sorted) => (key) => {
        const wanted = key >>> 0;
        let [low, high] = [0, sorted.length];
        while (low < high) {
          const middle = (low + high) >>> 1;
          if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
          else high = middle;
        }
        return sorted[low] === wanted;
      },
      (sorted) => {
        const gone = new Set<number>();
        const come: number[] = [];
        changes.keys.forEach((key, i) => (changes.records[i] === GONE ? gone.add(key) : come.push(key)));
        const next = new Uint32Array(sorted.length + come.length);
        next.set(sorted.filter((key) => !gone.has(key)));
        return (next.set(come, sorted.length), next.sort());
      },
      (sorted) => sorted.byteLength,
    );
  },
};

export const NODE_CASES = Object.keys(CASES);
const [, script, name, count] = process.argv;
if (script?.endsWith('node-case.ts') && name !== undefined) {
  const run = CASES[name];
  if (!run) throw new Error(`there is no case ${name}`);
  process.stdout.write(JSON.stringify(await run(generate(Number(count)))));
}
