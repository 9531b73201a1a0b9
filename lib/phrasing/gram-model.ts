import type { PhrasePack } from './pack-schema';

/** Weights of hashed word runs, one byte each. */
export interface GramModel {
  readonly bits: number;
  readonly scam: Int8Array;
  readonly warning: Int8Array;
  /** What a byte is multiplied by. */
  readonly scale: number;
}

/** Sums over the features of a piece of text. Sums of pieces may be added. */
export interface GramSums {
  readonly scam: number;
  readonly warning: number;
  readonly count: number;
}

export const NO_GRAMS: GramSums = { scam: 0, warning: 0, count: 0 };

/** Reads the model of a checked pack; undefined where it has none. O(2^bits). */
export function decodeGrams(pack: PhrasePack): GramModel | undefined {
  const { grams } = pack.judge;
  if (!grams) return undefined;
  return {
    bits: grams.bits,
    scale: grams.scale,
    scam: bytesOf(grams.scam),
    warning: bytesOf(grams.warning),
  };
}

/** Adds up the weights of features. O(features). */
export function sumGrams(model: GramModel | undefined, buckets: ReadonlySet<number>): GramSums {
  if (!model) return NO_GRAMS;
  let scam = 0;
  let warning = 0;
  for (const bucket of buckets) {
    scam += model.scam[bucket] ?? 0;
    warning += model.warning[bucket] ?? 0;
  }
  return { scam: scam * model.scale, warning: warning * model.scale, count: buckets.size };
}

/** The sums of two pieces of text as of one. */
export function addGrams(one: GramSums, other: GramSums): GramSums {
  return {
    scam: one.scam + other.scam,
    warning: one.warning + other.warning,
    count: one.count + other.count,
  };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 to signed bytes; written here because this room knows neither browser nor Node. */
function bytesOf(base64: string): Int8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
  const bytes = new Int8Array((base64.replace(/=+$/, '').length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let to = 0;
  for (let at = 0; at < base64.length && to < bytes.length; at++) {
    held = ((held << 6) | (values[base64.charCodeAt(at)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = held >> bits;
  }
  return bytes;
}
