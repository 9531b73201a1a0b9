/** Two other layouts of a block, beside that of lib/lists/compact: what they would take, and what a look-up would cost. */
import type { Entries } from '../../../lib/lists/compact/block';
import { categoryOf, countOf, lastOf, spanOf, statusOf } from '../../../lib/lists/compact/record';

export interface Layout {
  readonly name: string;
  encode(entries: Entries): Uint8Array;
  /** The place of a key in the block; -1 where it is not in it. */
  find(bytes: Uint8Array, key: number): number;
}

const width = (value: number) => (value > 0 ? 32 - Math.clz32(value) : 0);

/** Bits of the columns, each as wide as its widest value: read at once wherever they stand. */
function columnBits(records: Uint32Array): number {
  let bits = 0;
  const newest = records.reduce((most, record) => Math.max(most, lastOf(record)), 0);
  for (const part of [categoryOf, countOf, spanOf, statusOf, (record: number) => newest - lastOf(record)]) {
    bits += width(records.reduce((most, record) => Math.max(most, part(record)), 0)) * records.length;
  }
  return bits;
}

const HEAD = 36;

/** Elias-Fano: low bits side by side, high bits in unary; columns of fixed width. */
export const ELIAS_FANO: Layout = {
  name: 'Elias-Fano, columns of fixed width',
  encode({ keys, records }) {
    const first = keys[0] ?? 0;
    const range = (keys.at(-1) ?? 0) - first + 1;
    const low = Math.max(0, Math.floor(Math.log2(range / keys.length)));
    const highBytes = Math.ceil((keys.length + Math.floor(range / 2 ** low) + 1) / 8);
    const lowBytes = Math.ceil((keys.length * low) / 8);
    const bytes = new Uint8Array(HEAD + highBytes + lowBytes + 4 + Math.ceil(columnBits(records) / 8));
    const view = new DataView(bytes.buffer);
    view.setFloat64(0, first, true);
    view.setUint32(8, low, true);
    view.setUint32(12, highBytes, true);
    view.setUint32(16, keys.length, true);
    keys.forEach((key, i) => {
      const offset = key - first;
      const high = Math.floor(offset / 2 ** low) + i;
      bytes[HEAD + (high >> 3)] = (bytes[HEAD + (high >> 3)] ?? 0) | (1 << (high & 7));
      for (let bit = 0; bit < low; bit++) {
        const at = i * low + bit;
        if (Math.floor(offset / 2 ** bit) % 2 === 1) {
          const place = HEAD + highBytes + (at >> 3);
          bytes[place] = (bytes[place] ?? 0) | (1 << (at & 7));
        }
      }
    });
    return bytes;
  },
  find(bytes, key) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const offset = key - view.getFloat64(0, true);
    const low = view.getUint32(8, true);
    const highBytes = view.getUint32(12, true);
    const count = view.getUint32(16, true);
    if (offset < 0) return -1;
    const [wanted, rest] = [Math.floor(offset / 2 ** low), offset % 2 ** low];
    let [zeros, index] = [0, 0];
    for (let bit = 0; index < count && zeros <= wanted; bit++) {
      if (((bytes[HEAD + (bit >> 3)] ?? 0) & (1 << (bit & 7))) === 0) zeros++;
      else {
        if (zeros === wanted) {
          let value = 0;
          for (let i = 0; i < low; i++) {
            const at = index * low + i;
            value += (((bytes[HEAD + highBytes + (at >> 3)] ?? 0) >> (at & 7)) & 1) * 2 ** i;
          }
          if (value === rest) return index;
        }
        index++;
      }
    }
    return -1;
  },
};

/** Roaring: 16 low bits of each number behind their high ones, sorted; columns of fixed width. */
export const ROARING: Layout = {
  name: 'Roaring-like, columns of fixed width',
  encode({ keys, records }) {
    const containers: [high: number, lows: number[]][] = [];
    for (const key of keys) {
      const high = Math.floor(key / 65_536);
      const last = containers.at(-1);
      if (last?.[0] === high) last[1].push(key % 65_536);
      else containers.push([high, [key % 65_536]]);
    }
    const size = containers.reduce((sum, [, lows]) => sum + 12 + Math.min(8192, lows.length * 2), 0);
    const bytes = new Uint8Array(HEAD + size + Math.ceil(columnBits(records) / 8));
    const view = new DataView(bytes.buffer);
    view.setUint32(0, containers.length, true);
    let at = HEAD;
    for (const [high, lows] of containers) {
      view.setFloat64(at, high, true);
      view.setUint32(at + 8, lows.length, true);
      at += 12;
      for (const low of lows) {
        view.setUint16(at, low, true);
        at += 2;
      }
    }
    return bytes;
  },
  find(bytes, key) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [wanted, rest] = [Math.floor(key / 65_536), key % 65_536];
    let [at, before] = [HEAD, 0];
    for (let i = 0; i < view.getUint32(0, true); i++) {
      const count = view.getUint32(at + 8, true);
      if (view.getFloat64(at, true) === wanted) {
        let [low, high] = [0, count];
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (view.getUint16(at + 12 + middle * 2, true) < rest) low = middle + 1;
          else high = middle;
        }
        return low < count && view.getUint16(at + 12 + low * 2, true) === rest ? before + low : -1;
      }
      before += count;
      at += 12 + count * 2;
    }
    return -1;
  },
};
