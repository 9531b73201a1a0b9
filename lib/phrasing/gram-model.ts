import { bytesOf } from './base64';
import { decodeKeys } from './gram-keys';
import type { PhrasePack } from './pack-schema';

/** Weights of word runs by their keys, one byte each: a hash table with open addressing. */
export interface GramModel {
  /** Key + 1, or 0 for a free place; a power of two of them, half of them free. */
  readonly places: Uint32Array;
  /** The weights of each place. */
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

/** Reads the model of a checked pack; undefined where it has none. O(runs). */
export function decodeGrams(grams: PhrasePack['judge']['grams']): GramModel | undefined {
  if (!grams) return undefined;
  const keys = decodeKeys(grams.keys) ?? [];
  const [scam, warning] = [bytesOf(grams.scam), bytesOf(grams.warning)];
  const size = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
  const model = {
    places: new Uint32Array(size),
    scam: new Int8Array(size),
    warning: new Int8Array(size),
    scale: grams.scale,
  };
  keys.forEach((key, index) => {
    const place = placeOf(model.places, key);
    model.places[place] = key + 1;
    model.scam[place] = scam[index] ?? 0;
    model.warning[place] = warning[index] ?? 0;
  });
  return model;
}

/** Where a key stands, or the free place where it would. */
function placeOf(places: Uint32Array, key: number): number {
  const mask = places.length - 1;
  let place = key & mask;
  while (places[place] !== 0 && places[place] !== key + 1) place = (place + 1) & mask;
  return place;
}

/** Adds up the weights of the runs of a piece of text, by their keys. O(runs). */
export function sumGrams(model: GramModel | undefined, keys: ReadonlySet<number>): GramSums {
  if (!model) return NO_GRAMS;
  let scam = 0;
  let warning = 0;
  for (const key of keys) {
    const place = placeOf(model.places, key);
    // A free place has no weight.
    scam += model.scam[place] ?? 0;
    warning += model.warning[place] ?? 0;
  }
  return { scam: scam * model.scale, warning: warning * model.scale, count: keys.size };
}

/** The sums of two pieces of text as of one. */
export function addGrams(one: GramSums, other: GramSums): GramSums {
  return {
    scam: one.scam + other.scam,
    warning: one.warning + other.warning,
    count: one.count + other.count,
  };
}
