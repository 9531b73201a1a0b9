import { CLAIMED } from './claims';
import { startsNumber, type Candidate, type Line } from './candidate';
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
/** How far neighbouring lines of one house lie apart: '678 - 79', '4455/60'. */
const NEAR = 20;
/** What may follow the last digits: the end, a sign, a further tail; no word or unit, which would count them. */
const TAIL_END =
  /^(?:$|[\n).,;:/*|]|\s*[-/(*|]| *\n| +(?:gap|zalo|hoac|va|de|nhe|nha|a\b|ms\b|mr\b|co\b|anh\b|chi\b))/;

/**
 * The number after a landline that shares its area code, or its first digit too: '0292 3899588/811502',
 * '028 3822 1234 - 3822 1235'; or after a landline or mobile that differs in its last digits alone. Six to eight digits stand for the last ones of the number before.
 * @param before the landline or mobile, E.164
 */
export function sharedHeadAfter(
  line: Line,
  before: Pick<Candidate, 'last' | 'end' | 'number' | 'type'>,
): SharedHead | undefined {
  const { text, pieces, claimed } = line;
  const first = pieces[before.last + 1];
  if ((before.type !== 'landline' && before.type !== 'mobile') || first === undefined) return undefined;
  if (first.start - before.end > 6 || !JOINT.test(text.slice(before.end, first.start))) return undefined;
  const tail = startsNumber(line, before.last + 1) ? undefined : tailAfter(line, before);
  if (tail !== undefined || before.type === 'mobile') return tail;
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

/** '0912 345 678 - 79', '3899588/89': two to four digits that stand for the last ones of the number before. */
function tailAfter(
  { text, pieces, claimed }: Line,
  before: Pick<Candidate, 'last' | 'end' | 'number'>,
): SharedHead | undefined {
  const last = before.last + 1;
  const piece = pieces[last];
  if (piece === undefined || claimed[last] !== 0 || piece.lettered || piece.spoken) return undefined;
  const { start, end, digits } = piece;
  if (digits.length < 2 || digits.length > 4 || piece.before !== '' || piece.after !== '') return undefined;
  const known = before.number.slice(-digits.length);
  const step = Number(digits) - Number(known);
  const stroke = text.slice(before.end, start).trim() === '/';
  // '/2024' is a year, '- 24/7' the hours of the line.
  if (/^(?:24\/[247]|(?:19|20)\d\d$)/.test(text.slice(start, end + 2)) && step !== 1) return undefined;
  if (step === 0 || (!(stroke && digits.length > 2) && Math.abs(step) > NEAR)) return undefined;
  if (/^[.,:/-]\d{5}/.test(text.slice(end, end + 6)) || !TAIL_END.test(text.slice(end, end + 7)))
    return undefined;
  return { last, start, end, number: before.number.slice(0, -digits.length) + digits };
}
