/** The contract of the local store of lists. Told apart from its database, so that tests and Node can stand in. */
import type { Localised } from '../i18n/translate';
import type { Scope } from './feed/content-schema';
import type { FeedLists, FeedOrigin, FeedRecord, FollowedFeed, WantedFeed } from './feed-record';
import type { Prepared, ReadPrepared, StoredDocuments } from './prepared';
import type { ReportedState } from './reported/state';
import type { AnyReport, Report } from './standing';

/** The documents of a generation. */
export const DOCUMENT_NAMES = ['directory', 'sitePack', 'phrasePack'] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** What a feed must be allowed to bring for its documents to be taken. */
export const DOCUMENT_SCOPES: Readonly<Record<DocumentName, Scope>> = {
  directory: 'directory',
  sitePack: 'packs',
  phrasePack: 'packs',
};

/** The documents of a feed that are live, as JSON. */
export interface FeedDocuments {
  readonly id: string;
  readonly origin: FeedOrigin;
  readonly name: Localised;
  readonly version: string;
  readonly published: string;
  readonly documents: Readonly<Partial<Record<DocumentName, unknown>>>;
}

/** One whole set of lists, verified and parsed by the caller. */
export interface Lists {
  readonly version: string;
  readonly published: string;
  /** When it is installed, as the caller's clock says. */
  readonly installedAt?: string | undefined;
  readonly documents: Readonly<Record<DocumentName, unknown>>;
  /** Each number once, with all its reports. Read in pieces, so a large list may be an iterator. */
  readonly reports: Iterable<readonly [string, readonly Report[]]>;
}

/** Which lists are live. */
export interface LiveLists {
  readonly version: string;
  readonly published: string;
  readonly installedAt?: string | undefined;
}

/** The local store: one live generation of lists, one of each feed, and what the person hid. Every method may throw ListError. */
export interface ListStore {
  /** Makes a whole set of lists live, at once or not at all. */
  install(lists: Lists): Promise<void>;
  /** Undefined while nothing was ever installed. */
  live(): Promise<LiveLists | undefined>;
  /**
   * The reports of those numbers that have some, those of feeds too; ERR_STORE_EMPTY if no lists are live. The compact
   * set of a feed whose bytes are not what was written is left out, and the feed marked as damaged.
   */
  reportsFor(numbers: readonly string[]): Promise<Map<string, AnyReport[]>>;
  /** Remembers that the person hid a finding. Keys are SHA-256 in hex; the oldest go beyond the bound. */
  hide(key: string): Promise<void>;
  unhide(key: string): Promise<void>;
  /** Those of the keys that are hidden. */
  isHidden(keys: readonly string[]): Promise<Set<string>>;
  /** The feeds that are followed, oldest first. */
  feeds(): Promise<FeedRecord[]>;
  /** Makes the followed feeds exactly these; all that came from others goes with them, at once. `now`: milliseconds. */
  followFeeds(wanted: readonly WantedFeed[], now: number): Promise<void>;
  /** Changes what is known of a feed; ERR_STORE_CONFLICT if it is no longer followed as the update began with it. */
  patchFeed(begun: FollowedFeed, change: Partial<FeedRecord>): Promise<void>;
  /**
   * Makes the lists of a feed live, at once or not at all; ERR_STORE_CONFLICT if it is no longer followed as
   * the update began with it, ERR_STORE_DAMAGED if its compact set did not become what was announced.
   */
  installFeed(begun: FollowedFeed, lists: FeedLists): Promise<void>;
  /** The entries of a feed that are live. */
  feedEntries(id: string): Promise<ReportedState>;
  /** All documents that are live, from one moment; undefined while nothing was ever installed. */
  documents(): Promise<StoredDocuments | undefined>;
  /** What was kept of the live lists by this code. */
  prepared(code: string): Promise<ReadPrepared | undefined>;
  /** Keeps what was made of the live lists; nothing where others are live by now. */
  keepPrepared(prepared: Prepared): Promise<void>;
  close(): Promise<void>;
}
