/** Web and mail addresses that are written in a text, link or no link. */

export interface WrittenAddress {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** More addresses than these are not looked at, and none longer than this. */
const MAX_ADDRESSES = 200;
const MAX_LENGTH = 2000;
/** What no address holds. A full-width or ideographic full stop is one that browsers read as a dot. */
const STRETCH = /[^\s<>"'“”‘’«»()[\]{},;|*]+/g;
const TAIL = /[.:!?…'"*_~]+$/;
const SHAPE =
  /^(?:https?:[\\/]*|ftp:\/\/)?(?:[^\s/\\?#@]{1,200}@)?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}_-]|[.。．｡](?=[\p{L}\p{N}\p{M}])){1,252}(?::\d{1,5})?(?:[/\\?#].*)?$/iu;
const LAST_LABEL = /[.。．｡](?:xn--[a-z0-9-]{2,}|\p{L}{2,24})(?::\d{1,5})?(?:[/\\?#]|$)/u;
const SCHEME = /(?:https?|ftp):[\\/]/i;

/**
 * The addresses in a text, in order, offsets in UTF-16 units: with a scheme, or a host name whose last part is
 * letters. Each stretch without blanks is looked at once, up to 2,000 units of it: linear.
 */
export function findAddresses(text: string): WrittenAddress[] {
  const found: WrittenAddress[] = [];
  for (const match of text.matchAll(STRETCH)) {
    if (found.length >= MAX_ADDRESSES) break;
    const stretch = match[0].slice(0, MAX_LENGTH);
    if (!/[.。．｡]/.test(stretch) && !SCHEME.test(stretch)) continue;
    // «Link:https://...»: words before a scheme are none of it.
    const lead = Math.max(stretch.search(SCHEME), 0);
    const raw = stretch.slice(lead).replace(TAIL, '');
    if (!SHAPE.test(raw) || !(SCHEME.test(raw) || LAST_LABEL.test(raw))) continue;
    const start = match.index + lead;
    found.push({ raw, start, end: start + raw.length });
  }
  return found;
}
