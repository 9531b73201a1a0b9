import type { Units } from '../text/units';
import { linkScore, REFUSED } from './beside';
import { startsNumber, type Candidate, type Line } from './candidate';
import { CLAIMED } from './claims';
import { CUES } from './context';
import { gapBetween } from './gaps';
import type { Piece } from './piece';
import { sharedHeadAfter } from './shared-head';
import { wordScore, type Weighed } from './word-score';

/** What the words on both sides add at most. */
const MOST_OF_WORDS = 4;

/**
 * How sure it is that a candidate is meant as a telephone number: above 0 it is one. The form gives a first weight, the
 * nearest words on both sides add or take. Bounded windows: O(1).
 * @param found the candidate
 * @param numberEnd where the last number before it ends, -1 for none
 */
export function scoreCandidate(line: Line, found: Candidate, numberEnd: number): number {
  const { text, pieces } = line;
  const first = pieces[found.first];
  const last = pieces[found.last];
  if (first === undefined || last === undefined) return REFUSED;
  const link = linkScore(text, found.start, found.end);
  if (link !== 0) return link;
  const glued = first.before === '' ? undefined : CUES.get(first.before);
  if (first.before !== '' && glued !== 'phone') return REFUSED;
  if (last.after.length === 1) return REFUSED;
  const form = formScore(line, found) + neighbourScore(line, found, numberEnd);
  if (form <= -MOST_OF_WORDS) return REFUSED;
  return wordScore(text, found, form, last.after.length, glued === 'phone');
}

/** What the form says of a number of today that is set as people set them. */
export function plainForm({ type, prefix, first, last, count }: Weighed): number {
  if (prefix === 'plus') return 3;
  if (type === 'service') return serviceScore(count, last - first + 1);
  return last === first ? 2 : 2.5;
}

/** What the form alone says, from 0.5 (needs words) to 3 (needs none). */
function formScore(line: Line, found: Candidate): number {
  if (found.prefix === 'plus') return plainForm(found);
  if (found.prefix === 'zeros') return found.type !== 'foreign' ? 2 : isGrouped(found) ? 0.5 : -1;
  const count = found.last - found.first + 1;
  let score = plainForm(found);
  if (found.prefix === 'bare') score = found.old ? -1 : 0.8;
  else if (found.old) score = count === 1 ? 0.8 : 1.5;
  if (found.odd) score -= count >= 8 ? 1 : isEven(line, found) ? 1.5 : 2.5;
  if (isFraction(line, found) || isSpan(line, found)) score -= 2.5;
  for (let index = found.first; index <= found.last; index++) {
    if (line.pieces[index]?.lettered === true) return score - 0.5;
  }
  return score;
}

/** In three groups or more, as only telephone numbers are. */
function isGrouped(found: Candidate): boolean {
  return found.last - found.first >= 2;
}

/** The same sign between all groups: 0938*221*334. */
function isEven({ text, pieces }: Line, found: Candidate): boolean {
  if (!isGrouped(found)) return false;
  const from = pieces[found.first]?.end ?? 0;
  const to = pieces[found.first + 1]?.start ?? 0;
  for (let index = found.first + 1; index < found.last; index++) {
    if (!text.same(from, to, pieces[index]?.end ?? 0, pieces[index + 1]?.start ?? 0)) return false;
  }
  return true;
}

/** 0.912345678; 0.9.12.345678 */
function isFraction({ text, pieces }: Line, found: Candidate): boolean {
  const first = pieces[found.first];
  if (first?.count !== 1 || first.figure(0) !== 0 || found.last - found.first > 5) return false;
  return /[.,]/.test(text.charAt(first.end));
}

/** 1900 - 1945, 1800-1900: a span of years. */
function isSpan({ pieces }: Line, found: Candidate): boolean {
  if (found.type !== 'service' || found.last !== found.first + 1) return false;
  const last = pieces[found.last];
  return last?.count === 4 && last.value >= 1800 && last.value < 2100;
}

/** Tax codes of Can Tho and Bac Lieu start with 1800 and 1900 too and have ten digits. */
function serviceScore(digits: number, pieces: number): number {
  if (digits === 8) return pieces === 1 ? 1.5 : 2.5;
  if (digits === 9) return 0.5;
  return pieces === 1 ? 0.5 : 2;
}

/** Digits joined to the candidate by its own kind of gap make it a part of something longer. */
function neighbourScore(line: Line, found: Candidate, numberEnd: number): number {
  const { text, pieces, claimed } = line;
  const first = pieces[found.first];
  const last = pieces[found.last];
  // An array is slow where it is asked for its place -1.
  const previous = found.first > 0 ? pieces[found.first - 1] : undefined;
  const next = pieces[found.last + 1];
  const second = pieces[found.first + 1];
  // The first gap of the candidate.
  const inner: Stretch =
    found.last > found.first && first && second ? { start: first.end, end: second.start } : NO_GAP;
  const blank = inner.end - inner.start === 1 && text.charCodeAt(inner.start) === 0x20;
  let score = 0;
  // '0912 345 678 2 ngay': a single digit after a space counts something.
  const counts = blank && next?.count === 1 && last?.count !== 1;
  if (next && last && !counts && joins(text, last, next, inner) && !startsNumber(line, found.last + 1)) {
    const tail = inner.start === inner.end && sharedHeadAfter(line, found) !== undefined;
    if (!tail) score -= last.count === 1 ? 5 : 2.5;
  }
  const dated = found.first > 0 && claimed[found.first - 1] === CLAIMED;
  const free = previous?.before === '' && previous.end !== numberEnd && found.prefix !== 'plus' && !dated;
  if (free && first && joins(text, previous, first, inner)) {
    if (first.count === 1) score -= 3;
    if (previous.count <= 2 && !blank) score -= 1;
    else score -= previous.count >= 4 ? 3 : 2;
  }
  return score;
}

/** Where something stands in the folded text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const NO_GAP: Stretch = { start: 0, end: 0 };
/** Units of a gap that are compared with another. */
const MOST_COMPARED = 4;

/** Whether two pieces are joined as those of the candidate are; where it has one piece, by a single sign. */
function joins(text: Units, left: Piece, right: Piece, inner: Stretch): boolean {
  const { end: start } = left;
  const end = Math.min(right.start, start + MOST_COMPARED);
  const sign = text.charCodeAt(start);
  const same =
    inner.start === inner.end
      ? end - start === 1 && (sign === 0x2e || sign === 0x2d || sign === 0x2c)
      : text.same(start, end, inner.start, inner.end);
  return same && gapBetween(text, left, right) !== 'break';
}
