/** The feed where browsers read it. */
import { sharedBase } from '../../../lib/admin/branch';
import { readFeed, type OpenFeed } from '../../../lib/admin/open/read-feed';
import type { Place } from '../../../lib/admin/publish/destination';
import { readBack } from '../../../lib/admin/publish/read-back';
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
  /** Looked at where it was written: nobody knows yet where browsers read it. */
  readonly written?: Written | undefined;
  /** Why it is not proven: the version is not there yet, something else is there, or nobody could look. */
  readonly open?: 'waiting' | 'other' | 'unseen' | undefined;
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

/** Faults by which nothing was read: all others are of what was. */
const UNSEEN: ReadonlySet<string> = new Set(['ERR_FEED_NETWORK', 'ERR_FEED_TIMEOUT', 'ERR_FEED_SERVER']);

function overBy(now: number, expires: OpenFeed['expires']): Role | undefined {
  return ROLES.find((role) => Date.parse(expires[role]) <= now);
}

async function lookAtPlace(written: Written, { feed, open }: Workspace, now: number): Promise<Proof> {
  const { at, place } = written;
  const found = await readBack(place, feed.id, open.published.timestamp);
  return found.kind === 'whole'
    ? { at, written, over: overBy(now, found.expires) }
    : { at, written, open: found.kind };
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
  if (feed.address === undefined)
    return { workspace, proof: written ? await lookAtPlace(written, workspace, now) : { at: undefined } };
  const at = feedAddress(feed.address);
  const live = await readFeed(liveTransport(feed.address), feed.id).catch((error: unknown) => {
    if (error instanceof FeedError) return error;
    throw error;
  });
  if (live instanceof FeedError) {
    const isEmpty = live.code === 'ERR_FEED_MISSING';
    return {
      workspace,
      proof: { at, open: isEmpty ? 'waiting' : UNSEEN.has(live.code) ? 'unseen' : 'other' },
    };
  }
  try {
    const isOurs = (await sharedBase(store, workspace, live)) === open;
    const kept = await loadWorkspace(store, await keepFeed(store, live, feed));
    return { workspace: kept, proof: isOurs ? { at, over: overBy(now, live.expires) } : undefined };
  } catch (error) {
    if (!(error instanceof FeedError) || error.code !== 'ERR_FEED_ROLLBACK') throw error;
    return { workspace, proof: { at, open: 'waiting' } };
  }
}
