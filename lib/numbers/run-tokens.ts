import type { FoldedUnits, Units } from '../text/units';
import { isDigit, isLetter } from './code-units';
import {
  HUNDRED,
  KIND_OF,
  lengthOf,
  numberWordAt,
  signOf,
  SILENT,
  TEN,
  TEN_ITSELF,
  TIMES,
} from './number-words';

/** More words of digits than ten numbers have are a rhyme or a trap, not numbers. */
export const MAX_RUN = 160;
/** So are more than four numbers have with nothing but blanks between them. */
export const MAX_ON_END = 40;
/** Units of the gap between two words. */
const MAX_GAP = 4;
/** Digits of the longest number that is said. */
export const MAX_SAID = 13;
/** The sign of figures that are more than one; a single one is its own sign, as a word of a digit is. */
export const FIGURES = 1;

/** How many digits a word of a sign adds at most: 'sau so 8' says six, 'chin tram' three, 'muoi' two. */
const MOST = new Uint8Array(0x80).fill(1);
MOST[TIMES] = MOST[KIND_OF] = 4;
MOST[HUNDRED] = MOST[TEN] = MOST[TEN_ITSELF] = 2;
MOST[SILENT] = 0;

/** Digits that a word of a sign says at most. */
export function mostOfSign(sign: number): number {
  return MOST[sign] ?? 0;
}

/** The words of digits and figures of one run: memory that the next run uses again. */
export class RunTokens {
  /** How many there are; more than MAX_RUN are counted, not kept. */
  count = 0;
  /** Digits that all of them say at most. */
  most = 0;
  /** Words of two letters and more: a lone o or k is a letter for a figure. */
  words = 0;
  /** The most words that stand on end with nothing but blanks between them. */
  onEnd = 0;
  /** Digits in figures. */
  figures = 0;
  /** Where the last word starts: no number in words starts behind. */
  lastWord = 0;
  private readonly signs = new Uint8Array(MAX_RUN);
  private readonly starts = new Uint32Array(MAX_RUN);
  private readonly ends = new Uint32Array(MAX_RUN);
  private readonly spelled = new Uint8Array(MAX_RUN);

  /** Reads the tokens from a place on, up to the first other word or wide gap; gives where the last one ends. */
  read(text: Units, start: number): number {
    this.count = this.most = this.words = this.onEnd = this.figures = 0;
    this.lastWord = start;
    let last = start;
    let onEnd = 0;
    for (let index = start; ; index = skipGap(text, last)) {
      const code = text.charCodeAt(index);
      const word = numberWordAt(text, index);
      const before = last;
      if (word !== 0) {
        last = index + lengthOf(word);
        this.lastWord = index;
        if (last - index > 1) this.words++;
        onEnd = isParted(text, before, index) ? 1 : onEnd + 1;
        if (onEnd > this.onEnd) this.onEnd = onEnd;
        this.add(index, last, signOf(word), 1);
      } else if (isDigit(code)) {
        last = figuresEnd(text, index);
        this.figures += last - index;
        onEnd = 0;
        this.add(index, last, last - index === 1 ? code : FIGURES, 0);
      } else return last;
    }
  }

  /** The sign of a token, 0 behind the last. */
  signAt(place: number): number {
    return place < this.count ? (this.signs[place] ?? 0) : 0;
  }

  /** Whether it is a word, not figures. */
  isWord(place: number): boolean {
    return this.spelled[place] === 1;
  }

  startOf(place: number): number {
    return this.starts[place] ?? 0;
  }

  endOf(place: number): number {
    return this.ends[place] ?? 0;
  }

  /** Digits that a token says at most. */
  mostOf(place: number): number {
    return this.signAt(place) === FIGURES
      ? this.endOf(place) - this.startOf(place)
      : mostOfSign(this.signAt(place));
  }

  /** Tells 'mười' from 'mươi' where the source has its accent. */
  hearTens({ folded }: FoldedUnits): void {
    for (let place = 0; place < this.count; place++) {
      if (this.signs[place] !== TEN) continue;
      const { start, end } = folded.sourceRange(this.startOf(place), this.endOf(place));
      if (/[\u0300\u1edc\u1edd]/.test(folded.source.slice(start, end))) this.signs[place] = TEN_ITSELF;
    }
  }

  private add(start: number, end: number, sign: number, spelled: 0 | 1): void {
    const place = this.count++;
    if (place >= MAX_RUN) return;
    this.signs[place] = sign;
    this.spelled[place] = spelled;
    this.starts[place] = start;
    this.ends[place] = end;
    this.most += sign === FIGURES ? end - start : mostOfSign(sign);
  }
}

/** Whether anything but blanks stands between two places. */
function isParted(text: Units, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text.charCodeAt(index) !== 0x20) return true;
  return false;
}

/** Where the word of a digit, or the figures, at `start` end; `start` for neither. */
export function tokenEnd(text: Units, start: number): number {
  const end = figuresEnd(text, start);
  return end > start ? end : start + lengthOf(numberWordAt(text, start));
}

/** The start of the next word, or the first unit too far away to belong to it. */
export function skipGap(text: Units, from: number): number {
  let index = from;
  while (index - from < MAX_GAP && index < text.length && !isWordCode(text.charCodeAt(index))) index++;
  return index;
}

/** The start of the word or figures before `from` and a small gap, -1 for none. */
export function wordBefore(text: Units, from: number, floor: number): number {
  let end = from;
  while (end > floor && from - end < MAX_GAP && !isWordCode(text.charCodeAt(end - 1))) end--;
  let start = end;
  const limit = Math.max(floor, end - MAX_WORD);
  while (start > limit && isWordCode(text.charCodeAt(start - 1))) start--;
  return start === end ? -1 : start;
}

/** Units that a look goes back to find the start of a word. */
const MAX_WORD = 32;

/** Where the figures at `start` end, `start` where there are none; longer ones than any number are cut. */
export function figuresEnd(text: Units, start: number): number {
  let end = start;
  while (end - start <= MAX_SAID && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** True for ASCII letters and digits. */
function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
