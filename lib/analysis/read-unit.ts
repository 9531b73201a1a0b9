import { findNumbers } from '../numbers/find-numbers';
import type { FoundNumber, MaskedNumber } from '../numbers/types';
import type { CompiledPack } from '../phrasing/compile';
import { findPhrases, type PhraseMatch, type PhrasesInText } from '../phrasing/find-phrases';
import { fold } from '../text/fold';
import type { Unit } from './types';
import { linkNumbers } from './link-numbers';
import { windowsOf } from './windows';

/** What was read in a unit, before the lists are asked. */
export interface ReadUnit {
  readonly unit: Unit;
  /** The text that all offsets count in: see textOf. */
  readonly text: string;
  /** The numbers to look up, each once. */
  readonly numbers: readonly string[];
  readonly found: readonly FoundNumber[];
  readonly masked: readonly MaskedNumber[];
  /** The phrases of each window of the text, offsets in the whole text. */
  readonly windows: readonly ReadWindow[];
}

/** The phrases of a window, and where in the text it stands. */
export interface ReadWindow extends PhrasesInText {
  readonly offset: number;
  readonly length: number;
}

/**
 * The text of a unit that offsets count in: `unit.text`; where that is empty and there are turns, the texts of
 * the turns joined by line breaks.
 */
export function textOf(unit: Unit): string {
  if (unit.text !== '' || !unit.turns) return unit.text;
  return unit.turns.map((turn) => turn.text).join('\n');
}

/**
 * Reads a unit: folds the text, finds numbers (in links too) and phrases. Pure; asks no list. Texts over 20,000 UTF-16 units are
 * read in windows of that size, ten at most; time is linear in the text. Offsets are UTF-16 units of textOf(unit).
 */
export function readUnit(unit: Unit, pack: CompiledPack): ReadUnit {
  const text = textOf(unit);
  const found: FoundNumber[] = [];
  const masked: MaskedNumber[] = [];
  const windows = windowsOf(text).map((window): ReadWindow => {
    const folded = fold(window.text);
    const numbers = findNumbers(folded);
    const phrases = findPhrases(folded, numbers.numbers, pack);
    const { offset } = window;
    const place = { offset, length: window.text.length };
    if (offset === 0) {
      found.push(...numbers.numbers);
      masked.push(...numbers.masked);
      return { ...phrases, ...place };
    }
    found.push(...numbers.numbers.map((number) => moved(number, offset)));
    masked.push(...numbers.masked.map((number) => moved(number, offset)));
    const matches = phrases.matches.map((match): PhraseMatch => moved(match, offset));
    return { words: phrases.words, matches, ...place };
  });
  found.push(...linkNumbers(unit.links, text, found));
  return { unit, text, numbers: [...new Set(found.map((number) => number.number))], found, masked, windows };
}

function moved<T extends { readonly start: number; readonly end: number }>(place: T, offset: number): T {
  return { ...place, start: place.start + offset, end: place.end + offset };
}
