import type { Units } from '../text/units';
import { CLAIMED } from './claims';
import type { NumberType } from './types';
import { gapBetween } from './gaps';
import { isDigit } from './code-units';
import type { Piece } from './piece';
import { MAX_DIGITS, opensNumber, readPlan, type PlanNumber, type Setting } from './plan';

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
  /** Written with + or 00 (international), with 84 alone, or as in the country. */
  readonly prefix: 'plus' | 'zeros' | 'bare' | 'national';
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

/**
 * The number that starts in a piece, by the numbering plan; the longest where several end at piece ends. Foreign
 * numbers come back as `foreign` with the digits unproved. At most twenty pieces are looked at.
 * @param first index of the piece to start in
 * @param limit index of the last piece it may reach
 */
export function candidateAt(line: Line, first: number, limit = first + MAX_PIECES): Candidate | undefined {
  const { text, pieces, claimed } = line;
  const opening = pieces[first];
  if (opening === undefined || opening.digits === '' || claimed[first] !== 0) return undefined;
  // '0912345678 + 0987654321' adds a number; no country code starts with 0.
  const plus = opening.digits.startsWith('0') ? -1 : plusBefore(text, opening.start);
  if (plus < 0 && !opensNumber(opening.digits)) return undefined;
  const bracketed = text.charAt(opening.start - 1) === '(' && text.charAt(opening.end) === ')';
  const second = first < limit ? (pieces[first + 1]?.digits.length ?? 0) : 0;
  const setting = { head: opening.digits.length, second, bracketed };
  let digits = '';
  let odd = false;
  let best: Candidate | undefined;
  for (let last = first; last <= limit && last < pieces.length; last++) {
    const piece = pieces[last];
    if (piece === undefined || piece.digits === '' || claimed[last] === CLAIMED) break;
    if (last > first) {
      const left = pieces[last - 1];
      const gap = left === undefined ? 'break' : gapBetween(text, left, piece);
      if (gap === 'break') break;
      if (gap === 'odd') odd = true;
      // A longer reading must not eat the start of the next number.
      if (best !== undefined && best.type !== 'foreign' && !sameJoint(text, pieces, last)) break;
    }
    digits += piece.digits;
    if (last > first && last <= first + 3 && plus < 0 && !opensNumber(digits)) break;
    if (digits.length > MAX_DIGITS + 2) break;
    const found = readDigits(digits, plus >= 0, setting);
    if (found === undefined) continue;
    const start = startOf(text, opening.start, plus, piece.end);
    best = {
      first,
      last,
      start,
      end: endOf(text, start, piece.end),
      number: found.number,
      type: found.type,
      old: found.old,
      prefix: found.prefix,
      odd,
    };
  }
  return best;
}

/** Whether a number of the plan can start in the piece of that index. */
export function startsNumber(line: Line, index: number): boolean {
  const candidate = candidateAt(line, index);
  return candidate !== undefined && candidate.type !== 'foreign';
}

type Reading = Pick<Candidate, 'number' | 'type' | 'old' | 'prefix'>;

function readDigits(digits: string, plus: boolean, setting: Setting): Reading | undefined {
  // No reading is shorter, nor any of Vietnam.
  if (digits.length < 7) return undefined;
  const zeros = !plus && digits.startsWith('00');
  const whole = zeros ? digits.slice(2) : digits;
  if (!plus && !zeros && !whole.startsWith('84')) return reading(readPlan(digits, setting), 'national');
  const prefix = plus ? 'plus' : zeros ? 'zeros' : 'bare';
  if (whole.startsWith('84')) {
    return reading(readAbroad(whole.slice(2), Math.max(0, setting.head - (zeros ? 4 : 2))), prefix);
  }
  if (whole.length < 7 || whole.length > 15 || whole.startsWith('0')) return undefined;
  return { number: `+${whole}`, type: 'foreign', old: false, prefix };
}

function reading(found: PlanNumber | undefined, prefix: Candidate['prefix']): Reading | undefined {
  return found && { number: found.number, type: found.type, old: found.old, prefix };
}

/** Digits after 84: without the leading 0, with it in brackets or by mistake, or a service number. */
function readAbroad(rest: string, head: number): PlanNumber | undefined {
  const setting = { head: head + 1, second: 0, bracketed: false };
  if (rest.startsWith('0')) return readPlan(rest, setting);
  return readPlan(`0${rest}`, setting) ?? readPlan(rest, setting);
}

/** The offset of the + that opens the number: '+84', '(+84)', '+ 84', '+(84)'; -1 where there is none. */
function plusBefore(text: Units, start: number): number {
  if (text.charAt(start - 1) === '+') return start - 1;
  const between = text.charAt(start - 1);
  if ((between === ' ' || between === '(') && text.charAt(start - 2) === '+') return start - 2;
  return -1;
}

/** Takes in the + and a bracket that is closed inside the number. */
function startOf(text: Units, start: number, plus: number, end: number): number {
  let from = plus >= 0 ? plus : start;
  if (text.charAt(from - 1) !== '(') return from;
  if (text.slice(from, end).includes(')')) from--;
  return from;
}

/** The last piece may close the bracket that opens the number: (0)(9)(1). */
function endOf(text: Units, start: number, end: number): number {
  if (text.charAt(end) !== ')') return end;
  const inside = text.slice(start, end);
  return inside.split('(').length > inside.split(')').length && inside.includes(')') ? end + 1 : end;
}

/** True where the gap before pieces[last] is the same character as the gap before that. */
function sameJoint(text: Units, pieces: readonly Piece[], last: number): boolean {
  const [before, left, right] = [pieces[last - 2], pieces[last - 1], pieces[last]];
  if (before === undefined || left === undefined || right === undefined) return false;
  const gap = text.slice(left.end, right.start);
  return gap.length <= 2 && gap === text.slice(before.end, left.start) && !isDigit(gap.charCodeAt(0));
}
