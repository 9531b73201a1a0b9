import type { Units } from '../text/units';
/**
 * Words of digits in folded spelling, as said in the North, the Centre and the South, and a few in English. Each stands
 * for a sign: a digit, or an instruction to ./words. Data only.
 */

/** 'muoi' of 'chin muoi hai' or 'muoi hai': ten. */
export const TEN = 'M';
/** 'mười' where the source has its accent: ten itself, never the tens ('mươi') of the digit before. Not in the table. */
export const TEN_ITSELF = 'X';
/** 'chuc': nine 'chuc' is ninety. */
export const TENS = 'C';
/** 'tram': hundred. */
export const HUNDRED = 'T';
/** 'linh', 'le' and the like: the nought between. */
export const NOUGHT = 'L';
/** 'so', 'con' of 'ba so tam', 'bon con chin'. */
export const TIMES = 'S';
/** 'cap' of 'cap 7'. */
export const PAIR = 'P';
/** 'hoa' of 'tam hoa', three of a kind. */
export const THREE_OF = 'H';
/** 'quy' of 'tu quy', four of a kind; also 'ngu quy', 'luc quy'. */
export const KIND_OF = 'Q';
/** Says nothing: 'cham', 'roi'. */
export const SILENT = 'F';

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
  [TEN]: 'muoi',
  [TENS]: 'chuc',
  [HUNDRED]: 'tram',
  [NOUGHT]: 'linh le',
  [TIMES]: 'so con',
  [PAIR]: 'cap doi dup kep double',
  [THREE_OF]: 'hoa',
  [KIND_OF]: 'quy',
  [SILENT]: 'roi cham phay gach ngang tiep chu dash',
};

const WORDS = Object.entries(SPELLINGS).flatMap(([sign, list]) =>
  list.split(' ').map((word): readonly [string, string] => [word, sign]),
);

/** All of these words. */
export const NUMBER_WORDS: readonly string[] = WORDS.map(([word]) => word);

/** The words that stand for a sign. */
export function wordsFor(sign: string): readonly string[] {
  return WORDS.filter(([, meant]) => meant === sign).map(([word]) => word);
}

const LETTERS = 26;
const NODES = WORDS.reduce((sum, [word]) => sum + word.length, 1);
/** A trie of the words: node and letter -> node, node -> the sign of the word that ends there. */
const NEXT = new Int16Array(NODES * LETTERS);
const SIGNS: string[] = Array.from({ length: NODES }, () => '');
/** 1 for nodes that end a word. */
const ENDS = new Uint8Array(NODES);
let nodes = 1;
for (const [word, sign] of WORDS) {
  let node = 0;
  for (let index = 0; index < word.length; index++) {
    const place = node * LETTERS + word.charCodeAt(index) - 0x61;
    node = NEXT[place] ||= nodes++;
  }
  SIGNS[node] = sign;
  ENDS[node] = 1;
}

/** A word of a digit, and how long it is. */
export interface NumberWord {
  readonly sign: string;
  readonly length: number;
}

/** The longest word of a digit that stands at `start`; it may go on in other letters. O(1). */
export function numberWordAt(text: Units, start: number): NumberWord | undefined {
  const word = walk(text, start);
  return word === 0 ? undefined : { sign: SIGNS[word >> LENGTH_BITS] ?? '', length: word & LENGTH_MASK };
}

/** How long the word is that `numberWordAt` gives, 0 for none: the cheap look. */
export function numberWordLength(text: Units, start: number): number {
  return walk(text, start) & LENGTH_MASK;
}

const LENGTH_BITS = 4;
const LENGTH_MASK = 15;

/** The node and the length of the longest word, packed; 0 for none. */
function walk(text: Units, start: number): number {
  let [node, word] = [0, 0];
  for (let index = start; ; index++) {
    const letter = text.charCodeAt(index) - 0x61;
    if (!(letter >= 0 && letter < LETTERS)) return word;
    node = NEXT[node * LETTERS + letter] ?? 0;
    if (node === 0) return word;
    if (ENDS[node] === 1) word = (node << LENGTH_BITS) | (index + 1 - start);
  }
}
