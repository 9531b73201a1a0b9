import {
  HUNDRED,
  KIND_OF,
  NOUGHT,
  PAIR,
  SILENT,
  TEN,
  TENS,
  THREE_OF,
  TIMES,
  numberWordAt,
} from './number-words';
import { isDigit, isLetter } from './pieces';
import { opensNumber, readPlan } from './plan';
import type { SpokenNumber } from './types';

interface Token {
  /** A sign of number-words, or figures. */
  readonly sign: string;
  readonly figures: boolean;
  readonly end: number;
}

/** What some tokens say: 'ba so 8' says 888. */
interface Said {
  readonly digits: string;
  /** Index of the token after. */
  readonly next: number;
  readonly spoken: boolean;
}

const MAX_TOKENS = 32;
const MAX_BACK = 14;
const MAX_GAP = 4;
const MAX_SAID = 13;
const NONE: readonly SpokenNumber[] = [];

const VALUES = '(?:khong|hong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|le|linh|cap|doi)';
/** Where a number with words may be: a nought and a word of a digit, figures and such a word, +84 in words. */
const ANCHOR = new RegExp(
  `hong[^a-z0-9]{0,4}(?:${VALUES}|\\d)|\\d[^a-z0-9]{0,4}${VALUES}|\\b(?:ko?|kh|hem|hok|kong|o|oh)[^a-z0-9]{1,4}${VALUES}|` +
    `cong tam (?:tu|bon)|zero`,
  'g',
);

/**
 * Numbers of the plan that are said with words, or with words and figures: 'khong chin mot hai ...', '09 mot hai 345
 * sau bay tam', 'khong chin tram muoi hai ...', '0912 345 ba so 8'. Fewer digits than a whole number give nothing, so
 * counting rhymes and amounts do not. The engine's search leaps to the anchors, each start is tried once: O(length).
 * @param text folded text
 */
export function readSpoken(text: string): readonly SpokenNumber[] {
  let found: SpokenNumber[] | undefined;
  let tried = 0;
  ANCHOR.lastIndex = 0;
  for (;;) {
    const from = ANCHOR.lastIndex;
    if (!ANCHOR.test(text)) return found ?? NONE;
    const anchored = ANCHOR.lastIndex;
    const number = startsBefore(text, anchored, tried).reduce<SpokenNumber | undefined>(
      (known, start) => known ?? spokenAt(text, start),
      undefined,
    );
    tried = number?.end ?? anchored;
    if (number !== undefined) (found ??= []).push(number);
    // The last word of one anchor may be the first of the next.
    ANCHOR.lastIndex = Math.max(from + 1, number?.end ?? anchored - 1);
  }
}

