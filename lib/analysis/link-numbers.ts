import { findNumberInHref } from '../numbers/find-in-href';
import type { FoundNumber } from '../numbers/types';
import type { UnitLink } from './types';

/**
 * The numbers that a unit's links open (tel:, zalo.me, wa.me ...) and its text does not show: each at the words of its
 * link. A link whose words do not stand in the text has no place to show, and a number in `known` is shown already.
 * Offsets are UTF-16 units of `text`. Linear in the text for each link.
 */
export function linkNumbers(
  links: readonly UnitLink[] | undefined,
  text: string,
  known: readonly FoundNumber[],
): FoundNumber[] {
  const seen = new Set(known.map(({ number }) => number));
  const found: FoundNumber[] = [];
  for (const link of links ?? []) {
    const opened = findNumberInHref(link.href);
    const start = link.text === '' ? -1 : text.indexOf(link.text);
    if (!opened || start < 0 || seen.has(opened.number)) continue;
    seen.add(opened.number);
    found.push({ ...opened, raw: link.text, start, end: start + link.text.length });
  }
  return found;
}
