/** Kinds of units of folded text. */

/** True for what is no letter and no digit. */
export function isSign(code: number): boolean {
  return code === code && !isDigit(code) && !isLetter(code);
}

/** True for o, l, i: letters that stand for figures. */
export function isDigitLike(code: number): boolean {
  return code === 0x6f || code === 0x6c || code === 0x69;
}

/** True for ASCII 0-9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for ASCII a-z: folded text has no other Latin letters. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
