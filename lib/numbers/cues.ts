import { BANKS, CUES, FILLERS, type Cue } from './context';
import { isDigit, isLetter } from './pieces';

/** The nearest cue on one side of a number. */
export interface NearCue {
  readonly cue: Cue;
  /** Words between the cue and the number. */
  readonly distance: number;
}

/** Folded units looked at on each side. */
const WINDOW = 90;
const MAX_WORDS = 9;
/** The end of a line or a sentence parts more than a word does. */
const BREAK_COST = 3;
/** So many digits between are the account or code that the cue announced: it has little to say of the next digits. */
const LONG_NUMBER = 8;
const SPENT_COST = 4;

/**
 * The words before a place, nearest first, at most nine, each with the ends of lines and sentences between it and the place.
 * @param text folded text
 * @param end offset where the number starts
 */
export function wordsBefore(text: string, end: number): Word[] {
  const words: Word[] = [];
  const limit = Math.max(0, end - WINDOW);
  let breaks = 0;
  let index = end;
  let digits = 0;
  while (index > limit && words.length - digits < MAX_WORDS) {
    const code = text.charCodeAt(index - 1);
    if (!isWordUnit(code)) {
      if (isBreak(text, index - 1)) breaks++;
      index--;
      continue;
    }
    const wordEnd = index;
    while (index > limit && isWordUnit(text.charCodeAt(index - 1))) index--;
    if (isDigit(text.charCodeAt(index))) digits++;
    words.push({ text: wordAt(text, index, wordEnd), breaks, start: index });
  }
  return words;
}

/** The words after a place on its line, nearest first, at most four. */
export function wordsAfter(text: string, start: number): Word[] {
  const words: Word[] = [];
  const limit = Math.min(text.length, start + WINDOW / 2);
  let index = start;
  while (index < limit && words.length < 4) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) break;
    if (!isWordUnit(code)) {
      index++;
      continue;
    }
    const wordStart = index;
    while (index < limit && isWordUnit(text.charCodeAt(index))) index++;
    words.push({ text: wordAt(text, wordStart, index), breaks: 0, start: wordStart });
  }
  return words;
}

/** A word near a number. */
export interface Word {
  readonly text: string;
  readonly breaks: number;
  readonly start: number;
}

/** The nearest cue before the number, of one to four words; digits count as no words. */
export function cueBefore(words: readonly Word[]): NearCue | undefined {
  let distance = 0;
  let digits = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const cue = longestEnding(words, index);
    if (cue === 'neutral') return undefined;
    if (cue !== undefined) {
      const spent = cue !== 'phone' && digits >= LONG_NUMBER ? SPENT_COST : 0;
      return { cue, distance: distance + word.breaks * BREAK_COST + spent };
    }
    if (isDigit(word.text.charCodeAt(0))) digits += word.text.length;
    else if (!FILLERS.has(word.text)) distance++;
  }
  return undefined;
}

/** The cue whose last word is words[index]: of three words before two before one. */
function longestEnding(words: readonly Word[], index: number): Cue | undefined {
  for (let count = 4; count >= 1; count--) {
    if (index + count > words.length) continue;
    const phrase = joined(words.slice(index, index + count).reverse());
    const cue = CUES.get(phrase);
    if (cue !== undefined) return cue;
  }
  return undefined;
}

/** True where one of the first words after the number names a bank. */
export function bankAfter(words: readonly Word[]): boolean {
  return words
    .slice(0, 3)
    .some((word, index) => BANKS.has(word.text) || BANKS.has(joined(words.slice(index, index + 2))));
}

/** True where the last word before the number names a bank. */
export function bankBefore(words: readonly Word[]): boolean {
  const [last, previous] = words;
  if (last === undefined || last.breaks > 0) return false;
  return BANKS.has(last.text) || (previous !== undefined && BANKS.has(joined([previous, last])));
}

/** True where the word right after the digits is one of `units`, or a per cent sign follows. */
export function unitAfter(
  text: string,
  end: number,
  words: readonly Word[],
  units: ReadonlySet<string>,
): boolean {
  const first = words[0];
  if (text.charAt(end) === '%' || text.startsWith(' %', end)) return true;
  if (first === undefined || first.start > end + 1) return false;
  if (first.start > end && !/[ .]/.test(text.charAt(end))) return false;
  // d/c is an address (dia chi), not dong.
  if (first.text === 'd' && text.startsWith('/c', first.start + 1)) return false;
  return units.has(first.text);
}

/** The cue that starts right after the number. */
export function cueAfter(words: readonly Word[]): Cue | undefined {
  const [first, second] = words;
  if (first === undefined) return undefined;
  const two = second === undefined ? undefined : CUES.get(joined([first, second]));
  return two ?? CUES.get(first.text);
}

function joined(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** A word with 0 and @ read as the letters they stand for in 'g0i', 'z@lo'. */
function wordAt(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  return /[a-z]/.test(word) && /[0@]/.test(word) ? word.replace(/0/g, 'o').replace(/@/g, 'a') : word;
}

/** The end of a line, but not after a colon, or of a sentence. */
function isBreak(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code === 0x0a) return !/: {0,2}$/.test(text.slice(Math.max(0, index - 3), index));
  if (text.charCodeAt(index + 1) !== 0x20) return false;
  // 'No. 12', 'Mr. A', 'TP. B' end no sentence.
  if (code === 0x2e) return isLetter(text.charCodeAt(index - 3)) || !isLetter(text.charCodeAt(index - 1));
  return code === 0x21 || code === 0x3f;
}

function isWordUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x40;
}
