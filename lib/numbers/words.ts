import { isDigit, isLetter } from './code-units';
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
const NONE: readonly SpokenNumber[] = [];

/**
 * Numbers of the plan that are said with words, or with words and figures: 'khong chin mot hai ...', '09 mot hai 345
 * sau bay tam', 'khong chin tram muoi hai ...', '0912 345 ba so 8'. Fewer digits than a whole number give nothing, so
 * counting rhymes and amounts do not. Each run of words of digits is read once: O(length).
 * @param text folded text
 * @param places where the automaton of ./places stopped
 */
export function readSpoken(text: string, places: readonly number[]): readonly SpokenNumber[] {
  let found: SpokenNumber[] | undefined;
  let floor = 0;
  for (const place of places) {
    // The run that was read last may reach further; or not so far, where letters stand before ('goi09muoi').
    while (floor <= place) {
      const word = wordBefore(text, place, floor);
      if (word < 0) break;
      const run = runAround(text, word, floor);
      if (run.promising) for (const number of numbersIn(text, run)) (found ??= []).push(number);
      floor = run.end;
    }
  }
  return found ?? NONE;
}

/** The start of the next word, or the first unit too far away to belong to it. */
function skipGap(text: string, from: number): number {
  let index = from;
  while (index - from < MAX_GAP && index < text.length && !isWordCode(text.charCodeAt(index))) index++;
  return index;
}

/** The start of the word or figures before `from` and a small gap, -1 for none. */
function wordBefore(text: string, from: number, floor: number): number {
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
  /** Whether a number may be in it. */
  readonly promising: boolean;
}

/** The run that a word of a digit belongs to, not before `floor`. Linear in the run. */
function runAround(text: string, word: number, floor: number): Run {
  let start = word;
  for (let count = 0; count < MAX_RUN; count++) {
    const before = wordBefore(text, start, floor);
    if (before < 0 || !leadsTo(text, before, start)) break;
    start = before;
  }
  let [tokens, words, figures] = [0, 0, 0];
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
    }
    last = end;
  }
  const enough = words > 0 && figures + words * DIGITS_A_WORD >= SHORTEST;
  return { start, end: Math.max(last, word + 1), lastWord, promising: enough && tokens <= MAX_RUN };
}

/** True where words of digits and figures fill the text between two places. */
function leadsTo(text: string, start: number, end: number): boolean {
  let index = start;
  while (index < end) {
    const after = tokenEnd(text, index);
    if (after === index) return false;
    index = skipGap(text, after);
  }
  return index === end;
}

/** The numbers of a run: each start is tried once, the first one first. */
function numbersIn(text: string, run: Run): SpokenNumber[] {
  const numbers: SpokenNumber[] = [];
  for (let start = run.start; start <= run.lastWord;) {
    const token = tokenAt(text, start);
    if (token === undefined) break;
    const number = opensNumber(token.sign) && token.sign !== '00' ? spokenAt(text, start) : undefined;
    if (number !== undefined) numbers.push(number);
    start = skipGap(text, number?.end ?? token.end);
  }
  return numbers;
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
  if (digits.length < SHORTEST) return false;
  const national = digits.startsWith('84') ? `0${digits.slice(digits.startsWith('840') ? 3 : 2)}` : digits;
  return readPlan(national, { head: national.length, second: 0, bracketed: false }) !== undefined;
}
