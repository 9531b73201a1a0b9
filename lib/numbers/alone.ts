import type { Offsets } from '../text/offsets';
import { END, type Units } from '../text/units';
import { isDigit, isDigitLike, isLetter, isSign } from './code-units';
import { maskFollows } from './masked';

/** No reader looks further from digits for what belongs to them. */
export const ALONE = 16;
/** Signs between digits and letters that are read as digits. */
const MAX_SIGNS = 6;

/**
 * Whether digits stand among words: no other digits, no letters that may be read as digits, and no mask near. O(1), but for
 * the digit run before.
 * @param text folded text
 * @param marks where its digit runs start
 * @param index which of them starts at `start`; the next one after `end` is far
 */
export function isAlone(text: Units, marks: Offsets, index: number, start: number, end: number): boolean {
  if (index > 0) {
    let before = marks.at(index - 1);
    while (isDigit(text.charCodeAt(before))) before++;
    if (start - before < ALONE) return false;
  }
  return (
    endsAt(text, end) && !maskFollows(text, end) && !isLikeBefore(text, start) && !isLikeAfter(text, end)
  );
}

/** A blank, the end of a line, or an end of the text. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === END;
}

/** A blank stands there, or one follows a sign of the sentence. */
function endsAt(text: Units, end: number): boolean {
  const code = text.charCodeAt(end);
  return isBlank(code) || (isSentenceSign(code) && isBlank(text.charCodeAt(end + 1)));
}

/** . , ; : ! ? */
function isSentenceSign(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f;
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
