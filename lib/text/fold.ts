import { EvenFold, foldToAscii } from './fold-even';
import { foldWide } from './fold-wide';
import type { Folded } from './folded';

/**
 * Folds a text in one pass: lower case, no diacritics (NFC and NFD alike), đ -> d, digits and letters of every
 * compatibility form or script of digits -> ASCII, Cyrillic and Greek look-alikes -> Latin, zero-widths and marks
 * dropped, spaces -> ' ' ('\n' stays), dashes -> '-', quotes plain. Spaces are not collapsed; o is not read as 0.
 * Never throws; a lone surrogate becomes U+FFFD. O(length); offsets are only stored where a length changed.
 * @param source any text, UTF-16
 */
export function fold(source: string): Folded {
  const ascii = foldToAscii(source);
  return ascii === undefined ? foldWide(source).folded : new EvenFold(source, ascii);
}
