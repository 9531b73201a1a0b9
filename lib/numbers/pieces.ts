import { MAX_DIGITS } from './plan';

/**
 * A piece of a number: digits that stand together. The layer between text and numbers: whatever reads digits out of
 * text (figures, letters written for figures, one day number words) gives pieces, and nothing above asks how.
 */
export interface Piece {
  /** Offsets of the folded text. */
  readonly start: number;
  readonly end: number;
  /** ASCII digits; '' where the run is too long to be part of any phone number. */
  readonly digits: string;
  /** Letters were read as digits (o, l, i). */
  readonly lettered: boolean;
  /** Letters that touch the piece on the left and right ('sdt0912...', '15h'); '' where none do. */
  readonly before: string;
  readonly after: string;
}

const MAX_GLUED = 12;

/**
 * All pieces of a folded text, in order. A token of digits and o, l, i alone ('o9o4', 'l95') is one piece with the
 * letters read as 0 and 1; in other tokens each digit run is a piece. O(length).
 * @param text folded text (see lib/text/fold)
 */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const length = text.length;
  let index = 0;
  while (index < length) {
    const code = text.charCodeAt(index);
    if (!isDigit(code) && !isLetter(code)) {
      index++;
      continue;
    }
    const start = index;
    let digits = 0;
    let strange = 0;
    for (; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (isDigit(unit)) digits++;
      else if (!isLetter(unit)) break;
      else if (unit !== 0x6f && unit !== 0x6c && unit !== 0x69) strange++;
    }
    if (digits === 0 && !isLoneLetter(text, pieces.at(-1), start, index)) continue;
    if (digits === 0 || (strange === 0 && index - start - digits <= digits + 1)) {
      pieces.push(wholePiece(text, start, index, digits));
    } else pushRuns(text, start, index, pieces);
  }
  return pieces;
}

/** True for ASCII 0-9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for ASCII a-z: folded text has no other Latin letters. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/**
 * A single o among single digits, or l or i between two: '7 . 6 1 o . 2 8'. An o that follows a longer run is the word
 * (o, at).
 */
function isLoneLetter(text: string, previous: Piece | undefined, start: number, end: number): boolean {
  if (end - start !== 1 || previous?.digits.length !== 1 || start - previous.end > 3) return false;
  const code = text.charCodeAt(start);
  if (code === 0x6f) return true;
  return (code === 0x6c || code === 0x69) && /^[ .-]{1,3}\d/.test(text.slice(end, end + 4));
}

function wholePiece(text: string, start: number, end: number, digits: number): Piece {
  const lettered = digits < end - start;
  let read = end - start > MAX_DIGITS ? '' : text.slice(start, end);
  if (lettered) read = read.replace(/o/g, '0').replace(/[li]/g, '1');
  return { start, end, digits: read, lettered, before: '', after: '' };
}

function pushRuns(text: string, tokenStart: number, tokenEnd: number, pieces: Piece[]): void {
  let index = tokenStart;
  let wordStart = tokenStart;
  while (index < tokenEnd) {
    if (!isDigit(text.charCodeAt(index))) {
      index++;
      continue;
    }
    const start = index;
    while (index < tokenEnd && isDigit(text.charCodeAt(index))) index++;
    let wordEnd = index;
    const limit = Math.min(tokenEnd, index + MAX_GLUED);
    while (wordEnd < limit && !isDigit(text.charCodeAt(wordEnd))) wordEnd++;
    pieces.push({
      start,
      end: index,
      digits: index - start > MAX_DIGITS ? '' : text.slice(start, index),
      lettered: false,
      before: text.slice(Math.max(wordStart, start - MAX_GLUED), start),
      after: text.slice(index, wordEnd),
    });
    wordStart = index;
  }
}
