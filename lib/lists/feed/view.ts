/** What the interface shows of the feeds that are followed. Pure. */
import type { Localised } from '../../i18n/translate';
import type { FeedRecord, WantedFeed } from '../feed-record';
import type { ListErrorCode } from '../list-error';
import type { LookupState } from '../loaded';
import type { LiveLists } from '../store';
import type { Scope } from './content-schema';
import type { FeedErrorCode } from './feed-error';

/** A feed that was not heard of for this long is said to be behind, in milliseconds. */
const OVERDUE_MS = 24 * 3_600_000;

export interface FeedView extends WantedFeed {
  /** What was chosen for it: more than its scope where another feed brings the packs. */
  readonly asked: readonly Scope[];
  /** As the feed calls itself; absent until its lists came for the first time. */
  readonly name?: Localised | undefined;
  readonly contact?: string | undefined;
  readonly version?: string | undefined;
  /** Reported entries, those of its compact set too. */
  readonly entries?: number | undefined;
  /** Files of a compact set that have come, while one is loaded. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** waiting: nothing came yet. fresh: verified as the newest within a day. stale: the last try failed, or long ago. */
  readonly state: 'waiting' | 'fresh' | 'stale';
  /** When it was last verified as the newest, milliseconds since 1970. */
  readonly checkedAt?: number | undefined;
  readonly error?: FeedErrorCode | undefined;
  readonly errorPlace?: string | undefined;
  /** What is stored of it was found changed: its compact set is not in use until it comes anew. */
  readonly damaged: boolean;
  /** The clock of this computer is behind by days. */
  readonly clockBehind: boolean;
  /** Its newest phrase pack failed the canary texts; the one of before is in use. */
  readonly packRefused: boolean;
}

export interface FeedsView {
  readonly feeds: readonly FeedView[];
  /** Whether the build names a feed of its own. */
  readonly hasDefault: boolean;
  /** Entries of the organisation's policy that are malformed. */
  readonly policyFaults: number;
  /** What keeps lists out of the local store, if anything does. */
  readonly storeError?: ListErrorCode | undefined;
}

/** True where lists of a feed are in use that may no longer be the newest. */
export function isOverdue({ live, checkedAt, error }: FeedRecord, now: number): boolean {
  if (!live) return false;
  const expired = error === 'ERR_FEED_EXPIRED' || error === 'ERR_FEED_CLOCK_AHEAD';
  return expired || now - (checkedAt ?? 0) > OVERDUE_MS;
}

export interface ListsInUse {
  readonly version: string;
  /** ISO date of publication. */
  readonly published: string;
  /** Only the lists that came with the extension are in use. */
  readonly embedded: boolean;
  /** Lists of a feed are in use that may no longer be the newest. */
  readonly stale: boolean;
}

/** The newest of the lists in use: where the embedded ones answer alone, no feed counts. `now`: milliseconds since 1970. */
export function listsInUse(
  base: LiveLists,
  state: LookupState,
  feeds: readonly FeedRecord[],
  now: number,
): ListsInUse {
  const answering = state.kind === 'stored' ? feeds : [];
  // ISO dates sort as text.
  const { version, published } = answering
    .flatMap(({ live }) => live ?? [])
    .reduce<LiveLists>((best, live) => (live.published > best.published ? live : best), base);
  return {
    version,
    published,
    embedded: !answering.some(({ live }) => live !== undefined),
    stale: answering.some((feed) => isOverdue(feed, now)),
  };
}

/** The view of a feed. `now`: milliseconds since 1970; `asked`: what was chosen for it. */
export function viewFeed(feed: FeedRecord, now: number, asked = feed.scope): FeedView {
  const { id, address, origin, scope, live, checkedAt, error, errorPlace } = feed;
  const stale = error !== undefined || isOverdue(feed, now);
  return {
    ...{ id, address, origin, scope, asked, checkedAt, error, errorPlace },
    name: live?.name,
    contact: live?.contact,
    version: live?.version,
    entries: live && live.entries + (live.numbers?.count ?? 0),
    progress: feed.progress,
    state: !live ? 'waiting' : stale ? 'stale' : 'fresh',
    damaged: feed.damaged === true,
    clockBehind: feed.clockBehind === true,
    packRefused: live?.refusedPack !== undefined,
  };
}
