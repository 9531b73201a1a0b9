import type { Units } from '../text/units';
import { isDigit, isLetter } from './code-units';

/** Signs of phrases: a-z, the blank between words, and 1 ('za1o'). */
const SIGNS = 29;
const BLANK = 26;
const ONE = 27;
/** No phrase has this sign, so it leads nowhere. */
const NONE = 28;
/** Pairs of letters, each as 1-26, or 0 for the end of a word. */
const PAIRS = 32 * 32;
/** Units that `mayBe` looks at. */
const OPENING = 3;
const DEAD = 0;
const ROOT = 1;
/** 0 and @ may be read as letters, 1 stands in 'za1o'. */
const STANDS_FOR = 32;
/** What `letterOf` says of each unit, and STANDS_FOR. */
const LETTERS = new Uint8Array(0x10000);
for (let code = 0x61; code <= 0x7a; code++) LETTERS[code] = code - 0x60;
for (let code = 0x30; code <= 0x39; code++) LETTERS[code] = STANDS_FOR;
LETTERS[0x40] = STANDS_FOR;

/**
 * Phrases of up to four words, looked up in a folded text without cutting it: read backwards from the end of their last
 * word or forwards from the start of their first. Whatever stands between two words counts as one blank. 0 and @ are read
 * as o and a in words that have letters ('g0i', 'z@lo').
 */
export class PhraseTrie {
  private readonly next: Int16Array;
  private readonly values: Int16Array;
  private size = ROOT + 1;
  /** For two letters that phrases are read from: a bit for each third. 4 KB, where the trie has a hundred. */
  private readonly openings = new Uint32Array(PAIRS);

  constructor(
    phrases: readonly string[],
    private readonly step: 1 | -1,
  ) {
    const most = phrases.reduce((sum, phrase) => sum + phrase.length, ROOT + 1);
    this.next = new Int16Array(most * SIGNS);
    this.values = new Int16Array(most).fill(-1);
    phrases.forEach((phrase, value) => this.add(phrase, value));
  }

  /**
   * The value of the longest phrase that starts (or, backwards, ends) with the word beside `from`, -1 for none. Words
   * beyond `limit` are not read. O(length of the phrase).
   * @param text folded text
   * @param from offset of the first unit of the word; backwards, the end of the word
   * @param limit offset that no word passes
   */
  longest(text: Units, from: number, limit: number): number {
    const { next, values, step } = this;
    let best = -1;
    let node = ROOT;
    let at = from;
    while (at !== limit) {
      // Backwards the unit before the offset is read.
      let code = text.charCodeAt(step > 0 ? at : at - 1);
      const word = at;
      while (isWordUnit(code)) {
        // Only 0 and @ ask whether the word has letters.
        const sign = code >= 0x61 ? code - 0x61 : signOf(code, hasLetterAt(text, word, limit, step));
        node = next[node * SIGNS + sign] ?? DEAD;
        if (node === DEAD) return best;
        at += step;
        if (at === limit) break;
        code = text.charCodeAt(step > 0 ? at : at - 1);
      }
      const value = values[node] ?? -1;
      if (value >= 0) best = value;
      node = next[node * SIGNS + BLANK] ?? DEAD;
      if (node === DEAD) return best;
      while (at !== limit && !isWordUnit(text.charCodeAt(step > 0 ? at : at - 1))) at += step;
    }
    return best;
  }

  /**
   * False where no phrase starts (or, backwards, ends) with the word beside `from`: a cheap look before `longest`. O(1).
   * @param from as for `longest`
   * @param limit as for `longest`
   */
  mayBe(text: Units, from: number, limit: number): boolean {
    const { step } = this;
    // The limit ends a word; so close to it only `longest` knows.
    if ((limit - from) * step < OPENING) return true;
    const { codes } = text;
    const at = step > 0 ? from : from - 1;
    const first = LETTERS[codes[at] ?? 0] ?? 0;
    const second = LETTERS[codes[at + step] ?? 0] ?? 0;
    const third = LETTERS[codes[at + 2 * step] ?? 0] ?? 0;
    if (first === 0 || ((first | second | third) & STANDS_FOR) !== 0) return true;
    const last = second === 0 ? 0 : third;
    return (((this.openings[(first << 5) | second] ?? 0) >>> last) & 1) === 1;
  }

  private open(phrase: string): void {
    const from = this.step > 0 ? 0 : phrase.length - 1;
    const [first = 0, second = 0, third = 0] = [0, 1, 2].map((ahead) =>
      letterOf(phrase.charCodeAt(from + ahead * this.step)),
    );
    const pair = (first << 5) | second;
    this.openings[pair] = (this.openings[pair] ?? 0) | (1 << (second === 0 ? 0 : third));
  }

  private add(phrase: string, value: number): void {
    this.open(phrase);
    let node = ROOT;
    for (let index = 0; index < phrase.length; index++) {
      const code = phrase.charCodeAt(this.step > 0 ? index : phrase.length - 1 - index);
      const place = node * SIGNS + (code === 0x20 ? BLANK : signOf(code, true));
      let child = this.next[place] ?? DEAD;
      if (child === DEAD) {
        child = this.size++;
        this.next[place] = child;
      }
      node = child;
    }
    this.values[node] = value;
  }
}

/** True for what words are made of: a-z, 0-9, @. */
export function isWordUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x40;
}

function signOf(code: number, lettered: boolean): number {
  if (code >= 0x61) return code - 0x61;
  if (lettered && code === 0x30) return 0x6f - 0x61;
  if (code === 0x31) return ONE;
  return lettered && code === 0x40 ? 0 : NONE;
}

/** 1 to 26 for letters, else 0. */
function letterOf(code: number): number {
  return isLetter(code) ? code - 0x60 : 0;
}

function hasLetterAt(text: Units, from: number, limit: number, step: 1 | -1): boolean {
  for (let at = from; at !== limit; at += step) {
    const code = text.charCodeAt(step > 0 ? at : at - 1);
    if (isLetter(code)) return true;
    if (!isWordUnit(code)) return false;
  }
  return false;
}
