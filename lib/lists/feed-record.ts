/** What the store keeps of a feed that is followed. */
import type { Localised } from '../i18n/translate';
import type { Scope } from './feed/content-schema';
import type { FeedErrorCode } from './feed/feed-error';
import type { Trusted } from './feed/trust-store';
import type { Report } from './standing';
import type { DocumentName } from './store';

/** Who chose the feed: the build, the person, or the administrator's policy. */
export type FeedOrigin = 'default' | 'person' | 'policy';

/** What is live of a feed. */
export interface FeedLive {
  readonly version: string;
  readonly published: string;
  readonly name: Localised;
  /** Where a wrong entry can be reported. */
  readonly contact?: string | undefined;
  /** SHA-256 of all reported entries; empty where they are out of scope. */
  readonly state: string;
  /** Reported entries. */
  readonly entries: number;
  /** SHA-256 of each document that was taken. */
  readonly documents: Readonly<Partial<Record<DocumentName, string>>>;
  /** SHA-256 of a phrase pack that failed the canary texts: the one of before stays in use. */
  readonly refusedPack?: string | undefined;
  /** Version of the timestamp whose content is live. */
  readonly settled: number;
  /** The compact set, where the feed has one. */
  readonly numbers?: LiveNumbers | undefined;
}

export interface LiveNumbers {
  /** Hash of the set, as compact/set-hash makes it. */
  readonly state: string;
  /** What the categories of its records are called. */
  readonly categories: readonly string[];
  readonly count: number;
}

/** A compact set on its way into the store. Files are asked for one at a time and may come from the network. */
export interface FeedNumbers extends Omit<LiveNumbers, 'count'> {
  /** The blocks of a whole set, in order; absent where the set at hand is gone on from. */
  readonly base?: AsyncIterable<Uint8Array<ArrayBuffer>> | undefined;
  /** Changes of each delta, in order, as compact/changes writes them. */
  readonly changes: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface FeedLists extends Omit<FeedLive, 'numbers'> {
  /** Each number once, with all its reports. */
  readonly reports: Iterable<readonly [string, readonly Report[]]>;
  readonly numbers?: FeedNumbers | undefined;
  /** Documents that are new, parsed or checked by the caller. Others that `documents` names stay as they are. */
  readonly fresh: ReadonlyMap<DocumentName, unknown>;
}

/** A feed that is to be followed. */
export interface WantedFeed {
  /** SHA-256 of its first root: what it is trusted by. */
  readonly id: string;
  readonly address: string;
  readonly origin: FeedOrigin;
  /** What the person, or the policy, lets it bring. */
  readonly scope: readonly Scope[];
}

/** A feed as an update found it. Where it is followed otherwise by now, nothing of that update counts any more. */
export type FollowedFeed = Pick<FeedRecord, 'id' | 'address' | 'scope' | 'addedAt'>;

/** Times are milliseconds since 1970. */
export interface FeedRecord extends WantedFeed {
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
  /** How many files of a compact set have come, while one is loaded. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** What is stored of it was found changed: all of it is fetched anew. */
  readonly damaged?: true | undefined;
  readonly error?: FeedErrorCode | undefined;
  /** The file or role that the error concerns. */
  readonly errorPlace?: string | undefined;
  /** The clock of this computer is behind by days. */
  readonly clockBehind?: boolean | undefined;
}
