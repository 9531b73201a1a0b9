/** Numbers as whole numbers that sort: what the compact set holds. Pure. */
import * as v from 'valibot';
import { numberKey } from '../schema-parts';

/** Keys are below 2^50. */
export const KEY_BITS = 50;

/** From here on lie numbers of other countries; below it national digits, which have ten at most. */
const FOREIGN = 2 ** 34;

/**
 * The key of a number in the form of look-ups; undefined where it has not that form. National digits, 1800/1900 and
 * short codes stand for themselves: their lengths and first digits tell them apart, so no two numbers share a key.
 */
export function keyOf(number: string): number | undefined {
  if (!v.is(numberKey, number)) return undefined;
  if (number.startsWith('+84')) return Number(number.slice(3));
  return number.startsWith('+') ? FOREIGN + Number(number.slice(1)) : Number(number);
}

/** The number of a key that keyOf() gave. */
export function numberOf(key: number): string {
  if (key >= FOREIGN) return `+${String(key - FOREIGN)}`;
  const digits = String(key);
  // Subscriber numbers have seven digits or more and never begin with 1; 1800 and 1900 do, short codes are shorter.
  return digits.length <= 5 || digits.startsWith('1') ? digits : `+84${digits}`;
}
