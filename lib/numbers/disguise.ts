/** Codes of the ways to hide a number, the strongest first. */
export type Disguise =
  'reversed' | 'words' | 'letters-for-digits' | 'other-digits' | 'zero-width' | 'separators';

/** Decimal digits of other scripts, enclosed, raised, mathematical ... digits: not 0-9, yet numeric; or a keycap. */
const OTHER_DIGIT = /[\p{Nd}\p{No}](?<![0-9])|\u20e3|[\u{1f10b}\u{1f10c}]/u;
/** Invisible in the middle of a number. Variation selectors belong to keycaps and stay out. */
const ZERO_WIDTH = /\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\u17b4\u17b5]/u;

/**
 * Names how a number was hidden, from its raw text.
 * @param raw the source text of the number
 * @param lettered letters were read as digits
 * @param pieces into how many pieces the digits fall
 * @param odd signs stand between them that nobody sets in numbers
 */
export function disguiseOf(
  raw: string,
  lettered: boolean,
  pieces: number,
  odd: boolean,
): Disguise | undefined {
  if (lettered) return 'letters-for-digits';
  if (!isAscii(raw)) {
    if (OTHER_DIGIT.test(raw)) return 'other-digits';
    if (ZERO_WIDTH.test(raw)) return 'zero-width';
  }
  return odd || pieces >= 7 ? 'separators' : undefined;
}

/** Printable ASCII and ends of lines alone; a regex is slower for so few units. */
function isAscii(raw: string): boolean {
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index);
    if ((code < 0x20 && code !== 0x0a) || code > 0x7e) return false;
  }
  return true;
}