/** Places at or before `from`, not before `floor`, where a number that runs through it may start; the first one first. */
function startsBefore(text: string, from: number, floor: number): number[] {
  const starts: number[] = [];
  let index = from;
  for (let count = 0; count < MAX_BACK; count++) {
    let end = index;
    while (end > floor && index - end < MAX_GAP && !isWordCode(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > floor && end - start < MAX_TOKENS && isWordCode(text.charCodeAt(start - 1))) start--;
    if (start === end) break;
    const token = tokenAt(text, start);
    if (token === undefined) break;
    if (opensNumber(token.sign) && token.sign !== '00') starts.unshift(start);
    index = start;
  }
  return starts;
}

/** The longest number of the plan that is said from `start` on. */
function spokenAt(text: string, start: number): SpokenNumber | undefined {
  const tokens = new Tokens(text, start);
  let digits = '';
  let words = 0;
  let best: SpokenNumber | undefined;
  for (let index = 0; ;) {
    const said = sayAt(tokens, index);
    if (said === undefined) return best;
    index = said.next;
    digits += said.digits;
    if (digits.length > MAX_SAID || !opensNumber(digits)) return best;
    if (said.digits === '') continue;
    if (said.spoken) words++;
    // One word after figures may count something else ('0912 345 67 nam'), unless it repeats a digit or figures follow.
    const sure = words > 1 || (words === 1 && (!said.spoken || said.digits.length > 1));
    const end = tokens.at(index - 1)?.end ?? start;
    if (sure && !isLetter(text.charCodeAt(end)) && isWhole(digits)) best = { start, end, digits };
  }
}

function isWhole(digits: string): boolean {
  if (digits.length < 8) return false;
  const national = digits.startsWith('84') ? `0${digits.slice(digits.startsWith('840') ? 3 : 2)}` : digits;
  return readPlan(national, { head: national.length, second: 0, bracketed: false }) !== undefined;
}

/** Words of digits and figures from a place on, up to the first other word or wide gap; read as they are asked for. */
class Tokens {
  private readonly known: Token[] = [];
  private ended = false;

  constructor(
    private readonly text: string,
    private index: number,
  ) {}

  at(place: number): Token | undefined {
    while (this.known.length <= place && !this.ended) this.read();
    return this.known[place];
  }

  private read(): void {
    const { text } = this;
    const token = this.known.length < MAX_TOKENS ? tokenAt(text, this.index) : undefined;
    if (token === undefined) {
      this.ended = true;
      return;
    }
    this.known.push(token);
    let index = token.end;
    while (index - token.end < MAX_GAP && index < text.length && !isWordCode(text.charCodeAt(index))) index++;
    this.index = index;
  }
}

function tokenAt(text: string, start: number): Token | undefined {
  let end = start;
  while (end - start <= MAX_SAID && isDigit(text.charCodeAt(end))) end++;
  if (end > start) return { sign: text.slice(start, end), figures: true, end };
  const word = numberWordAt(text, start);
  return word && { sign: word.sign, figures: false, end: start + word.length };
}

/** What the tokens at `index` say; undefined where they say nothing of a number. */
function sayAt(tokens: Tokens, index: number): Said | undefined {
  const token = tokens.at(index);
  if (token === undefined) return undefined;
  const { sign, figures } = token;
  const [next, third] = [tokens.at(index + 1)?.sign, digitAt(tokens, index + 2)];
  const said = (digits: string, count: number): Said => ({ digits, next: index + count, spoken: true });
  const value = digitAt(tokens, index);
  if (next === TIMES && third !== undefined && value !== undefined && value >= '2' && value <= '6') {
    return said(third.repeat(Number(value)), 3);
  }
  if (figures) return { digits: sign, next: index + 1, spoken: false };
  if (value !== undefined) {
    if (third !== undefined && sign === '8' && next === THREE_OF) return said(third.repeat(3), 3);
    if (third !== undefined && next === KIND_OF && '456'.includes(sign))
      return said(third.repeat(Number(sign)), 3);
    if (next === HUNDRED) return hundredsAt(tokens, index, value);
    if (next === TENS) return said(`${value}0`, 2);
    if (next === TEN)
      return third === undefined || scales(tokens, index + 2) ? said(`${value}0`, 2) : said(value + third, 3);
    return said(value, 1);
  }
  const second = digitAt(tokens, index + 1);
  if (sign === TEN)
    return second === undefined || scales(tokens, index + 1) ? said('10', 1) : said(`1${second}`, 2);
  if (sign === NOUGHT) return said('0', 1);
  if (sign === PAIR && next === TIMES && third !== undefined) return said(third.repeat(2), 3);
  if (sign === PAIR && second !== undefined) return said(second.repeat(2), 2);
  return sign === SILENT || sign === TIMES ? said('', 1) : undefined;
}

/** 'chin tram muoi hai' 912, 'ba tram le tam' 308, 'ba tram bon muoi lam' 345, 'ba tram' 300. */
function hundredsAt(tokens: Tokens, index: number, value: string): Said {
  const said = (digits: string, count: number): Said => ({ digits, next: index + count, spoken: true });
  const third = tokens.at(index + 2)?.sign;
  const [two, three, four] = [2, 3, 4].map((ahead) => digitAt(tokens, index + ahead));
  if (third === NOUGHT && three !== undefined) return said(`${value}0${three}`, 4);
  if (third === TEN) return three === undefined ? said(`${value}10`, 3) : said(`${value}1${three}`, 4);
  if (two !== undefined && tokens.at(index + 3)?.sign === TEN) {
    return four === undefined ? said(`${value}${two}0`, 4) : said(value + two + four, 5);
  }
  return said(`${value}00`, 2);
}

/** A single digit, in words or in figures. */
function digitAt(tokens: Tokens, index: number): string | undefined {
  const sign = tokens.at(index)?.sign;
  return sign !== undefined && sign.length === 1 && isDigit(sign.charCodeAt(0)) ? sign : undefined;
}

/** True where the digit counts tens or hundreds, or times, itself. */
function scales(tokens: Tokens, index: number): boolean {
  const next = tokens.at(index + 1)?.sign ?? '';
  return next !== '' && [TEN, TENS, HUNDRED, TIMES, THREE_OF, KIND_OF].includes(next);
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
