/** A publication that waits for signatures here while the feed goes on elsewhere. */
import { sameBytes, sha256 } from '../../lists/feed/bytes';
import { MAX_METADATA } from '../../lists/feed/limits';
import type { Transport } from '../../lists/feed/transport';
import { readFeed } from '../open/read-feed';
import type { AdminStore } from '../store';
import { keepFeed, loadWorkspace, type Workspace } from '../workspace';
import { pathsByName } from './history';
import type { Prepared } from './prepare';
import { TIMESTAMP } from './put-feed';

/** `published`: a colleague signed and published this one; `other`: something else was published in its place. */
export type Outcome = 'published' | 'other';

export interface CaughtUp {
  readonly outcome: Outcome;
  readonly workspace: Workspace;
}

/**
 * Looks whether what waits here still stands on what is live. Where it does not, the console takes the live feed in and
 * drops what waited; of the draft stays what is not published. undefined where nothing has changed. Throws FeedError.
 */
export async function catchUp(
  store: AdminStore,
  workspace: Workspace,
  { proposal, history }: Prepared,
  transport: Transport,
): Promise<CaughtUp | undefined> {
  const { feed, open } = workspace;
  const timestamp = await transport.get(TIMESTAMP, MAX_METADATA.timestamp);
  if (!timestamp || sameBytes(timestamp, open.published.timestamp)) return undefined;
  const live = await readFeed(transport, feed.id);
  if ((await sha256(live.published.targets)) === proposal.base) return undefined;
  const paths = Object.entries(pathsByName(live.published.targets));
  if (history && paths.every(([name, path]) => history.targets[name] === path)) {
    const { version, name } = live.info;
    const kept = { ...feed, version, name, expires: live.expires };
    // What was edited since it was signed stays: the rest of the draft is no change any more.
    await store.savePublished(kept, live.files, history, false);
    return { outcome: 'published', workspace: await loadWorkspace(store, kept) };
  }
  const kept = await keepFeed(store, live, feed);
  await store.savePending(feed.id, undefined);
  return { outcome: 'other', workspace: await loadWorkspace(store, kept) };
}
