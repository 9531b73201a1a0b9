import { MAX_DIGITS } from './plan';
import type { SpokenNumber } from './types';

/**
 * A piece of a number: digits that stand together. The layer between text and numbers: whatever reads digits out of
 * text (figures, letters written for figures, number words) gives pieces, and nothing above asks how.
 */
export interface Piece {
  /** Offsets of the folded text. */
  readonly start: number;
  readonly end: number;
  /** ASCII digits; '' where the run is too long to be part of any phone number. */
  readonly digits: string;
  /** Letters were read as digits (o, l, i). */
  readonly lettered: boolean;
  /** A whole number that is written with words. */
  readonly spoken: boolean;
  /** Letters that touch the piece on the left and right ('sdt0912...', '15h'); '' where none do. */
  readonly before: string;
  readonly after: string;
}

const MAX_GLUED = 12;
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
  for (let at = from, digit = -1; pieces.length < most;) {
    if (digit < at) digit = nextDigit(text, at);
    const words = spoken[said];
    if (words !== undefined && words.start < at) {
      said++;
    } else if (words !== undefined && words.start <= digit) {
      pieces.push(spokenPiece(words));
      at = words.end;
    } else if (digit === Infinity) break;
    else at = readLoneLetters(text, readToken(text, digit, pieces), pieces);
  }
  return pieces;
}

/** The engine's own search leaps from digit to digit. */
function nextDigit(text: string, from: number): number {
  NEXT_DIGIT.lastIndex = from;
  return NEXT_DIGIT.test(text) ? NEXT_DIGIT.lastIndex - 1 : Infinity;
}

function spokenPiece({ start, end, digits }: SpokenNumber): Piece {
  return { start, end, digits, lettered: false, spoken: true, before: '', after: '' };
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

/**
 * Reads the letters that stand alone after a single digit ('7 . 6 1 o . 2 8') or after digits with letters among them
 * ('O9I2 OOO 1O6'). Gives the end of the last one.
 */
function readLoneLetters(text: string, from: number, pieces: Piece[]): number {
  let end = from;
  let previous = pieces.at(-1);
  while (previous?.end === end && (previous.digits.length === 1 || previous.lettered)) {
    let start = end;
    while (start < end + 3 && isSign(text.charCodeAt(start))) start++;
    if (start === end) return end;
    const single = previous.digits.length === 1 && isLoneLetter(text, start);
    const length = single ? 1 : previous.lettered ? lettersAt(text, start) : 0;
    if (length === 0) return end;
    end = start + length;
    previous = letteredPiece(text, start, end);
    pieces.push(previous);
  }
  return end;
}

/** How many of o, l, i stand there, two to four, with digits after them. */
function lettersAt(text: string, start: number): number {
  let end = start;
  while (end - start < 5 && isDigitLike(text.charCodeAt(end))) end++;
  const length = end - start;
  return length >= 2 && length <= 4 && /^[ .-]{1,3}[oli]{0,3}\d/.test(text.slice(end, end + 7)) ? length : 0;
}

function isSign(code: number): boolean {
  return code === code && !isDigit(code) && !isLetter(code);
}

/** o, l, i. */
function isDigitLike(code: number): boolean {
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

/** An o that stands alone after a single digit, or an l or i that also stands before a digit. */
function isLoneLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (!isDigitLike(code) || isDigit(next) || isLetter(next)) return false;
  return code === 0x6f || /^[ .-]{1,3}\d/.test(text.slice(at + 1, at + 5));
}

function digitsPiece(text: string, start: number, end: number): Piece {
  const digits = end - start > MAX_DIGITS ? '' : text.slice(start, end);
  return { start, end, digits, lettered: false, spoken: false, before: '', after: '' };
}

function letteredPiece(text: string, start: number, end: number): Piece {
  const read = end - start > MAX_DIGITS ? '' : text.slice(start, end);
  const digits = read.replace(/o/g, '0').replace(/[li]/g, '1');
  return { start, end, digits, lettered: true, spoken: false, before: '', after: '' };
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
