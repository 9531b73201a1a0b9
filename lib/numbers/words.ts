import type { Offsets } from '../text/offsets';
import type { FoldedUnits, Units } from '../text/units';
import { isDigit, isLetter } from './code-units';
import { wordsFor } from './number-words';
import { opensNumber, readPlan } from './plan';
import { MAX_GAP, MAX_SAID, isWordCode, sayAt, tokenAt, tokenEnd, Tokens } from './say';
import type { SpokenNumber } from './types';

/** Units that a look goes back to find the start of a word. */
const MAX_WORD = 32;
/** More words of digits on end than ten numbers have are a rhyme or a trap, not numbers. */
const MAX_RUN = 160;
/** Digits of the shortest number, and the most that one word of a run stands for ('sau so 8' has three). */
const SHORTEST = 8;
const DIGITS_A_WORD = 3;
/** First units of the tokens that may open a number: 0, 1, 8, and the first letters of words for them. */
const OPENING: ReadonlySet<number> = new Set(
  Array.from('018', (digit) => [digit, ...wordsFor(digit)])
    .flat()
    .map((token) => token.charCodeAt(0)),
);
const NONE: readonly SpokenNumber[] = [];

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
      if (word < 0) break;
      const run = runAround(text, word, floor);
      if (run.promising) for (const number of numbersIn(read, run)) (found ??= []).push(number);
      floor = run.end;
    }
  }
  return found ?? NONE;
}

/** The start of the next word, or the first unit too far away to belong to it. */
function skipGap(text: Units, from: number): number {
  let index = from;
  while (index - from < MAX_GAP && index < text.length && !isWordCode(text.charCodeAt(index))) index++;
  return index;
}

/** The start of the word or figures before `from` and a small gap, -1 for none. */
function wordBefore(text: Units, from: number, floor: number): number {
  let end = from;
  while (end > floor && from - end < MAX_GAP && !isWordCode(text.charCodeAt(end - 1))) end--;
  let start = end;
  const limit = Math.max(floor, end - MAX_WORD);
  while (start > limit && isWordCode(text.charCodeAt(start - 1))) start--;
  return start === end ? -1 : start;
}

/** Words of digits and figures that stand together. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Where its last word starts: no number in words starts behind. */
  readonly lastWord: number;
  /** Digits that its tokens stand for at most. */
  readonly most: number;
  /** Whether a number may be in it. */
  readonly promising: boolean;
}

/** The run that a word of a digit belongs to, not before `floor`. Linear in the run. */
function runAround(text: Units, word: number, floor: number): Run {
  let start = word;
  for (let count = 0; count < MAX_RUN; count++) {
    const before = wordBefore(text, start, floor);
    if (before < 0 || !leadsTo(text, before, start)) break;
    start = before;
  }
  let [tokens, words, letters, figures] = [0, 0, 0, 0];
  let last = start;
  let lastWord = start;
  for (let index = start; ; index = skipGap(text, last)) {
    const end = tokenEnd(text, index);
    if (end === index) break;
    tokens++;
    if (isDigit(text.charCodeAt(index))) figures += end - index;
    else {
      lastWord = index;
      // A lone o or k is a letter for a figure.
      if (end - index > 1) words++;
      else letters++;
    }
    last = end;
  }
  const enough = words > 0 && figures + words * DIGITS_A_WORD >= SHORTEST;
  const most = figures + words * DIGITS_A_WORD + letters;
  const promising = enough && tokens <= MAX_RUN;
  return { start, end: Math.max(last, word + 1), lastWord, most, promising };
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

/** The numbers of a run: each start is tried once, the first one first. */
function numbersIn(read: FoldedUnits, run: Run): SpokenNumber[] {
  const text = read.units;
  const numbers: SpokenNumber[] = [];
  // What is left of the run must have the digits of a number.
  for (let start = run.start, left = run.most; start <= run.lastWord && left >= SHORTEST;) {
    const end = tokenEnd(text, start);
    if (end === start) break;
    const number = OPENING.has(text.charCodeAt(start)) ? numberFrom(read, start) : undefined;
    if (number !== undefined) numbers.push(number);
    left -= isDigit(text.charCodeAt(start)) ? end - start : end - start > 1 ? DIGITS_A_WORD : 1;
    start = skipGap(text, number?.end ?? end);
  }
  return numbers;
}

function numberFrom(read: FoldedUnits, start: number): SpokenNumber | undefined {
  const token = tokenAt(read.units, start);
  return token !== undefined && opensNumber(token.sign) && token.sign !== '00'
    ? spokenAt(read, start)
    : undefined;
}

/** The longest number of the plan that is said from `start` on. */
function spokenAt(read: FoldedUnits, start: number): SpokenNumber | undefined {
  const text = read.units;
  const tokens = new Tokens(read, start);
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
  if (digits.length < SHORTEST) return false;
  const national = digits.startsWith('84') ? `0${digits.slice(digits.startsWith('840') ? 3 : 2)}` : digits;
  return readPlan(national, { head: national.length, second: 0, bracketed: false }) !== undefined;
}
