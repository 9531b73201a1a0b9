/** Very many numbers in a line of JSON: some two bytes each, as the compact set writes them. */
import * as v from 'valibot';
import { decodeChanges, encodeChanges, GONE } from '../../lib/lists/compact/changes';
import { keyOf, numberOf } from '../../lib/lists/compact/number-key';
import { fromBase64, toBase64 } from '../../lib/lists/publish/base64';

/** Longer lists are packed. */
const MOST_NAMED = 10_000;

/** Numbers as a file holds them: by name, or packed where they are too many. */
export const HeldNumbers = {
  numbers: v.array(v.string()),
  /** How many they are, where they are too many to be named. */
  many: v.optional(v.number()),
  /** Those, packed; folders of older versions do not have them. */
  packed: v.optional(v.string()),
};

export interface Held {
  readonly numbers: readonly string[];
  readonly many?: number | undefined;
  readonly packed?: string | undefined;
}

function packed(numbers: readonly string[]): string | undefined {
  const keys = new Set(numbers.map((number) => keyOf(number) ?? -1));
  if (keys.has(-1)) return undefined;
  const sorted = Float64Array.from(keys).sort();
  return toBase64(encodeChanges({ keys: sorted, records: new Uint32Array(sorted.length).fill(GONE) }));
}

/** Numbers as a file holds them. */
export function held(numbers: readonly string[]): Held {
  if (numbers.length <= MOST_NAMED) return { numbers };
  return { numbers: [], many: numbers.length, packed: packed(numbers) };
}

/** The numbers that are held; undefined where an older version wrote only how many they are. Throws where they are damaged. */
export function numbersOf({ numbers, many, packed: text }: Held): readonly string[] | undefined {
  if (many === undefined) return numbers;
  return text === undefined ? undefined : Array.from(decodeChanges(fromBase64(text)).keys, numberOf);
}

/** True where a number is among those that are held. */
export function holds(some: Held, number: string): boolean {
  return numbersOf(some)?.includes(number) ?? false;
}
