import type { Units } from '../text/units';
import { isDigit, isDigitLike, isLetter, isSign } from './code-units';
import { letteredPiece, type Piece } from './piece';

/**
 * Reads the letters that stand alone after a single digit ('7 . 6 1 o . 2 8') or after digits with letters among them
 * ('O9I2 OOO 1O6'). Gives the end of the last one.
 */
export function readLoneLetters(text: Units, from: number, pieces: Piece[]): number {
  let end = from;
  let previous = pieces[pieces.length - 1];
  while (previous?.end === end && (previous.count === 1 || previous.lettered)) {
    let start = end;
    while (start < end + 3 && isSign(text.charCodeAt(start))) start++;
    if (start === end) return end;
    const single = previous.count === 1 && isLoneLetter(text, start);
    const length = single ? 1 : previous.lettered ? lettersAt(text, start) : 0;
    if (length === 0) return end;
    end = start + length;
    previous = letteredPiece(text, start, end);
    pieces.push(previous);
  }
  return end;
}

/** How many of o, l, i stand there, two to four, with digits after them. */
function lettersAt(text: Units, start: number): number {
  let end = start;
  while (end - start < 5 && isDigitLike(text.charCodeAt(end))) end++;
  const length = end - start;
  return length >= 2 && length <= 4 && /^[ .-]{1,3}[oli]{0,3}\d/.test(text.slice(end, end + 7)) ? length : 0;
}

/** An o that stands alone after a single digit, or an l or i that also stands before a digit. */
function isLoneLetter(text: Units, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (!isDigitLike(code) || isDigit(next) || isLetter(next)) return false;
  return code === 0x6f || /^[ .-]{1,3}\d/.test(text.slice(at + 1, at + 5));
}
