/** The feed where browsers read it. */
import { sharedBase } from '../../../lib/admin/branch';
import { readFeed } from '../../../lib/admin/open/read-feed';
import type { Place } from '../../../lib/admin/publish/destination';
import { isWholeAt } from '../../../lib/admin/publish/read-back';
import type { AdminStore } from '../../../lib/admin/store';
import { keepFeed, loadWorkspace, type Workspace } from '../../../lib/admin/workspace';
import { FeedError } from '../../../lib/lists/feed/feed-error';
import { ROLES, type Role } from '../../../lib/lists/feed/metadata';
import { createTransport, feedAddress, type Transport } from '../../../lib/lists/feed/transport';

/** Reads the feed at its address. Throws FeedError where that is none. */
export function liveTransport(address: string): Transport {
  return createTransport({ address: feedAddress(address), fetch: fetch.bind(globalThis) });
}

/** What was found at the address of a feed after a publication. */
export interface Proof {
  /** undefined where no address is known. */
  readonly at: string | undefined;
  /** Read where it was written: nobody knows yet where browsers read it. */
  readonly placeOnly?: boolean | undefined;
  /** Why it is not proven: the version is not there yet, or nobody could look. */
  readonly open?: 'waiting' | 'unseen' | undefined;
  /** What has run out: until it is signed anew, browsers take nothing. */
  readonly over?: Role | undefined;
}

export interface Look {
  readonly workspace: Workspace;
  /** Absent where another version is live than the one that was published: it was taken in, and the draft merged. */
  readonly proof?: Proof | undefined;
}

/** Where a publication was written: `at` names the place to people. */
export interface Written {
  readonly place: Place;
  readonly at: string;
}

/**
 * Reads the feed anew, at its address, or else where it was written: whether what was published is what browsers read, and whether its dates let them take
 * it.
 */
export async function lookAtLive(
  store: AdminStore,
  workspace: Workspace,
  now: number,
  written?: Written,
): Promise<Look> {
  const { feed, open } = workspace;
  if (feed.address === undefined) {
    const isThere = written && (await isWholeAt(written.place, feed.id, open.published.timestamp));
    return { workspace, proof: isThere ? { at: written.at, placeOnly: true } : { at: undefined } };
  }
  const at = feedAddress(feed.address);
  const live = await readFeed(liveTransport(feed.address), feed.id).catch((error: unknown) => {
    if (error instanceof FeedError) return error;
    throw error;
  });
  if (live instanceof FeedError) {
    const isEmpty = live.code === 'ERR_FEED_MISSING';
    return { workspace, proof: { at, open: isEmpty ? 'waiting' : 'unseen' } };
  }
  try {
    const isOurs = (await sharedBase(store, workspace, live)) === open;
    const kept = await loadWorkspace(store, await keepFeed(store, live, feed));
    const over = ROLES.find((role) => Date.parse(live.expires[role]) <= now);
    return { workspace: kept, proof: isOurs ? { at, over } : undefined };
  } catch (error) {
    if (!(error instanceof FeedError) || error.code !== 'ERR_FEED_ROLLBACK') throw error;
    return { workspace, proof: { at, open: 'waiting' } };
  }
}
