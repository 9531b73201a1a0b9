/**
 * A block: up to 1,024 numbers with their records in about 2.5 kB. Little endian.
 *
 *    0 u32  CRC-32 of all that follows
 *    4 u16  length of the block in bytes
 *    6 u16  count of numbers
 *    8 u8   form: 1 numbers with records, 2 numbers alone (removals of a delta)
 *    9 u8   depth: the block covers 2^(50 - depth) keys from its start on
 *   10 u16  newest month of its records, months since January 2010
 *   12 u32  first key, lower half; 16 u32 upper half; its start is this key less what lies below the depth
 *   20 u8   k of the distances, then how each of the five columns is written (column.ts)
 *   26 u16  place of each column in bytes
 *   36      distances from each key to the next, less one
 *           columns: months before the newest, months from first to last, category, count class, status
 *   end     four bytes 0, so that whole words can be read
 *
 * A view reads in place: nothing is parsed but what a question needs.
 */
import { Column, writeColumn } from './column';
import { crc32 } from './crc32';
import { DamagedBlock } from './damaged';
import { KEY_BITS } from './number-key';
import { categoryOf, countOf, lastOf, pack, spanOf, statusOf } from './record';
import { BitReader, BitWriter, bestRice } from './rice';

export const MAX_COUNT = 1024;
const HEADER = 36;
const TAIL = 4;
const COLUMNS = 5;

export const RECORDS = 1;
export const REMOVALS = 2;

export interface Entries {
  /** In order, each once. */
  readonly keys: Float64Array;
  readonly records: Uint32Array;
}

/** Where a block stands: the keys from `start` on of which the first `depth` bits are the same. */
export interface Place {
  readonly start: number;
  readonly depth: number;
}

/** The place of `depth` in which a key lies. */
export function placeOf(key: number, depth: number): Place {
  const width = 2 ** (KEY_BITS - depth);
  return { start: Math.floor(key / width) * width, depth };
}

function columnsOf(records: Uint32Array, newest: number): Uint16Array[] {
  const columns = Array.from({ length: COLUMNS }, () => new Uint16Array(records.length));
  const [age, span, category, count, status] = columns;
  records.forEach((packed, i) => {
    if (!age || !span || !category || !count || !status) return;
    age[i] = newest - lastOf(packed);
    span[i] = spanOf(packed);
    category[i] = categoryOf(packed);
    count[i] = countOf(packed);
    status[i] = statusOf(packed);
  });
  return columns;
}

/**
 * The bytes of a block: the same entries at the same place always give the same bytes. 1 to MAX_COUNT entries.
 * @param form RECORDS, or REMOVALS, whose records are left out
 */
export function encodeBlock(depth: number, entries: Entries, form = RECORDS): Uint8Array<ArrayBuffer> {
  const { keys, records } = entries;
  const first = keys[0] ?? 0;
  const distances = new Float64Array(keys.length - 1);
  for (let i = 0; i < distances.length; i++) distances[i] = (keys[i + 1] ?? 0) - (keys[i] ?? 0) - 1;
  let newest = 0;
  if (form === RECORDS) for (const packed of records) newest = Math.max(newest, lastOf(packed));
  const columns = form === RECORDS ? columnsOf(records, newest) : [];
  const bits = new BitWriter();
  const codes: number[] = [];
  const places: number[] = [];
  const k = bestRice(distances);
  for (const distance of distances) bits.rice(distance, k);
  for (const values of columns) {
    places.push(HEADER + bits.align());
    codes.push(writeColumn(bits, values));
  }
  const body = bits.take();
  const bytes = new Uint8Array(HEADER + body.length + TAIL);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, bytes.length, true);
  view.setUint16(6, keys.length, true);
  view.setUint8(8, form);
  view.setUint8(9, depth);
  view.setUint16(10, newest, true);
  view.setUint32(12, first % 2 ** 32, true);
  view.setUint32(16, Math.floor(first / 2 ** 32), true);
  [k, ...codes].forEach((code, i) => view.setUint8(20 + i, code));
  places.forEach((place, i) => view.setUint16(26 + 2 * i, place, true));
  bytes.set(body, HEADER);
  view.setUint32(0, crc32(bytes, 4), true);
  return bytes;
}

