import { CHEAP_WORDS } from './cheap-words';

const MIN_LENGTH = 8;
/** Digits in words, in all regions' speech: so many of them in a row, or of single letters, may hide a number or words. */
const DIGIT_WORDS = 'khong hong ko mot hai ba bon tu nam lam sau bay tam chin muoi le linh';
const IN_A_ROW = 5;
const DIGITS = 3;
/** What may be the address of a site. */
const ADDRESS = /\w\.[a-z]{2}/i;

/** What is left of a letter or digit in disguise once marks and compatibility forms are gone: look-alikes of Latin. */
const ODD = /[\u0080-\u02ff\u0370-\u058f\u13a0-\u13ff\u1d00-\u1dbf\uab70-\uabbf\u{1f100}-\u{1f189}]/u;

/** What a character means here; a Latin letter means its code. */
const NOTHING = 1;
const BREAK = 2;
const DIGIT = 3;
const OTHER_LETTER = 4;
const LOOK_ALIKE = 5;
/** What is known of each UTF-16 unit; 0 where it was not met yet. Unicode's own tables are asked once for each. */
const known = new Uint8Array(0x10000);

const wordHash = (hash: number, letter: number) => (Math.imul(hash, 31) + letter) | 0;
/** Folded words between blanks as numbers: two words of one number cost a needless look at most. */
export const hashed = (words: string): ReadonlySet<number> =>
  new Set(
    words
      .split(' ')
      .map((word) => Array.from(word).reduce((sum, letter) => wordHash(sum, letter.charCodeAt(0)), 0)),
  );
const triggers = hashed(CHEAP_WORDS);
const digitWords = hashed(DIGIT_WORDS);

/**
 * True where a text may hold a number or the words of a scam: worth the background's look. Texts with look-alike letters
 * are. A wide net: it only spares the background texts that cannot matter (held by a corpus test).
 */
export function worthALook(text: string): boolean {
  // The finder and the reader, which reads twice, ask for the same text one after the other.
  if (text !== last) isLastWorth = isWorth((last = text), triggers);
  return isLastWorth;
}

let last = '';
let isLastWorth = false;

/**
 * The look that knows such words. Folds by the browser's own tables and not by lib/text, whose tables would be 5 kB in
 * every page. O(length), no string made.
 */
export function isWorth(text: string, words: ReadonlySet<number>): boolean {
  if (text.length < MIN_LENGTH) return false;
  let digits = 0;
  let row = 0;
  let hash = 0;
  // One step past the end, which ends the last word.
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x20;
    const meaning = known[unit] || meaningAt(text, i, unit);
    if (meaning > LOOK_ALIKE) hash = wordHash(hash, meaning);
    else if (meaning === OTHER_LETTER) hash = wordHash(hash, unit);
    else if (meaning === LOOK_ALIKE) return true;
    else if (meaning !== NOTHING) {
      if (meaning === DIGIT && ++digits >= DIGITS) return true;
      if (hash === 0) continue;
      if (words.has(hash)) return true;
      row = hash === (hash & 0x7f) || digitWords.has(hash) ? row + 1 : 0;
      if (row >= IN_A_ROW) return true;
      hash = 0;
    }
  }
  return ADDRESS.test(text);
}

/** What the character at `i` means; asks Unicode's tables. Of a pair of surrogates the second means nothing. */
function meaningAt(text: string, i: number, unit: number): number {
  const letter = unit | 0x20;
  // ASCII without Unicode's tables: half of what a first text holds.
  if (unit < 0x80)
    return (known[unit] =
      letter >= 0x61 && letter <= 0x7a ? letter : unit >= 0x30 && unit <= 0x39 ? DIGIT : BREAK);
  if (unit >= 0xdc00 && unit <= 0xdfff) return NOTHING;
  if (unit >= 0xd800 && unit <= 0xdbff) return meaningOf(String.fromCodePoint(text.codePointAt(i) ?? unit));
  return (known[unit] = meaningOf(String.fromCharCode(unit)));
}

function meaningOf(character: string): number {
  const parts = character.normalize('NFKD');
  // A Latin letter, with or without the marks of Vietnamese: most of what is met, and told without Unicode's tables.
  if (/^[a-z][\u0300-\u036f]*$/i.test(parts)) return parts.charCodeAt(0) | 0x20;
  const plain = parts
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
  if (plain === '') return NOTHING;
  if (ODD.test(plain.replace(/[^\p{L}\u{1f100}-\u{1f189}]+/gu, ''))) return LOOK_ALIKE;
  if (/^[a-z]$/.test(plain)) return plain.charCodeAt(0);
  // Letters that are squeezed into one character.
  if (/[a-z].*[a-z]/.test(plain)) return LOOK_ALIKE;
  // In brackets: esbuild writes such classes out by themselves as calls.
  if (/[\p{N}]/u.test(plain)) return DIGIT;
  return /^[\p{L}]/u.test(plain) ? OTHER_LETTER : BREAK;
}
