import { END, type Units } from '../text/units';

/** Kinds of ASCII units, each a bit; what is not ASCII is a sign. */
export const SIGN = 0;
export const DIGIT = 1;
export const LETTER = 2;
/** Both kinds, and a sign that stands for a letter: @. */
export const MIXED = DIGIT | LETTER;
/** Of every unit, so that no look-up misses. */
export const KINDS = new Uint8Array(0x10000);
for (let code = 0x30; code <= 0x39; code++) KINDS[code] = DIGIT;
for (let code = 0x61; code <= 0x7a; code++) KINDS[code] = LETTER;
KINDS[0x40] = MIXED;

/** The kind of a unit as words are made of them: 0-9, a-z and @, or a sign, as the end of the text is. One look-up. */
export function kindOf(code: number): number {
  return KINDS[code] ?? SIGN;
}

/** True for what is no letter and no digit; the end of a text is no sign. */
export function isSign(code: number): boolean {
  return code !== END && !isDigit(code) && !isLetter(code);
}

/** True for o, l, i: letters that stand for figures. */
export function isDigitLike(code: number): boolean {
  return code === 0x6f || code === 0x6c || code === 0x69;
}

/** True for b and the Cyrillic з, which between two figures stand for 8 and 3: elsewhere they are letters too often. */
export function isLikeInside(text: Units, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x62 && code !== 0x437) return false;
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** True for ASCII 0-9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for ASCII a-z: folded text has no other Latin letters. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
