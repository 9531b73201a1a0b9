import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';

/** The numbers of a text, joined by spaces: short to write in tables. */
export function numbersOf(text: string): string {
  return findNumbers(fold(text))
    .numbers.map((found) => found.number)
    .join(' ');
}
