import { END, type Units } from '../text/units';
import { isDigit, isLetter, KINDS, LETTER, MIXED, SIGN } from './code-units';

/** Signs of phrases: a-z, the blank between words, and 1 ('za1o'). */
const SIGNS = 32;
const BLANK = 26;
const ONE = 27;
/** No phrase has this sign, so it leads nowhere. */
const NONE = 28;
/** Keys of words, as `passWord` makes them: a power of two. */
const KEYS = 0x2000;
const DEAD = 0;
const ROOT = 1;

/**
 * Phrases of up to four words, looked up in a folded text without cutting it: read backwards from the end of their last
 * word or forwards from the start of their first. Whatever stands between two words counts as one blank. 0 and @ are read
 * as o and a in words that have letters ('g0i', 'z@lo').
 */
export class PhraseTrie {
  private readonly next: Int16Array;
  private readonly values: Int16Array;
  private readonly unit: number;
  private size = ROOT + 1;
  /** 1 for the keys of words that phrases are read from. 8 KB, where the trie has a hundred. */
  private readonly opening = new Uint8Array(KEYS);
  /** Of the word that `passWord` passed: kinds of its units, each a bit, and whether a phrase may be read from it. */
  kinds = SIGN;
  known = false;

  constructor(
    phrases: readonly string[],
    private readonly step: 1 | -1,
  ) {
    // Forwards the unit at an offset is read, backwards the one before it.
    this.unit = step > 0 ? 0 : -1;
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
   * Reads over the word beside `from`, and notes whether `longest` may find something there: a cheap look before it.
   * Gives the other end of the word. Linear in the word.
   * @param from as for `longest`
   * @param limit as for `longest`
   */
  passWord(text: Units, from: number, limit: number): number {
    const { codes } = text;
    const { step, unit } = this;
    const kindOf = KINDS;
    let at = from;
    let key = 0;
    let kinds = SIGN;
    for (; at !== limit; at += step) {
      const code = codes[at + unit] ?? END;
      const kind = kindOf[code] ?? SIGN;
      if (kind === SIGN) break;
      kinds |= kind;
      key = nextKey(key, code);
    }
    this.kinds = kinds;
    // 0, 1 and @ may be read as letters.
    this.known = kinds === LETTER ? this.opening[key] === 1 : kinds === MIXED;
    return at;
  }

  private add(phrase: string, value: number): void {
    const words = phrase.split(' ');
    const opening = Array.from((this.step > 0 ? words[0] : words.at(-1)) ?? '');
    if (this.step < 0) opening.reverse();
    this.opening[opening.reduce((key, letter) => nextKey(key, letter.charCodeAt(0)), 0)] = 1;
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

/** The key of a word of which one more unit is read. */
function nextKey(key: number, code: number): number {
  return (Math.imul(key, 31) + code) & (KEYS - 1);
}

function hasLetterAt(text: Units, from: number, limit: number, step: 1 | -1): boolean {
  for (let at = from; at !== limit; at += step) {
    const code = text.charCodeAt(step > 0 ? at : at - 1);
    if (isLetter(code)) return true;
    if (!isWordUnit(code)) return false;
  }
  return false;
}
