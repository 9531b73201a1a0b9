import type { Units } from '../text/units';
import type { Digits } from './digits';
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
} from './number-words';
import { FIGURES, type RunTokens } from './run-tokens';

/** Tokens of one number, silent ones among them. */
const MAX_TOKENS = 32;
/** Signs below are those of digits and figures. */
const FIRST_INSTRUCTION = 0x41;
const FOUR = 4;
const SIX = 6;
const EIGHT = 8;

/** Says the tokens of a run one after another: 'ba so 8' says 888. */
export class Speaker {
  private first = 0;

  /**
   * @param tokens of the run that is read
   * @param digits what is said is put behind them
   */
  constructor(
    private readonly tokens: RunTokens,
    private readonly digits: Digits,
  ) {}

  /** Starts with a token; no number goes on for more than MAX_TOKENS. */
  startAt(place: number): void {
    this.first = place;
    this.digits.clear();
  }

  /**
   * Says the tokens at `place`.
   * @returns the place of the token after; -1 where they say nothing of a number
   */
  say(text: Units, place: number): number {
    const sign = this.signAt(place);
    if (sign === 0) return -1;
    const next = this.signAt(place + 1);
    const value = this.digitAt(place);
    // Nearly all words say their digit and nothing else.
    if (next < FIRST_INSTRUCTION && value >= 0 && this.tokens.isWord(place)) {
      this.digits.push(value);
      return place + 1;
    }
    const third = this.digitAt(place + 2);
    if (next === TIMES && third >= 0 && value >= 2 && value <= SIX)
      return this.repeat(third, value, place + 3);
    if (!this.tokens.isWord(place)) return this.figures(text, place);
    if (value >= 0) return this.saidOf(value, place);
    const second = this.digitAt(place + 1);
    if (sign === TEN || sign === TEN_ITSELF) {
      return second < 0 || this.scales(place + 1)
        ? this.put(1, 0, place + 1)
        : this.put(1, second, place + 2);
    }
    if (sign === NOUGHT) return this.repeat(0, 1, place + 1);
    if (sign === PAIR && next === TIMES && third >= 0) return this.repeat(third, 2, place + 3);
    if (sign === PAIR && second >= 0) return this.repeat(second, 2, place + 2);
    return sign === SILENT || sign === TIMES ? place + 1 : -1;
  }

  /** What starts with the word of a digit. */
  private saidOf(value: number, place: number): number {
    const next = this.signAt(place + 1);
    const third = this.digitAt(place + 2);
    if (third >= 0 && value === EIGHT && next === THREE_OF) return this.repeat(third, 3, place + 3);
    if (third >= 0 && next === KIND_OF && value >= FOUR && value <= SIX)
      return this.repeat(third, value, place + 3);
    if (next === HUNDRED) return this.hundreds(value, place);
    if (next === TENS) return this.put(value, 0, place + 2);
    if (next === TEN) {
      return third < 0 || this.scales(place + 2)
        ? this.put(value, 0, place + 2)
        : this.put(value, third, place + 3);
    }
    return this.repeat(value, 1, place + 1);
  }

  /** 'chin tram muoi hai' 912, 'ba tram le tam' 308, 'ba tram bon muoi lam' 345, 'ba tram' 300. */
  private hundreds(value: number, place: number): number {
    const { digits } = this;
    const third = this.signAt(place + 2);
    const two = this.digitAt(place + 2);
    const three = this.digitAt(place + 3);
    digits.push(value);
    if (third === NOUGHT && three >= 0) return this.put(0, three, place + 4);
    if (third === TEN || third === TEN_ITSELF)
      return three < 0 ? this.put(1, 0, place + 3) : this.put(1, three, place + 4);
    if (two >= 0 && this.signAt(place + 3) === TEN) {
      const four = this.digitAt(place + 4);
      return four < 0 ? this.put(two, 0, place + 4) : this.put(two, four, place + 5);
    }
    return this.put(0, 0, place + 2);
  }

  private figures(text: Units, place: number): number {
    const end = this.tokens.endOf(place);
    for (let index = this.tokens.startOf(place); index < end; index++) {
      this.digits.push(text.charCodeAt(index) - 0x30);
    }
    return place + 1;
  }

  private put(first: number, second: number, next: number): number {
    this.digits.push(first);
    this.digits.push(second);
    return next;
  }

  private repeat(digit: number, times: number, next: number): number {
    for (let time = 0; time < times; time++) this.digits.push(digit);
    return next;
  }

  /** The sign of a token of the number, 0 behind the last. */
  private signAt(place: number): number {
    return place - this.first < MAX_TOKENS ? this.tokens.signAt(place) : 0;
  }

  /** A single digit, in words or in figures; -1 for others. */
  private digitAt(place: number): number {
    const digit = this.signAt(place) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  /** True where the digit counts tens or hundreds, or times, itself. */
  private scales(place: number): boolean {
    const next = this.signAt(place + 1);
    return (
      next === TEN ||
      next === TENS ||
      next === HUNDRED ||
      next === TIMES ||
      next === THREE_OF ||
      next === KIND_OF
    );
  }
}

/** Whether a number may start with the word of a sign: a nought, one or eight. */
export function opensSaid(sign: number): boolean {
  return sign === 0x30 || sign === 0x31 || sign === 0x38;
}

/** Whether a number may start with the token: a nought, one or eight, or figures that are not '00'. */
export function mayOpen(tokens: RunTokens, text: Units, place: number): boolean {
  const sign = tokens.signAt(place);
  if (sign !== FIGURES) return opensSaid(sign);
  const start = tokens.startOf(place);
  return !(tokens.endOf(place) - start === 2 && text.startsWith('00', start));
}
