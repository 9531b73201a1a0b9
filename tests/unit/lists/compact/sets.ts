/** Sets of thousands of numbers that fast-check makes from a few values, so that blocks split and join. */
import fc from 'fast-check';
import { GONE, type Changes } from '../../../../lib/lists/compact/changes';
import { encodeBlock, BlockView, type Entries } from '../../../../lib/lists/compact/block';
import { merge, type MergedBlock } from '../../../../lib/lists/compact/merge';
import { partition } from '../../../../lib/lists/compact/partition';
import { decodeShape, encodeShape, shapeOf } from '../../../../lib/lists/compact/shape';

/** Record by key. */
export type Model = ReadonlyMap<number, number>;

export const MAX_KEY = 2 ** 50 - 1;
export const record = fc.integer({ min: 0, max: 2 ** 28 - 1 }).map((value) => {
  // A span never reaches behind the first month.
  const [last, span] = [(value >>> 14) & 511, (value >>> 5) & 511];
  return span <= last ? value : value & ~(511 << 5);
});

/** Runs of neighbouring numbers, dense and sparse ones, and lone keys from the whole space. */
const run = fc
  .record({
    start: fc.oneof(
      fc.integer({ min: 0, max: 3 }).map((i) => 9e8 + i * 2000),
      fc.maxSafeInteger().map((n) => Math.abs(n) % 2 ** 49),
    ),
    step: fc.constantFrom(1, 3, 40, 100_000),
    count: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 900, max: 2600 })),
    record,
  })
  .map(({ start, step, count, record: first }) =>
    Array.from(
      { length: count },
      (_, i) => [Math.min(MAX_KEY, start + i * step), (first ^ (i & 31)) >>> 0] as const,
    ),
  );
export const models = fc.array(run, { maxLength: 5 }).map((runs): Model => new Map(runs.flat()));

export function entriesOf(model: Model): Entries {
  const keys = Float64Array.from(model.keys()).sort();
  return { keys, records: Uint32Array.from(keys, (key) => model.get(key) ?? 0) };
}

export function modelOf({ keys, records }: Entries): Model {
  return new Map(Array.from(keys, (key, i) => [key, records[i] ?? 0] as const));
}

/** The blocks of a set in bytes, in order. */
export function blocksOf(model: Model): Uint8Array<ArrayBuffer>[] {
  return [...partition(entriesOf(model))].map(([{ depth }, entries]) => encodeBlock(depth, entries));
}

export function changesBetween(from: Model, to: Model): Changes {
  const changed = new Map([
    ...[...from.keys()].filter((key) => !to.has(key)).map((key) => [key, GONE] as const),
    ...[...to].filter(([key, value]) => from.get(key) !== value),
  ]);
  return entriesOf(changed);
}

/** Merges changes into blocks as a client does; gives the new blocks and which old ones were read. */
export async function merged(
  blocks: readonly Uint8Array<ArrayBuffer>[],
  changes: Changes,
): Promise<{ blocks: Uint8Array<ArrayBuffer>[]; read: Set<number> }> {
  const views = blocks.map((bytes) => new BlockView(bytes));
  // Through its bytes, as the store keeps it.
  const shape = decodeShape(encodeShape(shapeOf(views.map(({ place }) => place))));
  const read = new Set<number>();
  const out: MergedBlock[] = [];
  await merge(
    {
      shape,
      counts: views.map(({ count }) => count),
      read: (index) => {
        read.add(index);
        const view = views[index];
        if (!view) throw new Error('no such block');
        return Promise.resolve(view.entries());
      },
    },
    changes,
    (block) => {
      out.push(block);
      return Promise.resolve();
    },
  );
  out.sort((a, b) => a.place.start - b.place.start);
  const bytesOf = (block: MergedBlock) =>
    'kept' in block
      ? (blocks[block.kept] ?? new Uint8Array())
      : encodeBlock(block.place.depth, block.entries);
  return { blocks: out.map(bytesOf), read };
}
