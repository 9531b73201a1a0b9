import { READ_FIRST, READ_LAST } from './lookalikes';

const MARK = /^\p{M}$/u;
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]$/u;
const SPACE = /^\p{Zs}$/u;
const DASH = /^\p{Pd}$/u;
const DIGIT = /^\p{Nd}$/u;
const SURROGATE = /^\p{Cs}$/u;

/** Decomposition, then look-alikes, may uncover one another; no character needs more rounds. */
const MAX_ROUNDS = 4;

/**
 * True for a combining mark that belongs to the letter before it (accents, the keycap, variation selectors).
 * The combining grapheme joiner is a mark by category alone: it is invisible and counts as a zero-width.
 * @param point a code point
 */
export function isMark(point: number): boolean {
  return point !== 0x034f && MARK.test(String.fromCodePoint(point));
}

/**
 * What one code point folds to: lower case Latin and ASCII where people read it so, '' where it is invisible or a
 * combining mark, else itself. Stable: folding the result again changes nothing. Slow (regexes, normalisation): meant
 * to fill tables, not to run over texts.
 * @param point a code point; a lone surrogate gives U+FFFD
 */
export function foldPoint(point: number): string {
  // Syllables fall apart into two or three letters under NFKD, which serves nobody here.
  if (point >= 0xac00 && point <= 0xd7a3) return String.fromCodePoint(point);
  let text = String.fromCodePoint(point);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = Array.from(text).map(foldRound).join('');
    if (next === text) break;
    text = next;
  }
  return text;
}

function foldRound(char: string): string {
  if (char === '\n') return char;
  if (char === '\t' || char === '\r' || char === '\v' || char === '\f') return ' ';
  const first = READ_FIRST.get(char);
  if (first !== undefined) return first;
  if (SURROGATE.test(char)) return '\ufffd';
  if (MARK.test(char) || IGNORABLE.test(char)) return '';
  if (SPACE.test(char)) return ' ';
  if (DASH.test(char)) return '-';
  if (DIGIT.test(char)) return digitValue(char);
  const bare = char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '');
  return READ_LAST.get(bare) ?? bare;
}

/** Decimal digits of a script stand in unbroken runs of ten, so the distance to the run's start is the value. */
function digitValue(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  let start = point;
  while (DIGIT.test(String.fromCodePoint(start - 1))) start--;
  return String((point - start) % 10);
}
