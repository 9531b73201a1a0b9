import { END, type Units } from '../text/units';
import { BANKS, CUES, FILLERS, type Cue } from './context';
import { isWordUnit, PhraseTrie } from './phrase-trie';
import { DIGIT, isDigit, isLetter, kindOf, KINDS, SIGN } from './code-units';

/** The nearest cue on one side of a number. */
export interface NearCue {
  readonly cue: Cue;
  /** Words between the cue and the number. */
  readonly distance: number;
}

/** Folded units looked at on each side, and words on the left. */
export const WINDOW = 90;
export const MAX_WORDS = 9;
/** The end of a line or a sentence parts more than a word does. */
const BREAK_COST = 3;
/** So many digits between are the account or code that the cue announced: it has little to say of the next digits. */
const LONG_NUMBER = 8;
const SPENT_COST = 4;
/** No cue is farther. */
const ANY = 1000;
/** Letters of the longest unit, and one more. */
const LONGEST_UNIT = 10;

/** Phrases of cues and fillers; a filler parts a cue and the digits no further. */
const CUE_PHRASES = [...CUES.keys(), ...[...FILLERS].filter((word) => !CUES.has(word))];
const CUE_VALUES = CUE_PHRASES.map((phrase) => CUES.get(phrase) ?? 'filler');
const CUES_BACK = new PhraseTrie(CUE_PHRASES, -1);
const CUES_AHEAD = new PhraseTrie(CUE_PHRASES, 1);
const BANKS_BACK = new PhraseTrie([...BANKS], -1);
const BANKS_AHEAD = new PhraseTrie([...BANKS], 1);

/**
 * The nearest cue before the number, of one to four words; digits count as no words. Nothing is cut out of the text.
 * @param text folded text
 * @param end offset where the number starts
 * @param farthest cues that are farther are not looked for
 */
export function cueBefore(text: Units, end: number, farthest = ANY): NearCue | undefined {
  const limit = Math.max(0, end - WINDOW);
  // All that is read stands between `limit` and `end`.
  const { codes } = text;
  const kinds = KINDS;
  let breaks = 0;
  let words = 0;
  let distance = 0;
  let digits = 0;
  for (let index = end; index > limit && words < MAX_WORDS;) {
    if (distance + breaks * BREAK_COST > farthest) break;
    const code = codes[index - 1] ?? END;
    if (code === 0x20) {
      index--;
      continue;
    }
    const kind = kinds[code] ?? SIGN;
    if (kind === SIGN) {
      if (isBreak(text, index - 1, code)) breaks++;
      index--;
      continue;
    }
    const wordEnd = index;
    index = CUES_BACK.passWord(text, wordEnd, limit);
    if (CUES_BACK.kinds === DIGIT) {
      digits += wordEnd - index;
      continue;
    }
    const cue = CUES_BACK.known ? cueOf(CUES_BACK.longest(text, wordEnd, limit)) : undefined;
    if (cue === 'neutral') return undefined;
    if (cue !== undefined && cue !== 'filler') {
      const spent = cue !== 'phone' && digits >= LONG_NUMBER ? SPENT_COST : 0;
      return { cue, distance: distance + breaks * BREAK_COST + spent };
    }
    if (isDigit(codes[index] ?? END)) digits += wordEnd - index;
    else {
      words++;
      if (cue === undefined) distance++;
    }
  }
  return undefined;
}

/** True where the last word before the place, in the same sentence, names a bank. */
export function bankBefore(text: Units, end: number): boolean {
  const limit = Math.max(0, end - WINDOW);
  for (let index = end; index > limit; index--) {
    const code = text.charCodeAt(index - 1);
    if (kindOf(code) !== SIGN) {
      BANKS_BACK.passWord(text, index, limit);
      return BANKS_BACK.known && BANKS_BACK.longest(text, index, limit) >= 0;
    }
    if (isBreak(text, index - 1, code)) return false;
  }
  return false;
}

/** True where one of the first three words after the place, on its line, names a bank. */
export function bankAfter(text: Units, start: number): boolean {
  const limit = Math.min(text.length, start + WINDOW / 2);
  const { codes } = text;
  const kinds = KINDS;
  let index = start;
  for (let word = 0; word < 3; word++) {
    for (; index < limit; index++) {
      const code = codes[index] ?? END;
      if (kinds[code] !== SIGN) break;
      if (code === 0x0a) return false;
    }
    if (index >= limit) return false;
    const wordStart = index;
    index = BANKS_AHEAD.passWord(text, wordStart, limit);
    if (BANKS_AHEAD.known && BANKS_AHEAD.longest(text, wordStart, lineLimit(text, wordStart, limit)) >= 0)
      return true;
  }
  return false;
}

/** The cue that starts right after the place, on its line. */
export function cueAfter(text: Units, start: number): Cue | undefined {
  const limit = lineLimit(text, start, Math.min(text.length, start + WINDOW / 2));
  const index = wordFrom(text, start, limit);
  const cue = index < limit ? cueOf(CUES_AHEAD.longest(text, index, limit)) : undefined;
  return cue === 'filler' ? undefined : cue;
}

/** True where the word right after the digits is one of `units`, or a per cent sign follows. */
export function unitAfter(text: Units, end: number, units: ReadonlySet<string>): boolean {
  const next = text.charCodeAt(end);
  if (next === 0x25) return true;
  const parted = next === 0x20 || next === 0x2e;
  if (parted && text.charCodeAt(end + 1) === 0x25) return next === 0x20;
  const start = parted ? end + 1 : end;
  let index = start;
  while (index < start + LONGEST_UNIT && isWordUnit(text.charCodeAt(index))) index++;
  if (index === start) return false;
  const word = text.slice(start, index);
  // d/c is an address (dia chi), not dong.
  if (word === 'd' && text.startsWith('/c', index)) return false;
  return units.has(word);
}

/** What a phrase of CUE_PHRASES says; undefined for -1, at which an array would be slow. */
function cueOf(phrase: number): Cue | 'filler' | undefined {
  return phrase < 0 ? undefined : CUE_VALUES[phrase];
}

function wordFrom(text: Units, start: number, limit: number): number {
  let index = start;
  while (index < limit && !isWordUnit(text.charCodeAt(index))) index++;
  return index;
}

/** The end of the line, but not beyond `limit`. */
function lineLimit(text: Units, start: number, limit: number): number {
  for (let index = start; index < limit; index++) if (text.charCodeAt(index) === 0x0a) return index;
  return limit;
}

/** The end of a line, but not after a colon, or of a sentence. */
export function isBreak(text: Units, index: number, code: number): boolean {
  if (code === 0x20) return false;
  if (code === 0x0a) return !followsColon(text, index);
  if (text.charCodeAt(index + 1) !== 0x20) return false;
  // 'No. 12', 'Mr. A', 'TP. B' end no sentence.
  if (code === 0x2e) return isLetter(text.charCodeAt(index - 3)) || !isLetter(text.charCodeAt(index - 1));
  return code === 0x21 || code === 0x3f;
}

/** Whether a colon and at most two blanks stand before the place. */
function followsColon(text: Units, index: number): boolean {
  let at = index - 1;
  while (at > index - 3 && text.charCodeAt(at) === 0x20) at--;
  return text.charCodeAt(at) === 0x3a;
}
