/** The least that any packing of a generated list could take: what the list says, in bits. */
import type { Entries } from '../../../lib/lists/compact/block';
import { firstFrom } from '../../../lib/lists/compact/partition';
import { categoryOf, countOf, lastOf, spanOf, statusOf } from '../../../lib/lists/compact/record';
import { RANGES } from './generate';

/** Bits that one of `count` values takes on average, by how often each comes. */
function entropy(values: Uint32Array): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let bits = 0;
  for (const count of times.values()) bits -= count * Math.log2(count / values.length);
  return bits / values.length;
}

/** Bits to say which `count` numbers of a range it is, whatever way it is said. */
function choice(count: number, size: number): number {
  const rest = size - count;
  return (count && count * Math.log2(size / count)) + (rest && rest * Math.log2(size / rest));
}

/** Bytes a number: which numbers they are, and what is said of them, each column by itself. */
export function informationOf({ keys, records }: Entries): { numbers: number; records: number } {
  let [bits, counted] = [0, 0];
  for (const [first, size] of RANGES) {
    const from = firstFrom(keys, first, 0, keys.length);
    const count = firstFrom(keys, first + size, from, keys.length) - from;
    bits += choice(count, size);
    counted += count;
  }
  if (counted !== keys.length) throw new RangeError(`${keys.length - counted} numbers lie in no range`);
  const columns = [categoryOf, lastOf, spanOf, countOf, statusOf].map((of) => entropy(records.map(of)));
  return {
    numbers: bits / keys.length / 8,
    records: columns.reduce((sum, column) => sum + column, 0) / 8,
  };
}
