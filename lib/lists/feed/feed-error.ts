/** Why a feed gave no update. Stable: the interface has a sentence for each of these codes. */
export const FEED_ERROR_CODES = [
  'ERR_FEED_ADDRESS',
  'ERR_FEED_FINGERPRINT',
  'ERR_FEED_NETWORK',
  'ERR_FEED_TIMEOUT',
  'ERR_FEED_SERVER',
  'ERR_FEED_MISSING',
  'ERR_FEED_TOO_LONG',
  'ERR_FEED_LENGTH',
  'ERR_FEED_HASH',
  'ERR_FEED_JSON',
  'ERR_FEED_SCHEMA',
  'ERR_FEED_KEY_UNKNOWN',
  'ERR_FEED_SIGNATURE',
  'ERR_FEED_ROOT_SKIPS',
  'ERR_FEED_ROOT_LIMIT',
  'ERR_FEED_ROLLBACK',
  'ERR_FEED_MIX',
  'ERR_FEED_EXPIRED',
  'ERR_FEED_CLOCK_AHEAD',
  'ERR_FEED_FORMAT_NEWER',
  'ERR_FEED_CONTENT',
  'ERR_FEED_CANARY',
  'ERR_FEED_STORE',
  'ERR_FEED_STORE_FULL',
  'ERR_FEED_FAILED',
] as const;
export type FeedErrorCode = (typeof FEED_ERROR_CODES)[number];

/** A refusal: nothing was changed, the lists at hand stay in use. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  /** The file or role that it concerns, such as `timestamp` or `targets/directory.json`. */
  readonly place: string;

  constructor(code: FeedErrorCode, place: string, problem: string, cause?: unknown) {
    super(`${code} at ${place}: ${problem}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.place = place;
  }
}
