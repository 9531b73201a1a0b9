import type { Units } from '../text/units';
import { gapBetween } from './gaps';
import type { Piece } from './piece';
import { LANDLINE_AREAS } from './plan-tables';

/** No number starts in or runs through the piece. */
export const CLAIMED = 1;
/** No number starts in the piece. */
export const WEAKLY_CLAIMED = 2;

const PLUS = 0x2b;
const COMMA = 0x2c;
const DASH = 0x2d;
const STOP = 0x2e;
const STROKE = 0x2f;
const COLON = 0x3a;

/** Used by one text after another; more pieces are rare. */
const KEPT = new Uint8Array(512);

/**
 * Marks the pieces that belong to dates, times and amounts, one entry a piece. No number starts in a claimed piece; one
 * may run through a weakly claimed one ('29.471' in 0292.38 29.471). O(pieces).
 * @param text folded text
 * @param pieces of that text
 * @returns marks that hold until the next call
 */
export function claimPieces(text: Units, pieces: readonly Piece[]): Uint8Array {
  const { length } = pieces;
  const claimed = length <= KEPT.length ? KEPT : new Uint8Array(length);
  for (let index = 0; index < length; index++) claimed[index] = 0;
  for (let index = 0; index + 1 < length;) {
    const first = pieces[index];
    const second = pieces[index + 1];
    const sign = joint(text, first, second);
    // Dates, times and amounts all go on after one sign.
    if (!isJoint(sign)) {
      index++;
      continue;
    }
    // In the middle of joined digits (0862.904.371) nothing starts.
    const before = index > 0 ? pieces[index - 1] : undefined;
    if (before !== undefined && claimed[index - 1] !== CLAIMED && isJoint(joint(text, before, first))) {
      index++;
      continue;
    }
    const firm = dateAt(text, pieces, index) || timeAt(text, pieces, index);
    const count = firm || amountAt(text, pieces, index);
    const sure = firm > 0 || (count > 2 && !isAreaBefore(text, before, first));
    for (let place = index; place < index + count; place++) claimed[place] = sure ? CLAIMED : WEAKLY_CLAIMED;
    index += Math.max(1, count);
  }
  return claimed;
}

/** (0292) 3.899.588 is set like an amount behind its area code. */
function isAreaBefore(text: Units, area: Piece | undefined, first: Piece | undefined): boolean {
  if (area === undefined || first === undefined || area.count > 4 || !LANDLINE_AREAS.has(area.digits))
    return false;
  return gapBetween(text, area, first) === 'plain';
}

/** The one unit between two pieces, 0 where there are more or none. */
function joint(text: Units, left: Piece | undefined, right: Piece | undefined): number {
  if (left === undefined || right === undefined) return 0;
  return right.start - left.end === 1 ? text.charCodeAt(left.end) : 0;
}

function isJoint(sign: number): boolean {
  return sign === STOP || sign === COMMA || sign === STROKE || sign === DASH || sign === COLON;
}

function valueOf(piece: Piece | undefined, maxLength: number): number {
  if (piece === undefined || piece.lettered || piece.count > maxLength) return -1;
  return piece.value;
}

function isYear(piece: Piece | undefined): boolean {
  return piece?.count === 4 && within(piece.value, 1900, 2099);
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** 5/3/2024, 05-03-24, 2024-03-05, 03/2024: how many pieces the date at `index` has, 0 where there is none. */
function dateAt(text: Units, pieces: readonly Piece[], index: number): number {
  const first = pieces[index];
  const second = pieces[index + 1];
  const separator = joint(text, first, second);
  if (separator !== STROKE && separator !== DASH && separator !== STOP) return 0;
  const third = pieces[index + 2];
  const fourth = pieces[index + 3];
  const three = joint(text, second, third) === separator;
  const day = valueOf(first, 2);
  const month = valueOf(second, 2);
  if (three && within(day, 1, 31) && within(month, 1, 12)) {
    if (isYear(third)) return 3;
    const short = third?.count === 2 && separator === STROKE;
    if (short && joint(text, third, fourth) !== separator) return 3;
  }
  if (three && isYear(first) && within(month, 1, 12) && within(valueOf(third, 2), 1, 31)) return 3;
  return within(day, 1, 12) && isYear(second) && separator !== STOP && !three ? 2 : 0;
}

/** 08:30, 08:30:15. */
function timeAt(text: Units, pieces: readonly Piece[], index: number): number {
  const first = pieces[index];
  const second = pieces[index + 1];
  if (joint(text, first, second) !== COLON || second?.count !== 2) return 0;
  if (!within(valueOf(first, 2), 0, 24) || !within(valueOf(second, 2), 0, 59)) return 0;
  const third = pieces[index + 2];
  const fourth = pieces[index + 3];
  if (joint(text, second, third) !== COLON) return 2;
  return third?.count === 2 && joint(text, third, fourth) !== COLON ? 3 : 0;
}

/** 1.250.000, 318,204,500.00: a first group of one to three digits that is no 0.., then groups of three. */
function amountAt(text: Units, pieces: readonly Piece[], index: number): number {
  const first = pieces[index];
  const separator = joint(text, first, pieces[index + 1]);
  if (first === undefined || (separator !== STOP && separator !== COMMA)) return 0;
  if (first.count === 0 || first.count > 3 || first.figure(0) === 0) return 0;
  // +84.912.345.678 is set like an amount.
  if (text.charCodeAt(first.start - 1) === PLUS) return 0;
  let last = index;
  while (pieces[last + 1]?.count === 3 && joint(text, pieces[last], pieces[last + 1]) === separator) {
    last++;
  }
  if (last === index) return 0;
  const groups = last - index + 1;
  if (first.count === 2 && first.value === 84 && groups === 4) return 0;
  const tail = pieces[last + 1];
  const tailJoint = joint(text, pieces[last], tail);
  // A further group of another length: no amount, unless it is the fraction.
  if (tailJoint === separator) return 0;
  const fraction = (tailJoint === STOP || tailJoint === COMMA) && (tail?.count ?? 9) <= 2;
  return fraction ? groups + 1 : groups;
}
