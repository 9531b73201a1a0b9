import { BEHIND, type Offsets } from '../text/offsets';
import type { Units } from '../text/units';
import { barredEnd, isBar } from './bars';
import { isDigit, isDigitLike, isLetter, isLikeInside } from './code-units';
import { readLoneLetters } from './lone-letters';
import { digitsPiece, letteredPiece, spokenPiece, type Piece } from './piece';
import { NO_ROW, singlesFrom, type SingleRow } from './single-row';
import type { SpokenNumber } from './types';

const MAX_GLUED = 12;
/**
 * Digits one by one that are more than ten numbers have, or than six on one line: a table or a trap. They make one piece,
 * too long for a number.
 */
const MAX_SINGLES = 160;
const MAX_SINGLES_ON_LINE = 60;
/** 'l9oo' */
const SERVICE = /^[1li][89][o0][o0]$/;

/**
 * The pieces of a folded text, read a stretch at a time. A token of digits and o, l, i alone ('o9o4', 'l95') is one
 * piece with the letters read as 0 and 1, b and з between digits as 8 and 3; in other tokens each digit run is a piece. O(length) over all stretches.
 */
export class PieceReader {
  private mark = 0;
  private said = 0;

  /**
   * @param text folded text (see lib/text/fold)
   * @param marks where the digit runs start, in order (see ./places)
   * @param spoken numbers written with words, in order: each is one piece
   */
  constructor(
    private readonly text: Units,
    private readonly marks: Offsets,
    private readonly spoken: readonly SpokenNumber[],
  ) {}

  /**
   * The pieces from an offset on, in order.
   * @param from 0, or where a piece of the last stretch starts
   * @param most ends with the token that has so many pieces
   */
  read(from: number, most: number): Piece[] {
    const { text } = this;
    const pieces: Piece[] = [];
    this.goTo(from);
    for (let at = from, rowEnd = 0; pieces.length < most;) {
      const digit = this.digitFrom(at);
      const words = this.spoken[this.said];
      if (words !== undefined && words.start < at) {
        this.said++;
      } else if (words !== undefined && words.start <= digit) {
        pieces.push(spokenPiece(text, words));
        at = words.end;
      } else if (digit === BEHIND) break;
      else {
        const alone = digit >= rowEnd && !isDigit(text.charCodeAt(digit + 1));
        const row: SingleRow = alone ? singlesFrom(text, digit) : NO_ROW;
        rowEnd = Math.max(rowEnd, row.end);
        const long = row.count > MAX_SINGLES || row.onLine > MAX_SINGLES_ON_LINE;
        if (long) pieces.push(digitsPiece(text, digit, row.end));
        at = long ? row.end : readLoneLetters(text, this.readDigits(digit, pieces), pieces);
      }
    }
    return pieces;
  }

  /** The last piece of a stretch is read again, so the marks go back to its start. */
  private goTo(from: number): void {
    while (this.mark > 0 && this.marks.at(this.mark - 1) >= from) this.mark--;
    while (this.said > 0 && (this.spoken[this.said - 1]?.start ?? 0) >= from) this.said--;
  }

  /** Reads what the digit at `place` belongs to; gives its end. */
  private readDigits(place: number, pieces: Piece[]): number {
    const end = readToken(this.text, place, pieces);
    const barred = isBar(this.text.charCodeAt(end)) ? barredEnd(this.text, place) : place;
    if (barred === place) return end;
    // Only digits stand before the first bar: they were one piece.
    pieces.pop();
    pieces.push(letteredPiece(this.text, place, barred));
    return barred;
  }

  private digitFrom(at: number): number {
    let place = this.marks.at(this.mark);
    while (place < at) place = this.marks.at(++this.mark);
    return place;
  }
}

/** Reads the token around the digit at `place`; gives its end. */
function readToken(text: Units, place: number, pieces: Piece[]): number {
  let alone = place + 1;
  while (isDigit(text.charCodeAt(alone))) alone++;
  const apart = !isLetter(text.charCodeAt(place - 1)) && !isLetter(text.charCodeAt(alone));
  if (apart && !isLikeInside(text, alone)) {
    pieces.push(digitsPiece(text, place, alone));
    return alone;
  }
  let start = place;
  let digits = 0;
  let strange = 0;
  while (isLetter(text.charCodeAt(start - 1))) start--;
  for (let index = start; index < place; index++) if (!isDigitLike(text.charCodeAt(index))) strange++;
  let end = place;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (isDigit(unit)) digits++;
    else if (isLikeInside(text, end)) continue;
    else if (!isLetter(unit)) break;
    else if (!isDigitLike(unit)) strange++;
  }
  if (strange === 0 && (end - start - digits <= digits + 1 || SERVICE.test(text.slice(start, end))))
    pieces.push(letteredPiece(text, start, end));
  else pushRuns(text, start, end, pieces);
  return end;
}

function pushRuns(text: Units, tokenStart: number, tokenEnd: number, pieces: Piece[]): void {
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
    const before = text.slice(Math.max(wordStart, start - MAX_GLUED), start);
    pieces.push(digitsPiece(text, start, index, before, text.slice(index, wordEnd)));
    wordStart = index;
  }
}
