import { isDigit, isDigitLike, isLetter } from './code-units';
import { readLoneLetters } from './lone-letters';
import { digitsPiece, letteredPiece, spokenPiece, type Piece } from './piece';
import { MAX_DIGITS } from './plan';
import { NO_ROW, singlesFrom, type SingleRow } from './single-row';
import type { SpokenNumber } from './types';

const MAX_GLUED = 12;
/** Digits one by one that are more than ten numbers have: a table or a trap. They make one piece, too long for a number. */
const MAX_SINGLES = 160;
/** 'l9oo' */
const SERVICE = /^[1li][89][o0][o0]$/;
const NEXT_DIGIT = /[0-9]/g;

/**
 * All pieces of a folded text, in order. A token of digits and o, l, i alone ('o9o4', 'l95') is one piece with the
 * letters read as 0 and 1; in other tokens each digit run is a piece. O(length).
 * @param text folded text (see lib/text/fold)
 * @param spoken numbers written with words, in order: each is one piece; those before `from` are passed over
 * @param from where to start
 * @param most ends with the token that has so many pieces
 */
export function readPieces(
  text: string,
  spoken: readonly SpokenNumber[] = [],
  from = 0,
  most = Infinity,
): Piece[] {
  const pieces: Piece[] = [];
  let said = 0;
  while (said < spoken.length && (spoken[said]?.start ?? 0) < from) said++;
  for (let at = from, digit = -1, rowEnd = 0; pieces.length < most;) {
    if (digit < at) digit = nextDigit(text, at);
    const words = spoken[said];
    if (words !== undefined && words.start < at) {
      said++;
    } else if (words !== undefined && words.start <= digit) {
      pieces.push(spokenPiece(words));
      at = words.end;
    } else if (digit === Infinity) break;
    else {
      const row: SingleRow = digit < rowEnd ? NO_ROW : singlesFrom(text, digit);
      rowEnd = Math.max(rowEnd, row.end);
      if (row.count > MAX_SINGLES) pieces.push(digitsPiece(text, digit, row.end));
      at = row.count > MAX_SINGLES ? row.end : readLoneLetters(text, readToken(text, digit, pieces), pieces);
    }
  }
  return pieces;
}

/** The engine's own search leaps from digit to digit. */
function nextDigit(text: string, from: number): number {
  NEXT_DIGIT.lastIndex = from;
  return NEXT_DIGIT.test(text) ? NEXT_DIGIT.lastIndex - 1 : Infinity;
}

/** Reads the token around the digit at `place`; gives its end. */
function readToken(text: string, place: number, pieces: Piece[]): number {
  let start = place;
  let digits = 0;
  let strange = 0;
  while (isLetter(text.charCodeAt(start - 1))) start--;
  for (let index = start; index < place; index++) if (!isDigitLike(text.charCodeAt(index))) strange++;
  let end = place;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (isDigit(unit)) digits++;
    else if (!isLetter(unit)) break;
    else if (!isDigitLike(unit)) strange++;
  }
  if (digits === end - start) pieces.push(digitsPiece(text, start, end));
  else if (strange === 0 && (end - start - digits <= digits + 1 || SERVICE.test(text.slice(start, end))))
    pieces.push(letteredPiece(text, start, end));
  else pushRuns(text, start, end, pieces);
  return end;
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
      spoken: false,
      before: text.slice(Math.max(wordStart, start - MAX_GLUED), start),
      after: text.slice(index, wordEnd),
    });
    wordStart = index;
  }
}
