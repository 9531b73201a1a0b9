import type { Offsets } from '../text/offsets';
import type { FoldedUnits, Units } from '../text/units';
import { isDigit, isLetter } from './code-units';
import { Digits } from './digits';
import { lengthOf, numberWordAt, signOf, TEN } from './number-words';
import { opensNumber, planReading } from './plan';
import {
  figuresEnd,
  MAX_ON_END,
  MAX_RUN,
  MAX_SAID,
  RunTokens,
  skipGap,
  tokenEnd,
  wordBefore,
} from './run-tokens';
import { mayOpen, opensSaid, Speaker } from './say';
import type { SpokenNumber } from './types';

/** Digits of the shortest number, and the most that one word of a run stands for ('sau so 8' has three). */
const SHORTEST = 8;
const DIGITS_A_WORD = 3;
/** Units of digits. */
const NOUGHT = 0x30;
const ONE = 0x31;
const FOUR = 0x34;
const EIGHT = 0x38;
const NINE = 0x39;
/** A date and its time, by the year or the clock beside 'lúc': it reads as the six of 'lục' where the tones are left out. */
const DATED = /\b(?:19|20)\d\d[\s,-]+luc\b|\bluc\s+\d\d?\s?[:hg]/;
/** So far after its last digit a number tells the clock: 'lúc 14' and ' giờ'. */
const CLOCK = 2;
const NONE: readonly SpokenNumber[] = [];
const TOKENS = new RunTokens();
const DIGITS = new Digits();
const SPEAKER = new Speaker(TOKENS, DIGITS);

/**
 * Numbers of the plan that are said with words, or with words and figures: 'khong chin mot hai ...', '09 mot hai 345
 * sau bay tam', 'khong chin tram muoi hai ...', '0912 345 ba so 8'. Fewer digits than a whole number give nothing, so
 * counting rhymes and amounts do not. Each run of words of digits is read once: O(length).
 * @param read a folded text; its source tells 'mười' from 'mươi'
 * @param places where the automaton of ./places stopped
 */
export function readSpoken(read: FoldedUnits, places: Offsets): readonly SpokenNumber[] {
  const text = read.units;
  let found: SpokenNumber[] | undefined;
  let floor = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places.at(index);
    // The run that was read last may reach further; or not so far, where letters stand before ('goi09muoi').
    while (floor <= place) {
      const word = wordBefore(text, place, floor);
      if (word < 0 || isIdle(text, word, place, floor)) break;
      const end = TOKENS.read(text, runStart(text, word, floor));
      if (isPromising()) found = numbersIn(read, found);
      floor = Math.max(end, word + 1);
    }
  }
  return found ?? NONE;
}

/**
 * A cheap look at a word that stands before or behind figures alone: true where it can neither open a number nor end one.
 * Linear in the figures.
 */
function isIdle(text: Units, start: number, place: number, floor: number): boolean {
  const word = numberWordAt(text, start);
  if (word === 0) return false;
  const end = start + lengthOf(word);
  const next = skipGap(text, end);
  if (end !== place && next !== place) return false;
  if (isDigit(text.charCodeAt(next))) {
    if (opensBefore(text, signOf(word), next) || !endsInFigures(text, next)) return false;
    const before = wordBefore(text, start, floor);
    return before < 0 || !leadsTo(text, before, start);
  }
  // The last word of a run behind figures says one digit at most, which may count something else, but for ten.
  return tokenEnd(text, next) === next && signOf(word) !== TEN && startsInFigures(text, start, floor);
}

/** Whether a number may start with the word of a sign before the figures at `next`: 84 ..., 18 and 19 are figures. */
function opensBefore(text: Units, sign: number, next: number): boolean {
  if (sign === NOUGHT) return true;
  if (!opensSaid(sign)) return false;
  // '8 2 so 4' says 844.
  if (!isDigit(text.charCodeAt(next + 1))) return true;
  const figure = text.charCodeAt(next);
  return sign === ONE ? figure === EIGHT || figure === NINE : figure === FOUR;
}

/** Whether the run is figures alone from a place to its end. */
function endsInFigures(text: Units, from: number): boolean {
  for (let index = from; ;) {
    const end = figuresEnd(text, index);
    if (end === index) return numberWordAt(text, index) === 0;
    index = skipGap(text, end);
  }
}

