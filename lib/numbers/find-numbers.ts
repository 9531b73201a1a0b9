import { runOver } from '../text/automaton';
import type { Folded } from '../text/folded';
import { Offsets } from '../text/offsets';
import { Units, type FoldedUnits } from '../text/units';
import { backwardsParts } from './backwards';
import { candidateAt, type Candidate, type Line } from './candidate';
import { claimPieces } from './claims';
import { readClear } from './clear';
import { foldAlong, type FoldedAlong } from './fold-along';
import { proveForeign } from './foreign';
import { maskFollows } from './masked';
import { maskedIn } from './masked-in';
import type { Piece } from './piece';
import { PieceReader } from './pieces';
import { PLACES } from './places';
import { byStart, withoutOverlaps } from './ranges';
import { scoreCandidate } from './score';
import { sharedHeadAfter } from './shared-head';
import { isShortCode } from './short-codes';
import { toFound, type Hit } from './to-found';
import { readSpoken } from './words';
import type { FoundNumber, MaskedNumber, NumbersInText } from './types';

/** A table: so many runs of digits, one at each so many units. */
const MANY = 16;
const CLOSE = 8;
/** With + and a word of calling nearby a number of the right length is believed, though libphonenumber lacks its range. */
const SURE = 5;
/** Pieces that are read at a time, and how many before their end no number is started: it may reach further. */
const STRETCH = 256;
const REACH = 24;
/** For the units of most texts. */
const MEMORY = new Uint16Array(16_384);
/** Where the digit runs start that are not plain numbers. */
const LEFT = new Offsets();
const NONE: readonly MaskedNumber[] = [];
const NOTHING: NumbersInText = { numbers: [], masked: NONE };

/**
 * Finds telephone numbers in a folded text: those of Vietnam's numbering plan in any grouping, today's form of those of
 * before 2017/2018, short codes where the words speak of calling, foreign numbers with + or 00, and masked ones.
 * Amounts, dates, accounts and document numbers are told apart by form and by the words around. Never throws.
 * O(length): one pass to pieces, then bounded windows around each.
 * @param folded what `fold` gave
 * @returns numbers and masked numbers in text order, none overlapping; offsets in UTF-16 units of the source
 */
export function findNumbers(folded: Folded): NumbersInText {
  return findAt(readAlong(folded, MEMORY));
}

/** A folded text and its numbers. */
export interface FoldedNumbers extends NumbersInText {
  readonly folded: Folded;
}

/** What `fold` and `findNumbers` give, in one pass: the quicker way to both. Never throws; O(length). */
export function foldNumbers(source: string): FoldedNumbers {
  const met = foldAlong(source);
  const { numbers, masked } = findAt(met);
  return { folded: met.folded, numbers, masked };
}

/** A text that is folded already, as `foldAlong` gives it. */
function readAlong(folded: Folded, memory?: Uint16Array): FoldedAlong {
  const units = Units.of(folded.text, memory);
  const { stops, marks } = runOver(units, PLACES);
  return { folded, units, stops, marks };
}

function findAt(met: FoldedAlong): NumbersInText {
  const forward = findForward(met);
  if (forward === undefined) return NOTHING;
  // What was met is forgotten when a part is read.
  const masked = forward.masks ? maskedIn(met) : NONE;
  const parts = backwardsParts(met.folded);
  const numbers = parts.length === 0 ? forward.found : withBackwards(forward.found, parts);
  return { numbers, masked: masked.length === 0 ? NONE : withoutOverlaps(masked, numbers) };
}

/** Adds the numbers of the parts that people see backwards: what they see wins over what is stored. */
function withBackwards(forward: readonly FoundNumber[], parts: readonly Folded[]): FoundNumber[] {
  const backwards = parts
    .flatMap((part) => findForward(readAlong(part))?.found ?? [])
    .map((found): FoundNumber => ({ ...found, disguise: 'reversed' }));
  return [...withoutOverlaps(forward, backwards), ...backwards].sort(byStart);
}

/** What a walk over a text gives. */
interface Found {
  readonly found: FoundNumber[];
  /** A mask stands beside digits somewhere. */
  masks: boolean;
  /** Where the last number ended, -1 for none. */
  numberEnd: number;
}

/** A stretch of the walk over a text. */
interface Walk extends Line {
  readonly folded: Folded;
  readonly result: Found;
}

