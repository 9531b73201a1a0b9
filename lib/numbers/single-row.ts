import type { Units } from '../text/units';
import { isDigit, isSign } from './code-units';

/** Digits that stand one by one, with signs between ('1 7.3-9 ...'). */
export interface SingleRow {
  readonly count: number;
  /** How many stand on the line that has the most of them. */
  readonly onLine: number;
  readonly end: number;
}

export const NO_ROW: SingleRow = { count: 0, onLine: 0, end: 0 };
const NEWLINE = 0x0a;
/** Signs between two of them. */
const MAX_SIGNS = 6;

/** The row that starts with the digit at `start`; NO_ROW where that stands with others. Linear in the row. */
export function singlesFrom(text: Units, start: number): SingleRow {
  let end = start;
  let count = 0;
  let line = 0;
  let onLine = 0;
  for (let at = start; isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1));) {
    count++;
    onLine = Math.max(onLine, ++line);
    end = at + 1;
    at = end;
    for (; at - end < MAX_SIGNS && isSign(text.charCodeAt(at)); at++) {
      if (text.charCodeAt(at) === NEWLINE) line = 0;
    }
    if (at === end) break;
  }
  return count === 0 ? NO_ROW : { count, onLine, end };
}
