import type { Units } from '../text/units';
/**
 * Words of digits in folded spelling, as said in the North, the Centre and the South, and a few in English. Each stands
 * for a sign, a unit: a digit, or an instruction to ./say (a capital letter). Data only.
 */

/** 'muoi' of 'chin muoi hai' or 'muoi hai': ten. */
export const TEN = 0x4d;
/** 'mười' where the source has its accent: ten itself, never the tens ('mươi') of the digit before. Not in the table. */
export const TEN_ITSELF = 0x58;
/** 'chuc': nine 'chuc' is ninety. */
export const TENS = 0x43;
/** 'tram': hundred. */
export const HUNDRED = 0x54;
/** 'linh', 'le' and the like: the nought between. */
export const NOUGHT = 0x4c;
/** 'so', 'con' of 'ba so tam', 'bon con chin'. */
export const TIMES = 0x53;
/** 'cap' of 'cap 7'. */
export const PAIR = 0x50;
/** 'hoa' of 'tam hoa', three of a kind. */
export const THREE_OF = 0x48;
/** 'quy' of 'tu quy', four of a kind; also 'ngu quy', 'luc quy'. */
export const KIND_OF = 0x51;
/** Says nothing: 'cham', 'roi'. */
export const SILENT = 0x46;

const SPELLINGS: Readonly<Record<string, string>> = {
  '0': 'khong hong kong khon hem hok zero oh ko kh k o',
  '1': 'mot moot one',
  '2': 'hai two',
  '3': 'ba three',
  '4': 'bon tu four',
  '5': 'nam lam nham ngu five',
  '6': 'sau xau luc six',
  '7': 'bay bai seven',
  '8': 'tam eight',
  '9': 'chin nine',
  M: 'muoi',
  C: 'chuc',
  T: 'tram',
  L: 'linh le',
  S: 'so con',
  P: 'cap doi dup kep double',
  H: 'hoa',
  Q: 'quy',
  F: 'roi cham phay gach ngang tiep chu dash',
};

const WORDS = Object.entries(SPELLINGS).flatMap(([sign, list]) =>
  list.split(' ').map((word): readonly [string, string] => [word, sign]),
);

/** All of these words. */
export const NUMBER_WORDS: readonly string[] = WORDS.map(([word]) => word);

const LETTERS = 26;
const NODES = WORDS.reduce((sum, [word]) => sum + word.length, 1);
/** A trie of the words: node and letter -> node, node -> the sign of the word that ends there, 0 where none does. */
const NEXT = new Int16Array(NODES * LETTERS);
const ENDS = new Uint8Array(NODES);
let nodes = 1;
for (const [word, sign] of WORDS) {
  let node = 0;
  for (let index = 0; index < word.length; index++) {
    const place = node * LETTERS + word.charCodeAt(index) - 0x61;
    node = NEXT[place] ||= nodes++;
  }
  ENDS[node] = sign.charCodeAt(0);
}

const LENGTH_BITS = 4;
const LENGTH_MASK = 15;

/**
 * The longest word of a digit that stands at `start`, 0 for none: `signOf` and `lengthOf` take it apart. It may go on in
 * other letters. O(1).
 */
export function numberWordAt(text: Units, start: number): number {
  const next = NEXT;
  const ends = ENDS;
  let node = 0;
  let word = 0;
  for (let index = start; ; index++) {
    const letter = text.charCodeAt(index) - 0x61;
    if (!(letter >= 0 && letter < LETTERS)) return word;
    node = next[node * LETTERS + letter] ?? 0;
    if (node === 0) return word;
    const sign = ends[node] ?? 0;
    if (sign !== 0) word = (sign << LENGTH_BITS) | (index + 1 - start);
  }
}

/** The sign of what `numberWordAt` gives: a unit. */
export function signOf(word: number): number {
  return word >> LENGTH_BITS;
}

/** How many letters it has. */
export function lengthOf(word: number): number {
  return word & LENGTH_MASK;
}
