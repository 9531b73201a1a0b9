/** A piece of a text that is read at once. */
export interface Window {
  /** UTF-16 offset of the piece in the whole text. */
  readonly offset: number;
  readonly text: string;
}

export const WINDOW_SIZE = 20_000;
const MAX_WINDOWS = 10;
/** How far back a cut looks for a blank, so that words and numbers stay whole. */
const SEARCH_BACK = 200;

/**
 * Cuts a text into windows of at most 20,000 UTF-16 units, at blanks where there are any. Past ten windows
 * (200,000 units) a text is not read: no message is that long, and the work stays bounded.
 */
export function windowsOf(text: string): Window[] {
  const windows: Window[] = [];
  let offset = 0;
  while (windows.length < MAX_WINDOWS && (offset < text.length || windows.length === 0)) {
    const end = cutAt(text, offset);
    windows.push({ offset, text: text.slice(offset, end) });
    offset = end;
  }
  return windows;
}

function cutAt(text: string, offset: number): number {
  const limit = offset + WINDOW_SIZE;
  if (limit >= text.length) return text.length;
  for (let at = limit; at > limit - SEARCH_BACK; at--) if (/\s/.test(text.charAt(at))) return at;
  // Never between the halves of a surrogate pair.
  return (text.charCodeAt(limit) & 0xfc00) === 0xdc00 ? limit - 1 : limit;
}