/** Undefined where the text has no digits. */
function findForward(met: FoldedAlong): Found | undefined {
  const spoken = readSpoken(met, met.stops);
  if (met.marks.length === 0 && spoken.length === 0) return undefined;
  // In tables of digits none stands alone among words: looking for that would only take time.
  const isTable = met.marks.length > MANY && met.marks.length * CLOSE > met.units.length;
  const found = isTable ? [] : readClear(met, spoken, LEFT);
  const marks = isTable ? met.marks : LEFT;
  const result: Found = { found, masks: false, numberEnd: -1 };
  if (marks.length === 0 && spoken.length === 0) return result;
  const clear = found.length;
  readPieces(met, new PieceReader(met.units, marks, spoken), result);
  if (clear > 0 && found.length > clear) found.sort(byStart);
  return result;
}

/** Pieces are read and forgotten by stretches: texts of digits are long. */
function readPieces(met: FoldedAlong, reader: PieceReader, result: Found): void {
  let pieces = reader.read(0, STRETCH);
  for (let index = 0; ;) {
    const whole = pieces.length < STRETCH;
    const end = whole ? pieces.length : pieces.length - REACH;
    index = readStretch(met, pieces, index, end, result);
    if (whole) return;
    // The next stretch starts with the last piece of this one, which its neighbour is judged by.
    const last = pieces[index - 1];
    if (last === undefined) return;
    pieces = reader.read(last.start, STRETCH);
    index = 1;
  }
}

function readStretch(
  { folded, units: text }: FoldedUnits,
  pieces: readonly Piece[],
  from: number,
  end: number,
  result: Found,
): number {
  const walk: Walk = { folded, text, pieces, claimed: claimPieces(text, pieces), result };
  for (const piece of pieces) if (!result.masks && maskFollows(text, piece.end)) result.masks = true;
  let index = from;
  while (index < end) index = readAt(walk, index);
  return index;
}

/** Reads what starts in one piece; gives the piece to go on with. */
function readAt(walk: Walk, index: number): number {
  const { text, pieces, claimed } = walk;
  const piece = pieces[index];
  if (piece === undefined || claimed[index] !== 0) return index + 1;
  const candidate = candidateAt(walk, index);
  if (candidate === undefined) {
    if (isShortCode(text, piece, walk.result.numberEnd)) {
      const { start, end, digits } = piece;
      push(walk, { start, end, number: digits, type: 'short', first: index, last: index });
    }
    return index + 1;
  }
  if (candidate.type === 'foreign') {
    const foreign = foreignAt(walk, candidate);
    if (foreign === undefined) return index + 1;
    push(walk, foreign);
    return foreign.last + 1;
  }
  // Refused digits are spent: a part of an account number is no phone number either.
  if (scoreCandidate(walk, candidate, walk.result.numberEnd) <= 0) return candidate.last + 1;
  push(walk, candidate);
  let last: Hit = candidate;
  for (;;) {
    const tail = sharedHeadAfter(walk, last);
    if (tail === undefined) break;
    last = { ...tail, type: candidate.type, first: last.last + 1 };
    push(walk, last);
  }
  return last.last + 1;
}

function push(walk: Walk, hit: Hit): void {
  walk.result.found.push(toFound(walk.folded, walk.pieces, hit));
  walk.result.numberEnd = hit.end;
}

/** '+33 6 39 98 14 27': set in three groups or more as only telephone numbers are. */
function isGrouped(found: Candidate): boolean {
  return found.prefix === 'plus' && found.last - found.first >= 2;
}

/** The longest valid number among those that start as the candidate does, else the longest possible one. */
function foreignAt(walk: Walk, candidate: Candidate): Candidate | undefined {
  let possible: Candidate | undefined;
  let current: Candidate | undefined = candidate;
  while (current?.type === 'foreign') {
    const score = scoreCandidate(walk, current, walk.result.numberEnd);
    const proof = score > 0 ? proveForeign(current.number) : 'none';
    if (proof === 'valid') return current;
    if (proof === 'possible' && (score >= SURE || isGrouped(current))) possible ??= current;
    // After 00 the words decide, and they are the same for every length.
    if (current.last === current.first || (score <= 0 && current.prefix === 'zeros')) break;
    current = candidateAt(walk, current.first, current.last - 1);
  }
  return possible;
}
