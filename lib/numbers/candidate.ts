import type { Units } from '../text/units';
import { CLAIMED } from './claims';
import type { NumberType } from './types';
import { gapBetween } from './gaps';
import { isDigit } from './code-units';
import type { Piece } from './piece';
import { Digits } from './digits';
import { FOREIGN, PrefixReader, type Prefix } from './prefixes';
import { MAX_DIGITS, opensNumber, type PlanReading } from './plan';

/** Pieces that read as a number; whether the text means one is for score.ts to say. */
export interface Candidate {
  /** First and last piece. */
  readonly first: number;
  readonly last: number;
  /** Offsets of the folded text, plus sign and brackets included. */
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly type: NumberType;
  readonly old: boolean;
  readonly prefix: Prefix;
  /** A gap that only a disguise needs. */
  readonly odd: boolean;
}

/** A text with its pieces, as the readers of numbers get it. */
export interface Line {
  /** Folded text. */
  readonly text: Units;
  readonly pieces: readonly Piece[];
  /** What ./claims says of each piece. */
  readonly claimed: Uint8Array;
}

const MAX_PIECES = 20;
const PLUS = 0x2b;
const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const DIGITS = new Digits();
const READER = new PrefixReader(DIGITS);

/**
 * The number that starts in a piece, by the numbering plan; the longest where several end at piece ends. Foreign
 * numbers come back as `foreign` with the digits unproved. At most twenty pieces are looked at.
 * @param first index of the piece to start in
 * @param limit index of the last piece it may reach
 */
export function candidateAt(line: Line, first: number, limit = first + MAX_PIECES): Candidate | undefined {
  const { text, pieces, claimed } = line;
  const opening = pieces[first];
  if (opening === undefined || opening.count === 0 || claimed[first] !== 0) return undefined;
  DIGITS.clear();
  append(opening);
  // '0912345678 + 0987654321' adds a number; no country code starts with 0.
  const plus = DIGITS.at(0) === 0 ? -1 : plusBefore(text, opening.start);
  if (plus < 0 && !opensNumber(DIGITS)) return undefined;
  READER.start(plus >= 0, opening, isBracketed(text, opening), first < limit ? pieces[first + 1] : undefined);
  let odd = false;
  let best: Best | undefined;
  for (let last = first; last <= limit && last < pieces.length; last++) {
    const piece = pieces[last];
    if (piece === undefined || piece.count === 0 || claimed[last] === CLAIMED) break;
    const left = last > first ? pieces[last - 1] : undefined;
    if (left !== undefined) {
      const gap = gapBetween(text, left, piece);
      if (gap === 'break') break;
      if (gap === 'odd') odd = true;
      // A longer reading must not eat the start of the next number.
      if (best !== undefined && best.reading !== FOREIGN && !sameJoint(text, pieces, last)) break;
      append(piece);
      if (last <= first + 3 && plus < 0 && !opensNumber(DIGITS)) break;
      if (DIGITS.length > MAX_DIGITS + 2) break;
    }
    const reading = READER.read();
    if (reading !== undefined) best = { last, odd, reading, from: READER.from };
  }
  if (best === undefined) return undefined;
  const { last, reading, from } = best;
  let end = opening.end;
  let number = opening.digits;
  for (let index = first + 1; index <= last; index++) {
    number += pieces[index]?.digits ?? '';
    end = pieces[index]?.end ?? end;
  }
  const start = startOf(text, opening.start, plus, end);
  return {
    first,
    last,
    start,
    end: endOf(text, start, end),
    number: reading.head + number.slice(from),
    type: reading.type,
    old: reading.old,
    prefix: READER.prefix,
    odd: best.odd,
  };
}

/** Puts the digits of a piece behind the others. */
function append(piece: Piece): void {
  if (piece.plain) DIGITS.appendFrom(piece.text, piece.start, piece.end);
  else DIGITS.append(piece.digits);
}

/** The longest reading so far. */
interface Best {
  readonly last: number;
  readonly odd: boolean;
  readonly reading: PlanReading;
  /** Where the digits start that follow the head of the reading. */
  readonly from: number;
}

/** Whether a number of the plan can start in the piece of that index. */
export function startsNumber(line: Line, index: number): boolean {
  const candidate = candidateAt(line, index);
  return candidate !== undefined && candidate.type !== 'foreign';
}

/** The area code stands in brackets. */
function isBracketed(text: Units, opening: Piece): boolean {
  return text.charCodeAt(opening.start - 1) === OPEN && text.charCodeAt(opening.end) === CLOSE;
}

/** The offset of the + that opens the number: '+84', '(+84)', '+ 84', '+(84)'; -1 where there is none. */
function plusBefore(text: Units, start: number): number {
  if (text.charCodeAt(start - 1) === PLUS) return start - 1;
  const between = text.charCodeAt(start - 1);
  if ((between === SPACE || between === OPEN) && text.charCodeAt(start - 2) === PLUS) return start - 2;
  return -1;
}

/** Takes in the + and a bracket that is closed inside the number. */
function startOf(text: Units, start: number, plus: number, end: number): number {
  const from = plus >= 0 ? plus : start;
  if (text.charCodeAt(from - 1) !== OPEN) return from;
  for (let index = from; index < end; index++) if (text.charCodeAt(index) === CLOSE) return from - 1;
  return from;
}

/** The last piece may close the bracket that opens the number: (0)(9)(1). */
function endOf(text: Units, start: number, end: number): number {
  if (text.charCodeAt(end) !== CLOSE) return end;
  const inside = text.slice(start, end);
  return inside.split('(').length > inside.split(')').length && inside.includes(')') ? end + 1 : end;
}

/** True where the gap before pieces[last] is the same character as the gap before that. */
function sameJoint(text: Units, pieces: readonly Piece[], last: number): boolean {
  if (last < 2) return false;
  const before = pieces[last - 2];
  const left = pieces[last - 1];
  const right = pieces[last];
  if (before === undefined || left === undefined || right === undefined) return false;
  const length = right.start - left.end;
  if (length > 2 || isDigit(text.charCodeAt(left.end))) return false;
  return text.same(left.end, right.start, before.end, left.start);
}
