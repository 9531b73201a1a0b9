import type { Offsets } from '../text/offsets';
import type { Units } from '../text/units';
import type { SourceRange } from '../text/folded';
import { isDigit, isLetter } from './code-units';

/** Units of the longest masked number with its separators. */
const MAX_LENGTH = 22;
const X = 0x78;
const OPENING = /^(?:\+?84|0[235789x*]|0[1-9x*.]|1[89]00)/;

/**
 * Numbers with digits struck out, 0912xxx678, 09** *** 678, 0912...678, in folded offsets and text order. Linear: at
 * most 22 units are read from each place where one may open.
 * @param text folded text
 * @param marks where its digit runs start: all of them open with a digit, or a + before it
 */
export function findMasked(text: Units, marks: Offsets): SourceRange[] {
  const found: SourceRange[] = [];
  let floor = 0;
  const open = (start: number): boolean => {
    const end = start < floor || isWord(text.charCodeAt(start - 1)) ? start : maskedEnd(text, start);
    if (end === start) return false;
    found.push({ start, end });
    floor = end;
    return true;
  };
  for (let index = 0; index < marks.length; index++) {
    const start = marks.at(index);
    const code = text.charCodeAt(start);
    if (code !== 0x30 && code !== 0x31 && code !== 0x38) continue;
    if (text.charCodeAt(start - 1) !== 0x2b || !open(start - 1)) open(start);
  }
  return found;
}

/** True where a mask stands after a digit, at most three blanks or signs away: a cheap look. */
export function maskFollows(text: Units, end: number): boolean {
  for (let index = end; index < end + 4; index++) {
    const code = text.charCodeAt(index);
    // 'x' of a word masks nothing.
    if (code === X && opensWord(text.charCodeAt(index + 1))) return false;
    if (isMask(code) || (code === 0x2e && text.charCodeAt(index + 1) === 0x2e)) return true;
    if (code !== 0x20 && code !== 0x2d && code !== 0x2e) return false;
  }
  return false;
}

function isMaskedNumber(run: string): boolean {
  if (run.length > MAX_LENGTH || !OPENING.test(run)) return false;
  const masks = run.match(/[x*\u2022\u25cf#]+|\.{2,}/g);
  if (masks === null) return false;
  const hidden = masks.reduce((sum, mask) => sum + mask.length, 0);
  const shown = run.replace(/\D/g, '').length;
  const dotted = masks.some((mask) => mask.startsWith('.'));
  // Dots stand for any count of digits; other masks one each.
  if (dotted) return shown >= 5 && shown <= 9;
  const total = hidden + shown;
  const least = run.startsWith('1') ? 8 : 9;
  return hidden >= 2 && shown >= 2 && total >= least && total <= 13;
}

/** Where the masked number that opens at `start` ends: at the first space or sign that completes one; else `start`. */
function maskedEnd(text: Units, start: number): number {
  const limit = Math.min(text.length, start + MAX_LENGTH);
  let end = start + 1;
  let masked = false;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (!isPart(code)) break;
    if (isMask(code) || (code === 0x2e && text.charCodeAt(end + 1) === 0x2e)) masked = true;
  }
  if (!masked) return start;
  for (let index = start + 8; index <= end; index++) {
    if (index < end && text.charAt(index) !== ' ') continue;
    const run = text.slice(start, index).replace(/[ .-]+$/, '');
    if (isMaskedNumber(run) && !isWord(text.charCodeAt(start + run.length))) return start + run.length;
  }
  return start;
}

function isPart(code: number): boolean {
  return isDigit(code) || isMask(code) || code === 0x20 || code === 0x2d || code === 0x2e;
}

/** x, *, #, bullet, black circle. */
function isMask(code: number): boolean {
  return code === X || code === 0x2a || code === 0x23 || code === 0x2022 || code === 0x25cf;
}

/** A letter that strikes nothing out. */
function opensWord(code: number): boolean {
  return isLetter(code) && code !== X;
}

function isWord(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
