/**
 * How a set is cut into blocks. Keys are the leaves of a binary tree; a block is the highest node under which at most
 * MAX_COUNT numbers lie. So the same set always gives the same blocks, whatever way led to it, and a change touches one
 * block, or few where one splits or two join.
 */
import { MAX_COUNT, type Entries, type Place } from './block';
import { KEY_BITS } from './number-key';

export const ROOT: Place = { start: 0, depth: 0 };

/** The first key of the right half of a place. */
export function middleOf({ start, depth }: Place): number {
  return start + 2 ** (KEY_BITS - depth - 1);
}

/** The halves of a place. */
export function halvesOf(place: Place): readonly [Place, Place] {
  const depth = place.depth + 1;
  return [
    { start: place.start, depth },
    { start: middleOf(place), depth },
  ];
}

/** The first index in [from, to) whose key is not below `key`; `to` where there is none. */
export function firstFrom(keys: ArrayLike<number>, key: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? Infinity) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The blocks of entries, in order. Nothing is copied. */
export function* partition(
  { keys, records }: Entries,
  place = ROOT,
  from = 0,
  to = keys.length,
): Generator<readonly [Place, Entries]> {
  if (from === to) return;
  if (to - from <= MAX_COUNT) {
    yield [place, { keys: keys.subarray(from, to), records: records.subarray(from, to) }];
    return;
  }
  const [left, right] = halvesOf(place);
  const cut = firstFrom(keys, right.start, from, to);
  yield* partition({ keys, records }, left, from, cut);
  yield* partition({ keys, records }, right, cut, to);
}
