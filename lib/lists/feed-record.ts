/** What the store keeps of a feed that is followed. */
import type { Localised } from '../i18n/translate';
import type { FeedErrorCode } from './feed/feed-error';
import type { Trusted } from './feed/trust-store';
import type { Report } from './standing';

/** Who chose the feed: the build, the person, or the administrator's policy. */
export type FeedOrigin = 'default' | 'person' | 'policy';

/** What is live of a feed. */
export interface FeedLive {
  readonly version: string;
  readonly published: string;
  readonly name: Localised;
  /** Where a wrong entry can be reported. */
  readonly contact?: string | undefined;
  /** SHA-256 of all entries. */
  readonly state: string;
  /** Version of the timestamp whose content is live. */
  readonly settled: number;
}

export interface FeedLists extends FeedLive {
  /** Each number once, with all its reports. */
  readonly reports: Iterable<readonly [string, readonly Report[]]>;
}

/** Times are milliseconds since 1970. */
export interface FeedRecord {
  /** SHA-256 of its first root: what it is trusted by. */
  readonly id: string;
  readonly address: string;
  readonly origin: FeedOrigin;
  readonly addedAt: number;
  readonly trusted?: Trusted | undefined;
  readonly live?: (FeedLive & { readonly generation: number }) | undefined;
  /** When the publisher signed what is live, as it says itself. */
  readonly signedAt?: string | undefined;
  /** When all of it was last verified as the newest. */
  readonly checkedAt?: number | undefined;
  /** When the whole workflow was last gone through, new roots included. */
  readonly fullAt?: number | undefined;
  /** When to ask again. */
  readonly dueAt: number;
  /** Tries without success since the last success. */
  readonly failures: number;
  readonly error?: FeedErrorCode | undefined;
  /** The clock of this computer is behind by days. */
  readonly clockBehind?: boolean | undefined;
}
