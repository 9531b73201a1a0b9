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
export class Candidate {
  private made?: string;

  /**
   * @param pieces of the text
   * @param first, last of those that make the number
   * @param start, end offsets of the folded text, plus sign and brackets included
   * @param prefix what stands before the national digits
   * @param odd there is a gap that only a disguise needs
   * @param reading what the plan says of the digits
   * @param from where among them those start that follow the head of the reading
   * @param count how many follow it
   */
  constructor(
    private readonly pieces: readonly Piece[],
    readonly first: number,
    readonly last: number,
    readonly start: number,
    readonly end: number,
    readonly prefix: Prefix,
    readonly odd: boolean,
    private readonly reading: PlanReading,
    private readonly from: number,
    readonly count: number,
  ) {}

  get type(): NumberType {
    return this.reading.type;
  }

  get old(): boolean {
    return this.reading.old;
  }

  /** Made when it is first asked for: what is refused needs none. */
  get number(): string {
    return (this.made ??= this.make());
  }

  private make(): string {
    MADE.clear();
    for (let index = this.first; index <= this.last; index++) append(MADE, this.pieces[index]);
    return MADE.slice(this.from, MADE.length, this.reading.head);
  }
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
const MADE = new Digits();
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
  append(DIGITS, opening);
  // '0912345678 + 0987654321' adds a number; no country code starts with 0.
  const plus = DIGITS.at(0) === 0 ? -1 : plusBefore(text, opening.start);
  if (plus < 0 && !opensNumber(DIGITS)) return undefined;
  const second = first < limit ? pieces[first + 1] : undefined;
  READER.start(plus >= 0, opening.count, second?.count ?? 0, isBracketed(text, opening));
  // The longest reading so far: its last piece, whether a gap in it is odd, where its digits start, how many they are.
  let best = READER.read();
  let bestLast = first;
  let bestOdd = false;
  let bestFrom = READER.from;
  let bestCount = DIGITS.length;
  let odd = false;
  let left = opening;
  for (let last = first + 1; last <= limit && last < pieces.length; last++) {
    const piece = pieces[last];
    if (piece === undefined || piece.count === 0 || claimed[last] === CLAIMED) break;
    const gap = gapBetween(text, left, piece);
    if (gap === 'break') break;
    if (gap === 'odd') odd = true;
    // A longer reading must not eat the start of the next number.
    if (best !== undefined && best !== FOREIGN && !sameJoint(text, pieces, last)) break;
    append(DIGITS, piece);
    if (last <= first + 3 && plus < 0 && !opensNumber(DIGITS)) break;
    if (DIGITS.length > MAX_DIGITS + 2) break;
    const reading = READER.read();
    if (reading !== undefined) {
      best = reading;
      bestLast = last;
      bestOdd = odd;
      bestFrom = READER.from;
      bestCount = DIGITS.length;
    }
    left = piece;
  }
  if (best === undefined) return undefined;
  const lastEnd = pieces[bestLast]?.end ?? opening.end;
  const start = startOf(text, opening.start, plus, lastEnd);
  const end = endOf(text, start, lastEnd);
  const { prefix } = READER;
  const count = bestCount - bestFrom;
  return new Candidate(pieces, first, bestLast, start, end, prefix, bestOdd, best, bestFrom, count);
}

/** Puts the digits of a piece behind others. */
function append(digits: Digits, piece: Piece | undefined): void {
  if (piece === undefined) return;
  if (piece.plain) digits.appendFrom(piece.text, piece.start, piece.end);
  else digits.append(piece.digits);
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
