/** What the browser vouches for of a frame that sends a message. */
export interface FrameAddresses {
  readonly url?: string | undefined;
  /** Of the frame's document: 'null' where it is sandboxed. */
  readonly origin?: string | undefined;
  /** Of the page in the tab that holds the frame. */
  readonly tabUrl?: string | undefined;
}

/**
 * The host of a frame's site, or '' where it has none; nothing in the frame can name another. A frame without an address
 * of its own (srcdoc, about:blank) belongs to its origin. A sandboxed one has none: the page in the tab counts, which is
 * not the frame's parent where that parent is itself a frame of another site.
 */
export function frameHost({ url, origin, tabUrl }: FrameAddresses): string {
  for (const address of [url, origin, tabUrl]) {
    const parsed = address === undefined ? null : URL.parse(address);
    if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.hostname;
  }
  return '';
}
