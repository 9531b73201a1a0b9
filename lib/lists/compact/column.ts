/**
 * A column of small numbers in a block, with one byte that says how it is written:
 *   255        all are 0; nothing is written
 *   below 64   Rice codes of this k, one a number
 *   128 and up only what is not 0: for each the distance from the one before, then its value less one; at last the
 *              distance to the end. 128, then four bits for the k of distances, three for the k of values
 * Whichever is shorter. Pure.
 */
import { BitReader, bestRice, costOf, type BitWriter } from './rice';

const ABSENT = 255;
const SPARSE = 128;
const [MAX_DISTANCE_K, MAX_VALUE_K] = [14, 7];

/** Writes a column; gives its byte. */
export function writeColumn(bits: BitWriter, values: Uint16Array): number {
  const distances: number[] = [];
  const rest: number[] = [];
  let last = -1;
  values.forEach((value, i) => {
    if (value === 0) return;
    distances.push(i - last - 1);
    rest.push(value - 1);
    last = i;
  });
  if (rest.length === 0) return ABSENT;
  distances.push(values.length - last - 1);
  const [plain, far, high] = [bestRice(values), bestRice(distances), bestRice(rest)];
  const shorter = costOf(distances, far) + costOf(rest, high) < costOf(values, plain);
  if (!shorter || far > MAX_DISTANCE_K || high > MAX_VALUE_K) {
    for (const value of values) bits.rice(value, plain);
    return plain;
  }
  distances.forEach((distance, i) => {
    bits.rice(distance, far);
    const value = rest[i];
    if (value !== undefined) bits.rice(value, high);
  });
  return SPARSE | (far << 3) | high;
}

/** A column at its place in the bytes of a block. Throws RangeError where its codes lead outside. */
export class Column {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly from: number,
    private readonly code: number,
  ) {}

  /** The first `count` values. */
  all(count: number): Uint16Array {
    const values = new Uint16Array(count);
    const { code } = this;
    if (code === ABSENT) return values;
    const bits = new BitReader(this.bytes, this.from);
    if (code < SPARSE) {
      for (let i = 0; i < count; i++) values[i] = bits.rice(code);
      return values;
    }
    for (let i = bits.rice((code >> 3) & 15); i < count; i += bits.rice((code >> 3) & 15) + 1) {
      values[i] = bits.rice(code & 7) + 1;
    }
    return values;
  }

  /** One value. Linear. */
  at(index: number): number {
    const { code } = this;
    if (code === ABSENT) return 0;
    const bits = new BitReader(this.bytes, this.from);
    if (code < SPARSE) {
      for (let i = 0; i < index; i++) bits.rice(code);
      return bits.rice(code);
    }
    for (let i = bits.rice((code >> 3) & 15); i <= index; i += bits.rice((code >> 3) & 15) + 1) {
      const value = bits.rice(code & 7) + 1;
      if (i === index) return value;
    }
    return 0;
  }
}
