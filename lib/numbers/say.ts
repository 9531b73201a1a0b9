import {
  HUNDRED,
  KIND_OF,
  NOUGHT,
  PAIR,
  SILENT,
  TEN,
  TEN_ITSELF,
  TENS,
  THREE_OF,
  TIMES,
  numberWordAt,
  numberWordLength,
} from './number-words';
import type { Folded } from '../text/folded';
import type { FoldedUnits, Units } from '../text/units';
import { isDigit, isLetter } from './code-units';

/** A word of a digit, or figures. */
export interface Token {
  /** A sign of number-words, or figures. */
  readonly sign: string;
  readonly figures: boolean;
  readonly end: number;
}

/** What some tokens say: 'ba so 8' says 888. */
export interface Said {
  readonly digits: string;
  /** Index of the token after. */
  readonly next: number;
  readonly spoken: boolean;
}

/** Tokens of one number, silent ones among them, and units of a word or of the gap between two. */
export const MAX_TOKENS = 32;
export const MAX_GAP = 4;
/** Digits of the longest number that is said. */
export const MAX_SAID = 13;

/** Words of digits and figures from a place on, up to the first other word or wide gap; read as they are asked for. */
export class Tokens {
  private readonly known: Token[] = [];
  private readonly text: Units;
  private ended = false;

  constructor(
    private readonly read: FoldedUnits,
    private index: number,
  ) {
    this.text = read.units;
  }

  at(place: number): Token | undefined {
    while (this.known.length <= place && !this.ended) this.readOne();
    return this.known[place];
  }

  private readOne(): void {
    const { text } = this;
    const token = this.known.length < MAX_TOKENS ? tokenAt(text, this.index) : undefined;
    if (token === undefined) {
      this.ended = true;
      return;
    }
    const itself = token.sign === TEN && hasGrave(this.read.folded, this.index, token.end);
    this.known.push(itself ? { ...token, sign: TEN_ITSELF } : token);
    let index = token.end;
    while (index - token.end < MAX_GAP && index < text.length && !isWordCode(text.charCodeAt(index))) index++;
    this.index = index;
  }
}

/** Where the word of a digit, or the figures, at `start` end; `start` for neither. The cheap look. */
export function tokenEnd(text: Units, start: number): number {
  let end = start;
  while (end - start <= MAX_SAID && isDigit(text.charCodeAt(end))) end++;
  return end > start ? end : start + numberWordLength(text, start);
}

/** The word of a digit, or the figures, at `start`. */
export function tokenAt(text: Units, start: number): Token | undefined {
  let end = start;
  while (end - start <= MAX_SAID && isDigit(text.charCodeAt(end))) end++;
  if (end > start) return { sign: text.slice(start, end), figures: true, end };
  const word = numberWordAt(text, start);
  return word && { sign: word.sign, figures: false, end: start + word.length };
}

/** What the tokens at `index` say; undefined where they say nothing of a number. */
export function sayAt(tokens: Tokens, index: number): Said | undefined {
  const token = tokens.at(index);
  if (token === undefined) return undefined;
  const { sign, figures } = token;
  const [next, third] = [tokens.at(index + 1)?.sign, digitAt(tokens, index + 2)];
  const value = digitAt(tokens, index);
  if (next === TIMES && third !== undefined && value !== undefined && value >= '2' && value <= '6') {
    return said(third.repeat(Number(value)), index + 3);
  }
  if (figures) return { digits: sign, next: index + 1, spoken: false };
  if (value !== undefined) {
    if (third !== undefined && sign === '8' && next === THREE_OF) return said(third.repeat(3), index + 3);
    if (third !== undefined && next === KIND_OF && '456'.includes(sign))
      return said(third.repeat(Number(sign)), index + 3);
    if (next === HUNDRED) return hundredsAt(tokens, index, value);
    if (next === TENS) return said(`${value}0`, index + 2);
    if (next === TEN)
      return third === undefined || scales(tokens, index + 2)
        ? said(`${value}0`, index + 2)
        : said(value + third, index + 3);
    return said(value, index + 1);
  }
  const second = digitAt(tokens, index + 1);
  if (sign === TEN || sign === TEN_ITSELF)
    return second === undefined || scales(tokens, index + 1)
      ? said('10', index + 1)
      : said(`1${second}`, index + 2);
  if (sign === NOUGHT) return said('0', index + 1);
  if (sign === PAIR && next === TIMES && third !== undefined) return said(third.repeat(2), index + 3);
  if (sign === PAIR && second !== undefined) return said(second.repeat(2), index + 2);
  return sign === SILENT || sign === TIMES ? said('', index + 1) : undefined;
}

/** 'chin tram muoi hai' 912, 'ba tram le tam' 308, 'ba tram bon muoi lam' 345, 'ba tram' 300. */
function hundredsAt(tokens: Tokens, index: number, value: string): Said {
  const third = tokens.at(index + 2)?.sign;
  const [two, three, four] = [2, 3, 4].map((ahead) => digitAt(tokens, index + ahead));
  if (third === NOUGHT && three !== undefined) return said(`${value}0${three}`, index + 4);
  if (third === TEN || third === TEN_ITSELF)
    return three === undefined ? said(`${value}10`, index + 3) : said(`${value}1${three}`, index + 4);
  if (two !== undefined && tokens.at(index + 3)?.sign === TEN) {
    return four === undefined ? said(`${value}${two}0`, index + 4) : said(value + two + four, index + 5);
  }
  return said(`${value}00`, index + 2);
}

/** 'mười' and not 'mươi': 'hai mươi hai mười ba' says 22 13, 'hai mươi hai mươi ba' 20 23. */
function hasGrave(folded: Folded, from: number, to: number): boolean {
  const { start, end } = folded.sourceRange(from, to);
  return /[\u0300\u1edc\u1edd]/.test(folded.source.slice(start, end));
}

function said(digits: string, next: number): Said {
  return { digits, next, spoken: true };
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

/** True for ASCII letters and digits. */
export function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
