import type { Folded, SourceRange } from '../text/folded';
import { backwardsParts } from './backwards';
import { candidateAt, type Candidate } from './candidate';
import { claimPieces } from './claims';
import { cueBefore } from './cues';
import { disguiseOf } from './disguise';
import { proveForeign } from './foreign';
import { findMasked } from './masked';
import { readPieces, type Piece } from './pieces';
import { scoreCandidate } from './score';
import { sharedHeadAfter } from './shared-head';
import { isShortCode } from './short-codes';
import type { FoundNumber, MaskedNumber, NumbersInText, NumberType } from './types';

/** With + and a word of calling nearby a number of the right length is believed, though libphonenumber lacks its range. */
const SURE = 5;

/**
 * Finds telephone numbers in a folded text: those of Vietnam's numbering plan in any grouping, today's form of those of
 * before 2017/2018, short codes where the words speak of calling, foreign numbers with + or 00, and masked ones.
 * Amounts, dates, accounts and document numbers are told apart by form and by the words around. Never throws.
 * O(length): one pass to pieces, then bounded windows around each.
 * @param folded what `fold` gave
 * @returns numbers and masked numbers in text order, none overlapping; offsets in UTF-16 units of the source
 */
export function findNumbers(folded: Folded): NumbersInText {
  const backwards = backwardsParts(folded)
    .flatMap(findForward)
    .map((found): FoundNumber => ({ ...found, disguise: 'reversed' }));
  // What people see wins over what is stored.
  const forward = withoutOverlaps(findForward(folded), backwards);
  const numbers = [...forward, ...backwards].sort(byStart);
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
    const foreign = foreignAt(text, pieces, claimed, candidate, startsNumber, numberEnd);
    return foreign === undefined
      ? { hits: [], next: index + 1 }
      : { hits: [foreign], next: foreign.last + 1 };
  }
  // Refused digits are spent: a part of an account number is no phone number either.
  if (scoreCandidate(text, pieces, candidate, startsNumber, numberEnd) <= 0)
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

/** '+33 6 39 98 14 27': set in three groups or more as only telephone numbers are. */
function isGrouped(found: Candidate): boolean {
  return found.prefix === 'plus' && found.last - found.first >= 2;
}

/** The longest valid number among those that start as the candidate does, else the longest possible one. */
function foreignAt(
  text: string,
  pieces: readonly Piece[],
  claimed: Uint8Array,
  candidate: Candidate,
  startsNumber: (index: number) => boolean,
  numberEnd: number,
): Candidate | undefined {
  let possible: Candidate | undefined;
  let current: Candidate | undefined = candidate;
  while (current?.type === 'foreign') {
    const score = scoreCandidate(text, pieces, current, startsNumber, numberEnd);
    const proof = score > 0 ? proveForeign(current.number) : 'none';
    if (proof === 'valid') return current;
    if (proof === 'possible' && (score >= SURE || isGrouped(current))) possible ??= current;
    // After 00 the words decide, and they are the same for every length.
    if (current.last === current.first || (score <= 0 && current.prefix === 'zeros')) break;
    current = candidateAt(text, pieces, claimed, current.first, current.last - 1);
  }
  return possible;
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

function byStart(a: SourceRange, b: SourceRange): number {
  return a.start - b.start;
}

/** The ranges that touch none of `others`; one walk along both. */
function withoutOverlaps<T extends SourceRange>(ranges: readonly T[], others: readonly SourceRange[]): T[] {
  const sorted = [...others].sort(byStart);
  let index = 0;
  return ranges.filter((range) => {
    while ((sorted[index]?.end ?? Infinity) <= range.start) index++;
    return (sorted[index]?.start ?? Infinity) >= range.end;
  });
}

/** Masked telephone numbers outside the numbers; not those of accounts and documents, which are masked too. */
function maskedBeside(folded: Folded, numbers: readonly FoundNumber[]): MaskedNumber[] {
  const masked = findMasked(folded.text)
    .filter(({ start }) => {
      const cue = cueBefore(folded.text, start);
      return cue === undefined || cue.cue === 'phone' || cue.distance > 2;
    })
    .map((range) => folded.sourceRange(range.start, range.end))
    .map(({ start, end }) => ({ start, end, raw: folded.source.slice(start, end) }));
  return withoutOverlaps(masked, numbers);
}
