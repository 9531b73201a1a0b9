import type { Units } from '../text/units';
import { isDigit, isLetter } from './code-units';
import type { Piece } from './piece';

/** What stands between two pieces: nothing that joins; what people set in numbers; what only a disguise needs. */
export type Gap = 'break' | 'plain' | 'odd';

const MAX_PLAIN = 4;
const MAX_ODD = 6;
const NEWLINE = 0x0a;

/**
 * Whether two neighbouring pieces can belong to one number. O(1): looks at six units at most.
 * @param text folded text
 */
export function gapBetween(text: Units, left: Piece, right: Piece): Gap {
  const length = right.start - left.end;
  if (length > MAX_ODD || left.after !== '' || right.before !== '') return 'break';
  const singles = left.count === 1 && right.count === 1;
  let plain = length <= MAX_PLAIN;
  for (let index = left.end; index < right.start; index++) {
    const code = text.charCodeAt(index);
    if (isLetter(code) || isDigit(code) || code === 0x2b) return 'break';
    if (code === NEWLINE && !singles) return 'break';
    // Commas and semicolons before a space part the members of a list.
    if ((code === 0x2c || code === 0x3b) && !singles && text.charCodeAt(index + 1) === 0x20) return 'break';
    if (!isPlain(code)) plain = false;
  }
  if (text.startsWith('...', left.end)) return 'odd';
  return plain ? 'plain' : 'odd';
}

/** Space, full stop, dash, brackets. */
function isPlain(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x2e ||
    code === 0x2d ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x5b ||
    code === 0x5d
  );
}
