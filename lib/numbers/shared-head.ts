import { CLAIMED } from './claims';
import type { Candidate } from './candidate';
import type { Piece } from './pieces';
import { readPlan } from './plan';

/** A further number that leaves out what it shares with the one before it. */
export interface SharedHead {
  /** Index of its last piece. */
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

const JOINT = /^(?: ?[/,;-] ?| - | (?:hoac|va|or|and) )$/;
const MAX_PIECES = 3;
const SHORTEST = 6;

/**
 * The number after a landline that shares its area code, or its first digit too: '0292 3899588/811502',
 * '028 3822 1234 - 3822 1235'. Six to eight digits stand for the last ones of the number before.
 * @param text folded text
 * @param pieces its pieces
 * @param claimed pieces of dates and amounts
 * @param before the landline, E.164
 */
export function sharedHeadAfter(
  text: string,
  pieces: readonly Piece[],
  claimed: Uint8Array,
  before: Pick<Candidate, 'last' | 'end' | 'number' | 'type'>,
): SharedHead | undefined {
  const first = pieces[before.last + 1];
  if (before.type !== 'landline' || first === undefined) return undefined;
  if (first.start - before.end > 6 || !JOINT.test(text.slice(before.end, first.start))) return undefined;
  const tight = text.slice(before.end, first.start).includes('/');
  let digits = '';
  for (let last = before.last + 1; last <= before.last + MAX_PIECES; last++) {
    const piece = pieces[last];
    if (piece === undefined || claimed[last] === CLAIMED || piece.before !== '' || piece.after !== '')
      return undefined;
    const left = pieces[last - 1];
    if (last > before.last + 1 && left && !/^[ .-]$/.test(text.slice(left.end, piece.start)))
      return undefined;
    digits += piece.digits;
    if (digits.length < SHORTEST || digits.startsWith('0')) continue;
    const national = `0${before.number.slice(3)}`;
    const subscriber = national.startsWith('024') || national.startsWith('028') ? 8 : 7;
    if (digits.length > subscriber) return undefined;
    // Six digits are a whole number only where the stroke says that the rest is shared.
    if (digits.length < subscriber && !tight) continue;
    const whole = national.slice(0, 11 - digits.length) + digits;
    const found = readPlan(whole, { head: 11, second: 0, bracketed: false });
    if (found === undefined) continue;
    return { last, start: first.start, end: piece.end, number: found.number };
  }
  return undefined;
}
