import type { Folded } from '../text/folded';
import { Offsets } from '../text/offsets';
import { END, type Units } from '../text/units';
import { isDigit, isDigitLike, isLetter, isSign } from './code-units';
import { Digits } from './digits';
import { disguiseOf } from './disguise';
import type { FoldedAlong } from './fold-along';
import { maskFollows } from './masked';
import { PrefixReader } from './prefixes';
import { plainForm } from './score';
import type { FoundNumber } from './types';
import { wordScore, type Weighed } from './word-score';

/** No reader looks further from digits for what belongs to them. */
const ALONE = 16;
/** Signs between digits and letters that are read as digits. */
const MAX_SIGNS = 6;
/** 84 and ten digits; after 00 there are more. */
const MAX_DIGITS = 12;
const LINE = 0x0a;
const BLANK = 0x20;
const PLUS = 0x2b;
const DASH = 0x2d;
const STOP = 0x2e;
const NOUGHT = 0x30;

const DIGITS = new Digits();
const READER = new PrefixReader(DIGITS);
const REST = new Offsets();

/**
 * The plain case, which most numbers are: a mobile or landline number of today in figures, in one group or cut by the same
 * sign throughout, alone among words. Such digits have one reading, so only the words are weighed: no pieces, dates,
 * amounts or neighbours are looked for. Gives what the readers of pieces would give, in half of their time. O(length).
 * @param met a text that has no numbers in words
 * @param found gets the numbers, in order
 * @returns where the digit runs start that are left to be read; they hold until the next call
 */
export function readClear({ folded, units, marks }: FoldedAlong, found: FoundNumber[]): Offsets {
  REST.clear();
  for (let index = 0; index < marks.length;) {
    const clear = clearAt(units, marks, index);
    if (clear === undefined) REST.push(marks.at(index++));
    else {
      // Refused digits are spent.
      if (wordScore(units, clear, plainForm(clear), 0, false) > 0) found.push(toFound(folded, clear));
      index += clear.last + 1;
    }
  }
  return REST;
}

/** A number of which DIGITS has the digits until the next one is read. */
interface Clear extends Weighed {
  /** What stands in the number for the digits before `from`. */
  readonly head: string;
  readonly from: number;
}

/** What is clear and starts at a digit run. O(1). */
function clearAt(text: Units, marks: Offsets, index: number): Clear | undefined {
  const digits = marks.at(index);
  const plus = text.charCodeAt(digits - 1) === PLUS;
  if ((text.charCodeAt(digits) === NOUGHT) === plus) return undefined;
  const start = plus ? digits - 1 : digits;
  if (!isBlank(text.charCodeAt(start - 1))) return undefined;
  DIGITS.clear();
  let end = digits;
  let last = 0;
  let head = 0;
  for (let group = digits, sign = 0; ; last++) {
    for (end = group; isDigit(text.charCodeAt(end)); end++) if (end - group > MAX_DIGITS) return undefined;
    // Single digits have readings of their own.
    if (end - group < 2 || DIGITS.length + end - group > MAX_DIGITS) return undefined;
    DIGITS.appendFrom(text, group, end);
    if (last === 0) head = end - group;
    group = marks.at(index + last + 1);
    if (group - end >= ALONE) break;
    const between = text.charCodeAt(end);
    if (group - end > 1 || (between !== BLANK && between !== STOP && between !== DASH)) return undefined;
    if (last > 0 && between !== sign) return undefined;
    sign = between;
  }
  // '09-12-...' may be a date.
  if (!plus && head < 3) return undefined;
  READER.start(plus, head, 0, false);
  const reading = READER.read();
  if (reading === undefined || reading.old || (reading.type !== 'mobile' && reading.type !== 'landline'))
    return undefined;
  const { from, prefix } = READER;
  if (!isAlone(text, marks, index, digits, end)) return undefined;
  return { type: reading.type, prefix, start, end, first: 0, last, count: 0, head: reading.head, from };
}

/** No digits and no letters that may be read as digits stand near, and no mask. */
function isAlone(text: Units, marks: Offsets, index: number, start: number, end: number): boolean {
  if (index > 0) {
    let before = marks.at(index - 1);
    while (isDigit(text.charCodeAt(before))) before++;
    if (start - before < ALONE) return false;
  }
  return (
    endsAt(text, end) && !maskFollows(text, end) && !isLikeBefore(text, start) && !isLikeAfter(text, end)
  );
}

/** A blank stands there, or one follows a sign of the sentence. */
function endsAt(text: Units, end: number): boolean {
  const code = text.charCodeAt(end);
  return isBlank(code) || (isSentenceSign(code) && isBlank(text.charCodeAt(end + 1)));
}

/** Letters that may be read as digits end before the place: 'o o 0912...'. */
function isLikeBefore(text: Units, start: number): boolean {
  let at = start - 1;
  while (at >= start - MAX_SIGNS && isSign(text.charCodeAt(at))) at--;
  if (!isDigitLike(text.charCodeAt(at))) return false;
  while (at > start - ALONE && isDigitLike(text.charCodeAt(at))) at--;
  const before = text.charCodeAt(at);
  return isDigitLike(before) || !isLetter(before);
}

/** So many of them start behind the place that digits may follow: those nearer were seen. */
function isLikeAfter(text: Units, end: number): boolean {
  let at = end;
  while (at < end + MAX_SIGNS && isSign(text.charCodeAt(at))) at++;
  while (at < end + ALONE && isDigitLike(text.charCodeAt(at))) at++;
  return at === end + ALONE;
}

/** A blank, the end of a line, or an end of the text. */
function isBlank(code: number): boolean {
  return code === BLANK || code === LINE || code === END;
}

/** . , ; : ! ? */
function isSentenceSign(code: number): boolean {
  return code === STOP || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f;
}

function toFound(folded: Folded, { start, end, type, last, head, from }: Clear): FoundNumber {
  const source = folded.sourceRange(start, end);
  const raw = folded.source.slice(source.start, source.end);
  const number = DIGITS.slice(from, DIGITS.length, head);
  const disguise = disguiseOf(raw, false, last + 1, false);
  const found = { start: source.start, end: source.end, raw, number, type };
  return disguise === undefined ? found : { ...found, disguise };
}
