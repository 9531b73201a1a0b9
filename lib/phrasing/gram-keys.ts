import { bytesOf } from './base64';

/** The key of a run of words is so many bits of its hash: of the runs that a model does not know, one in 200 is taken for another. */
export const KEY_BITS = 24;

/**
 * Keys in ascending order as bytes: the distance from each to the one before, seven bits a byte, the lowest first; the
 * last byte of a distance is below 128.
 */
export function encodeKeys(keys: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (const key of keys) {
    let left = key - before - 1;
    before = key;
    for (; left > 0x7f; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

/** The keys of base64 that holds what `encodeKeys` gives; undefined where it does not. O(length). */
export function decodeKeys(base64: string): Uint32Array | undefined {
  const bytes = bytesOf(base64);
  const keys = new Uint32Array(bytes.length);
  let [count, before, left, shift] = [0, -1, 0, 0];
  for (const byte of bytes) {
    left |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0) {
      if (shift >= KEY_BITS + 4) return undefined;
      continue;
    }
    before += left + 1;
    if (before >= 2 ** KEY_BITS) return undefined;
    keys[count++] = before;
    [left, shift] = [0, 0];
  }
  return shift === 0 ? keys.subarray(0, count) : undefined;
}
