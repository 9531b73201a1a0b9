/** Downloads from a feed: static files, bounded in bytes and time, no cookies, no headers of our own. */
import { release, type Bytes } from './bytes';
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

/** Bytes of the first buffer of a download; it doubles as it fills. */
const FIRST = 65_536;

type ReadInto = (room: Bytes) => Promise<{ readonly done: boolean; readonly value: Bytes | undefined }>;

/** Reads into buffers of ours where the browser can: those that it makes it keeps until some late collection. */
function readerOf(body: ReadableStream<Bytes>): { read: ReadInto; cancel: () => Promise<void> } {
  try {
    const reader = body.getReader({ mode: 'byob' });
    return { read: (room) => reader.read(room), cancel: () => reader.cancel() };
  } catch {
    const reader = body.getReader();
    return { read: () => reader.read(), cancel: () => reader.cancel() };
  }
}

async function readBounded(
  body: ReadableStream<Bytes> | null,
  path: string,
  max: number,
  heard: () => void,
): Promise<Bytes> {
  let whole = new Uint8Array(Math.min(FIRST, max + 1));
  let room = new Uint8Array(FIRST);
  let size = 0;
  if (!body) return whole.slice(0, 0);
  const reader = readerOf(body);
  for (;;) {
    const { done, value } = await reader.read(room);
    if (done || !value) break;
    heard();
    if (size + value.length > max) {
      await reader.cancel().catch(() => undefined);
      throw new FeedError('ERR_FEED_TOO_LONG', path, `it goes on behind ${String(max)} bytes.`);
    }
    if (size + value.length > whole.length) {
      const wider = new Uint8Array(Math.min(max, Math.max(whole.length * 2, size + value.length)));
      wider.set(whole);
      release(whole);
      whole = wider;
    }
    whole.set(value, size);
    size += value.length;
    room = new Uint8Array(value.buffer);
  }
  const bytes = whole.slice(0, size);
  release(whole);
  return bytes;
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