/** A block whose bytes were verified. Keys that damaged bytes would give never leave it. */
export class BlockView {
  readonly count: number;
  readonly form: number;
  readonly place: Place;
  private readonly first: number;
  private readonly head: DataView;

  /** Throws DamagedBlock where the bytes are cut off, changed, or not of this layout. Linear. */
  constructor(readonly bytes: Uint8Array) {
    if (bytes.length < HEADER + TAIL) throw new DamagedBlock('it is cut off.');
    const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.head = head;
    if (head.getUint16(4, true) !== bytes.length) throw new DamagedBlock('its length is another.');
    if (head.getUint32(0, true) !== crc32(bytes, 4)) throw new DamagedBlock('its checksum is another.');
    this.count = head.getUint16(6, true);
    this.form = head.getUint8(8);
    this.first = head.getUint32(16, true) * 2 ** 32 + head.getUint32(12, true);
    const depth = head.getUint8(9);
    const fits = depth <= KEY_BITS && this.first < 2 ** KEY_BITS;
    this.place = placeOf(this.first, depth);
    const known = this.form === RECORDS || this.form === REMOVALS;
    if (!fits || !known || this.count < 1 || this.count > MAX_COUNT) {
      throw new DamagedBlock('it is not of this layout.');
    }
  }

  private get k(): number {
    return this.head.getUint8(20);
  }

  private get columns(): Column[] {
    const at = (i: number) => [this.head.getUint16(26 + 2 * i, true), this.head.getUint8(21 + i)] as const;
    return Array.from({ length: COLUMNS }, (_, i) => new Column(this.bytes, ...at(i)));
  }

  /** The packed record of a key; undefined where the block has not that key. Linear in the block. Throws DamagedBlock. */
  find(key: number): number | undefined {
    try {
      return this.search(key);
    } catch (error) {
      throw new DamagedBlock('its codes lead outside.', error);
    }
  }

  private search(key: number): number | undefined {
    const { k } = this;
    const bits = new BitReader(this.bytes, HEADER);
    let at = this.first;
    for (let i = 0; at <= key; i++) {
      if (at === key) return this.recordAt(i);
      if (i + 1 >= this.count) return undefined;
      at += bits.rice(k) + 1;
    }
    return undefined;
  }

  private recordAt(i: number): number {
    if (this.form === REMOVALS) return 0;
    const newest = this.head.getUint16(10, true);
    const [age = 0, span = 0, category = 0, count = 0, status = 0] = this.columns.map((column) =>
      column.at(i),
    );
    return pack(category, newest - age, span, count, status);
  }

  private records(): Uint32Array {
    const { count } = this;
    const records = new Uint32Array(count);
    if (this.form === REMOVALS) return records;
    const newest = this.head.getUint16(10, true);
    const [age, span, category, counts, status] = this.columns.map((column) => column.all(count));
    for (let i = 0; i < count; i++) {
      records[i] = pack(
        category?.[i] ?? 0,
        newest - (age?.[i] ?? 0),
        span?.[i] ?? 0,
        counts?.[i] ?? 0,
        status?.[i] ?? 0,
      );
    }
    return records;
  }

  /** All that the block holds. Throws DamagedBlock where its keys leave its place. */
  entries(): Entries {
    const keys = new Float64Array(this.count);
    const { start, depth } = this.place;
    const { k } = this;
    const bits = new BitReader(this.bytes, HEADER);
    let at = this.first;
    try {
      keys[0] = at;
      for (let i = 1; i < this.count; i++) keys[i] = at += bits.rice(k) + 1;
      if (at >= start + 2 ** (KEY_BITS - depth)) throw new RangeError('a key lies behind the last');
      return { keys, records: this.records() };
    } catch (error) {
      throw new DamagedBlock('its codes lead outside.', error);
    }
  }
}

/** The blocks that stand one behind the other in a file. Throws DamagedBlock. */
export function* blocksIn(file: Uint8Array): Generator<BlockView> {
  for (let at = 0; at < file.length;) {
    const head = new DataView(file.buffer, file.byteOffset + at, file.length - at);
    if (head.byteLength < HEADER + TAIL) throw new DamagedBlock('the file is cut off.');
    const length = head.getUint16(4, true);
    yield new BlockView(file.subarray(at, at + length));
    at += length;
  }
}
