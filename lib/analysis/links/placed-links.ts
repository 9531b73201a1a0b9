import type { UnitLink } from '../types';
import { findAddresses } from './find-addresses';

/** A link with its place in the text; links without words in the text stand at [0, 0) with no words. */
export interface PlacedLink {
  readonly href: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** The words shown for it; undefined for an address that is written in the text and is no link. */
  readonly shown: string | undefined;
}

/** More links of a unit than these are not looked at. */
const MAX_LINKS = 200;

/**
 * The links of a unit and the addresses written in its text, in that order. Links are looked for in the order of the
 * text; one out of order is looked for from the start. O(text) for each of at most 200 links.
 */
export function placedLinks(links: readonly UnitLink[] | undefined, text: string): PlacedLink[] {
  const placed: PlacedLink[] = [];
  let after = 0;
  for (const { href, text: shown } of (links ?? []).slice(0, MAX_LINKS)) {
    const words = shown.trim();
    let start = words === '' ? -1 : text.indexOf(words, after);
    if (start < 0 && words !== '') start = text.indexOf(words);
    if (start >= 0) after = start + words.length;
    placed.push(
      start < 0
        ? { href, raw: '', start: 0, end: 0, shown: words }
        : { href, raw: words, start, end: start + words.length, shown: words },
    );
  }
  const taken = placed.filter(({ end }) => end > 0).sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { raw, start, end } of findAddresses(text)) {
    while ((taken[at]?.end ?? Infinity) <= start) at++;
    if ((taken[at]?.start ?? Infinity) < end) continue;
    const mail = raw.includes('@') && !/[\\/]/.test(raw);
    placed.push({ href: mail ? `mailto:${raw}` : raw, raw, start, end, shown: undefined });
  }
  return placed;
}
