/**
 * Changes into a set, block by block: only blocks that a change touches are read and written anew, and what is held in
 * memory at a time is a few of them.
 */
import { GONE, type Changes } from './changes';
import { MAX_COUNT, type Entries, type Place } from './block';
import { firstFrom, halvesOf, partition, ROOT } from './partition';
import type { Shape } from './shape';

/** A block that stays as it is, by its index in the old set. */
export interface KeptBlock {
  readonly place: Place;
  readonly count: number;
  readonly kept: number;
}

export interface NewBlock {
  readonly place: Place;
  readonly count: number;
  readonly entries: Entries;
}

export type MergedBlock = KeptBlock | NewBlock;

export interface MergeSource {
  readonly shape: Shape;
  /** Numbers in each block. */
  readonly counts: ArrayLike<number>;
  /** The entries of a block. */
  readonly read: (index: number) => Promise<Entries>;
}

/** Entries with changes from `from` to `to` applied. Linear. */
function applied(entries: Entries, changes: Changes, from: number, to: number): Entries {
  const keys = new Float64Array(entries.keys.length + to - from);
  const records = new Uint32Array(keys.length);
  let [count, old, change] = [0, 0, from];
  while (old < entries.keys.length || change < to) {
    const have = entries.keys[old] ?? Infinity;
    const changed = change < to ? (changes.keys[change] ?? Infinity) : Infinity;
    const record = changed <= have ? (changes.records[change] ?? GONE) : (entries.records[old] ?? 0);
    if (record !== GONE) {
      keys[count] = Math.min(have, changed);
      records[count] = record;
      count++;
    }
    if (have <= changed) old++;
    if (changed <= have) change++;
  }
  return { keys: keys.subarray(0, count), records: records.subarray(0, count) };
}

function both(a: Entries, b: Entries): Entries {
  const keys = new Float64Array(a.keys.length + b.keys.length);
  const records = new Uint32Array(keys.length);
  for (const [part, at] of [
    [a, 0],
    [b, a.keys.length],
  ] as const) {
    keys.set(part.keys, at);
    records.set(part.records, at);
  }
  return { keys, records };
}

/**
 * Gives `emit` every block of the changed set, not in order: blocks that split or join are known before those beside
 * them. The blocks are those that partition() would make of the whole.
 */
export async function merge(
  source: MergeSource,
  changes: Changes,
  emit: (block: MergedBlock) => Promise<void>,
): Promise<void> {
  const { shape, counts } = source;

  const entriesOf = (block: MergedBlock): Promise<Entries> =>
    'kept' in block ? source.read(block.kept) : Promise.resolve(block.entries);

  /** What lies under a place: emitted where it is more than one block, else handed up, since it may join its sibling. */
  async function under(
    place: Place,
    from: number,
    to: number,
    changeFrom: number,
    changeTo: number,
  ): Promise<{ readonly count: number; readonly one?: MergedBlock }> {
    if (changeFrom === changeTo) return keep(from, to);
    if (to - from <= 1) {
      const old: Entries =
        from === to ? { keys: new Float64Array(), records: new Uint32Array() } : await source.read(from);
      return cut(place, applied(old, changes, changeFrom, changeTo));
    }
    const [left, right] = halvesOf(place);
    const middle = firstFrom(shape.starts, right.start, from, to);
    const changeMiddle = firstFrom(changes.keys, right.start, changeFrom, changeTo);
    const [a, b] = [
      await under(left, from, middle, changeFrom, changeMiddle),
      await under(right, middle, to, changeMiddle, changeTo),
    ];
    const count = a.count + b.count;
    if (count > MAX_COUNT) {
      for (const { one } of [a, b]) if (one) await emit(one);
      return { count };
    }
    const [first, second] = [a.one, b.one];
    if (!first && !second) return { count: 0 };
    const entries =
      first && second
        ? both(await entriesOf(first), await entriesOf(second))
        : await entriesOf((first ?? second) as MergedBlock);
    return { count, one: { place, count, entries } };
  }

  async function keep(from: number, to: number): Promise<{ count: number; one?: MergedBlock }> {
    const blockAt = (index: number): KeptBlock => ({
      place: { start: shape.starts[index] ?? 0, depth: shape.depths[index] ?? 0 },
      count: counts[index] ?? 0,
      kept: index,
    });
    if (to - from === 1) return { count: counts[from] ?? 0, one: blockAt(from) };
    let count = 0;
    for (let index = from; index < to; index++) {
      count += counts[index] ?? 0;
      await emit(blockAt(index));
    }
    return { count };
  }

  async function cut(place: Place, entries: Entries): Promise<{ count: number; one?: MergedBlock }> {
    const count = entries.keys.length;
    if (count === 0) return { count };
    if (count <= MAX_COUNT) return { count, one: { place, count, entries } };
    for (const [at, part] of partition(entries, place)) {
      await emit({ place: at, count: part.keys.length, entries: part });
    }
    return { count };
  }

  const { one } = await under(ROOT, 0, shape.starts.length, 0, changes.keys.length);
  if (one) await emit(one);
}

/** The indexes of the blocks that the changes touch first, in order: what is worth reading ahead. */
export function touched({ starts }: Shape, { keys }: Changes): number[] {
  const indexes: number[] = [];
  keys.forEach((key) => {
    const index = firstFrom(starts, key + 1, 0, starts.length) - 1;
    if (index >= 0 && indexes.at(-1) !== index) indexes.push(index);
  });
  return indexes;
}
