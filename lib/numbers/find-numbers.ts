import type { Folded } from '../text/folded';
import { backwardsParts } from './backwards';
import { candidateAt, type Candidate } from './candidate';
import { claimPieces } from './claims';
import { disguiseOf } from './disguise';
import { isForeignNumber } from './foreign';
import { findMasked } from './masked';
import { readPieces, type Piece } from './pieces';
import { scoreCandidate } from './score';
import { sharedHeadAfter } from './shared-head';
import { isShortCode } from './short-codes';
import type { FoundNumber, MaskedNumber, NumbersInText, NumberType } from './types';

/**
 * Finds telephone numbers in a folded text: those of Vietnam's numbering plan in any grouping, today's form of those of
 * before 2017/2018, short codes where the words speak of calling, foreign numbers with + or 00, and masked ones.
 * Amounts, dates, accounts and document numbers are told apart by form and by the words around. Never throws.
 * O(length): one pass to pieces, then bounded windows around each.
 * @param folded what `fold` gave
 * @returns numbers and masked numbers in text order, none overlapping; offsets in UTF-16 units of the source
 */
export function findNumbers(folded: Folded): NumbersInText {
  const numbers = findForward(folded);
  for (const part of backwardsParts(folded)) {
    for (const found of findForward(part)) {
      removeOverlapping(numbers, found);
      numbers.push({ ...found, disguise: 'reversed' });
    }
  }
  numbers.sort((a, b) => a.start - b.start);
  return { numbers, masked: maskedBeside(folded, numbers) };
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly type: NumberType;
  readonly old?: boolean;
  readonly odd?: boolean;
  readonly first: number;
  readonly last: number;
}

function findForward(folded: Folded): FoundNumber[] {
  const { text } = folded;
  const pieces = readPieces(text);
  if (pieces.length === 0) return [];
  const claimed = claimPieces(text, pieces);
  const found: FoundNumber[] = [];
  let numberEnd = -1;
  for (let index = 0; index < pieces.length;) {
    const { hits, next } = readAt(text, pieces, claimed, index, numberEnd);
    for (const hit of hits) {
      found.push(toFound(folded, pieces, hit));
      numberEnd = hit.end;
    }
    index = next;
  }
  return found;
}

/** What starts in one piece, and the piece to go on with. */
function readAt(
  text: string,
  pieces: readonly Piece[],
  claimed: Uint8Array,
  index: number,
  numberEnd: number,
): { hits: Hit[]; next: number } {
  const piece = pieces[index];
  if (piece === undefined || claimed[index] !== 0) return { hits: [], next: index + 1 };
  const candidate = candidateAt(text, pieces, claimed, index);
  if (candidate === undefined) {
    if (!isShortCode(text, piece, numberEnd)) return { hits: [], next: index + 1 };
    const { start, end, digits } = piece;
    return {
      hits: [{ start, end, number: digits, type: 'short', first: index, last: index }],
      next: index + 1,
    };
  }
  const startsNumber = (at: number): boolean => {
    const other = candidateAt(text, pieces, claimed, at);
    return other !== undefined && other.type !== 'foreign';
  };
  if (candidate.type === 'foreign') {
    const foreign = foreignAt(text, pieces, claimed, candidate, startsNumber);
    return foreign === undefined
      ? { hits: [], next: index + 1 }
      : { hits: [foreign], next: foreign.last + 1 };
  }
  // Refused digits are spent: a part of an account number is no phone number either.
  if (scoreCandidate(text, pieces, candidate, startsNumber) <= 0)
    return { hits: [], next: candidate.last + 1 };
  const hits: Hit[] = [candidate];
  let last: Hit = candidate;
  for (;;) {
    const tail = sharedHeadAfter(text, pieces, claimed, last);
    if (tail === undefined) break;
    last = { ...tail, type: 'landline', first: last.last + 1 };
    hits.push(last);
  }
  return { hits, next: last.last + 1 };
}

/** The longest valid number among those that start as the candidate does. */
function foreignAt(
  text: string,
  pieces: readonly Piece[],
  claimed: Uint8Array,
  candidate: Candidate,
  startsNumber: (index: number) => boolean,
): Candidate | undefined {
  let current: Candidate | undefined = candidate;
  while (current?.type === 'foreign') {
    if (scoreCandidate(text, pieces, current, startsNumber) > 0 && isForeignNumber(current.number))
      return current;
    if (current.last === current.first) return undefined;
    current = candidateAt(text, pieces, claimed, current.first, current.last - 1);
  }
  return undefined;
}

function toFound(folded: Folded, pieces: readonly Piece[], hit: Hit): FoundNumber {
  const { start, end } = folded.sourceRange(hit.start, hit.end);
  const raw = folded.source.slice(start, end);
  const own = pieces.slice(hit.first, hit.last + 1);
  const lettered = own.some((piece) => piece.lettered);
  const disguise = disguiseOf(raw, lettered, own.length, hit.odd === true);
  return {
    start,
    end,
    raw,
    number: hit.number,
    type: hit.type,
    ...(disguise === undefined ? {} : { disguise }),
    ...(hit.old === true ? { old: true } : {}),
  };
}

function removeOverlapping(numbers: FoundNumber[], other: FoundNumber): void {
  for (let index = numbers.length - 1; index >= 0; index--) {
    const number = numbers[index];
    if (number && number.start < other.end && other.start < number.end) numbers.splice(index, 1);
  }
}

function maskedBeside(folded: Folded, numbers: readonly FoundNumber[]): MaskedNumber[] {
  const masked: MaskedNumber[] = [];
  let index = 0;
  for (const range of findMasked(folded.text)) {
    const { start, end } = folded.sourceRange(range.start, range.end);
    while ((numbers[index]?.end ?? Infinity) <= start) index++;
    const next = numbers[index];
    if (next === undefined || next.start >= end)
      masked.push({ start, end, raw: folded.source.slice(start, end) });
  }
  return masked;
}
