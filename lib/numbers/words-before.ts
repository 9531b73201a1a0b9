import type { Units } from '../text/units';
import { isDigit } from './code-units';
import { isBreak, MAX_WORDS, WINDOW } from './cues';
import { isWordUnit } from './phrase-trie';

/**
 * The words before a place, nearest first, at most nine, each with the ends of lines and sentences between it and the place.
 * @param text folded text
 * @param end offset where the number starts
 */
export function wordsBefore(text: Units, end: number): Word[] {
  const words: Word[] = [];
  const limit = Math.max(0, end - WINDOW);
  let breaks = 0;
  let index = end;
  let digits = 0;
  while (index > limit && words.length - digits < MAX_WORDS) {
    const code = text.charCodeAt(index - 1);
    if (!isWordUnit(code)) {
      if (isBreak(text, index - 1, code)) breaks++;
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

/** A word near a number. */
export interface Word {
  readonly text: string;
  readonly breaks: number;
  readonly start: number;
}

/** A word with 0 and @ read as the letters they stand for in 'g0i', 'z@lo'. */
function wordAt(text: Units, start: number, end: number): string {
  const word = text.slice(start, end);
  return /[0@]/.test(word) && /[a-z]/.test(word) ? word.replace(/0/g, 'o').replace(/@/g, 'a') : word;
}