/** Whether the run is figures alone before a place. */
function startsInFigures(text: Units, from: number, floor: number): boolean {
  for (let start = from; ;) {
    const before = wordBefore(text, start, floor);
    if (before < 0) return true;
    let end = before;
    while (isDigit(text.charCodeAt(end))) end++;
    if (isLetter(text.charCodeAt(end))) return !leadsTo(text, before, start);
    start = before;
  }
}

/** Where the run starts that a word of a digit belongs to, not before `floor`. Linear in the run. */
function runStart(text: Units, word: number, floor: number): number {
  let start = word;
  for (let count = 0; count < MAX_RUN; count++) {
    const before = wordBefore(text, start, floor);
    if (before < 0 || !leadsTo(text, before, start)) break;
    start = before;
  }
  return start;
}

/** True where words of digits and figures fill the text between two places. */
function leadsTo(text: Units, start: number, end: number): boolean {
  let index = start;
  while (index < end) {
    const after = tokenEnd(text, index);
    if (after === index) return false;
    index = skipGap(text, after);
  }
  return index === end;
}

/** Whether a number may be in the run that was read. */
function isPromising(): boolean {
  const { count, words, onEnd, figures, most } = TOKENS;
  if (words === 0 || most < SHORTEST || count > MAX_RUN || onEnd > MAX_ON_END) return false;
  // Letters for figures are no reason to look.
  return figures + words * DIGITS_A_WORD >= SHORTEST;
}

/** Adds the numbers of the run that was read: each start is tried once, the first one first. */
function numbersIn(read: FoldedUnits, found: SpokenNumber[] | undefined): SpokenNumber[] | undefined {
  TOKENS.hearTens(read);
  let numbers = found;
  // What is left of the run must have the digits of a number.
  let left = TOKENS.most;
  for (let place = 0; place < TOKENS.count && left >= SHORTEST;) {
    if (TOKENS.startOf(place) > TOKENS.lastWord) break;
    const number = numberFrom(read.units, place);
    if (number !== undefined && !isDated(read, number)) (numbers ??= []).push(number);
    const next = number?.end ?? 0;
    do left -= TOKENS.mostOf(place++);
    while (place < TOKENS.count && TOKENS.startOf(place) < next);
  }
  return numbers;
}

function isDated({ folded }: FoldedUnits, { start, end }: SpokenNumber): boolean {
  return DATED.test(folded.text.slice(start, end + CLOCK));
}

/** The longest number of the plan that is said from a token on. */
function numberFrom(text: Units, first: number): SpokenNumber | undefined {
  if (!mayOpen(TOKENS, text, first)) return undefined;
  SPEAKER.startAt(first);
  let words = 0;
  let end = 0;
  let whole = 0;
  for (let place = first; ;) {
    const before = DIGITS.length;
    const next = SPEAKER.say(text, place);
    if (next < 0 || DIGITS.length > MAX_SAID || !opensNumber(DIGITS)) break;
    // 'ba so 8' is said, even where it starts with a figure.
    const spoken = TOKENS.isWord(place) || next - place > 1;
    const said = DIGITS.length - before;
    place = next;
    if (said === 0) continue;
    if (spoken) words++;
    // One word after figures may count something else ('0912 345 67 nam'), unless it repeats a digit or figures follow.
    const sure = words > 1 || (words === 1 && (!spoken || said > 1));
    const last = TOKENS.endOf(place - 1);
    if (sure && !isLetter(text.charCodeAt(last)) && isWhole(DIGITS)) {
      end = last;
      whole = DIGITS.length;
    }
  }
  return whole === 0 ? undefined : { start: TOKENS.startOf(first), end, digits: DIGITS.slice(0, whole) };
}

function isWhole(digits: Digits): boolean {
  const { length } = digits;
  if (length < SHORTEST) return false;
  const abroad = digits.at(0) === 8;
  const from = abroad ? (digits.at(2) === 0 ? 3 : 2) : 0;
  const whole = length - from + (abroad ? 1 : 0);
  if (whole < SHORTEST || whole > 11) return false;
  const lead = digits.leadAt(from);
  return planReading(whole, abroad ? Math.trunc(lead / 10) : lead, whole, 0, false) !== undefined;
}
