/** Downloads from a feed: static files, bounded in bytes and time, no cookies, no headers of our own. */
import { joined, type Bytes } from './bytes';
import { FeedError } from './feed-error';
import { FILE_MS, STALL_MS } from './limits';

export interface Transport {
  /**
   * The bytes of a file; undefined where the server says 404, and only then. Reading stops at `max` bytes. Throws
   * FeedError ERR_FEED_NETWORK, _TIMEOUT, _SERVER or _TOO_LONG.
   */
  get(path: string, max: number): Promise<Bytes | undefined>;
}

export interface TransportOptions {
  /** The feed's address as feedAddress() gives it. */
  readonly address: string;
  readonly fetch: typeof globalThis.fetch;
  readonly stallMs?: number;
  readonly fileMs?: number;
}

/** The address of a feed with a slash at its end: https, or plain http on loopback. Throws ERR_FEED_ADDRESS. */
export function feedAddress(text: string): string {
  const url = URL.parse(text.trim());
  const loopback = url && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const allowed = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
  if (
    !url ||
    !allowed ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new FeedError('ERR_FEED_ADDRESS', text.slice(0, 200), 'it is no https address of a folder.');
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** True where feedAddress() takes the text. */
export function isFeedAddress(text: string): boolean {
  try {
    return feedAddress(text) !== '';
  } catch {
    return false;
  }
}

async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  max: number,
  heard: () => void,
): Promise<Bytes> {
  const pieces: Bytes[] = [];
  let size = 0;
  if (!body) return joined(pieces);
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces);
    heard();
    size += value.length;
    if (size > max) {
      await reader.cancel().catch(() => undefined);
      throw new FeedError('ERR_FEED_TOO_LONG', path, `it goes on behind ${String(max)} bytes.`);
    }
    pieces.push(new Uint8Array(value));
  }
}

/** The downloads of one feed. */
export function createTransport(options: TransportOptions): Transport {
  const { address, fetch, stallMs = STALL_MS, fileMs = FILE_MS } = options;
  return {
    async get(path, max) {
      const giveUp = new AbortController();
      const late = () => giveUp.abort(new FeedError('ERR_FEED_TIMEOUT', path, 'the server is too slow.'));
      const whole = setTimeout(late, fileMs);
      let stall = setTimeout(late, stallMs);
      const heard = () => {
        clearTimeout(stall);
        stall = setTimeout(late, stallMs);
      };
      try {
        const response = await fetch(address + path, {
          cache: 'no-store',
          credentials: 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          signal: giveUp.signal,
        });
        heard();
        if (response.status === 200) return await readBounded(response.body, path, max, heard);
        await response.body?.cancel().catch(() => undefined);
        if (response.status === 404) return undefined;
        throw new FeedError('ERR_FEED_SERVER', path, `the server answers ${String(response.status)}.`);
      } catch (error) {
        const reason: unknown = giveUp.signal.aborted ? giveUp.signal.reason : error;
        if (reason instanceof FeedError) throw reason;
        throw new FeedError('ERR_FEED_NETWORK', path, 'the server cannot be reached, or broke off.', error);
      } finally {
        clearTimeout(whole);
        clearTimeout(stall);
      }
    },
  };
}
