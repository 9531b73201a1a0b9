/** A publication that waits for signatures here while the feed goes on elsewhere. */
import { sameBytes, sha256 } from '../../lists/feed/bytes';
import { MAX_METADATA } from '../../lists/feed/limits';
import { readMetadata } from '../../lists/feed/metadata';
import type { Transport } from '../../lists/feed/transport';
import { rebased } from '../../lists/publish/proposal-file';
import { signProposal } from '../../lists/publish/signing';
import { sameJson } from '../merge/three-way';
import { readFeed } from '../open/read-feed';
import { sharedBase } from '../branch';
import type { AdminStore } from '../store';
import { dropOldKeys, keepFeed, loadWorkspace, type Workspace } from '../workspace';
import { checkedHistory } from './brought-back';
import { pathsByName } from './history';
import type { Prepared } from './prepare';
import { TIMESTAMP } from './put-feed';
import { knownHolders, signedBy } from './signed-by';

/**
 * `published`: a colleague signed and published this one, content or keys; `other`: something else was published in its place; `dates`:
 * only new dates were signed elsewhere; `keys`: the same content under other keys.
 */
export type Outcome = 'published' | 'other' | 'dates' | 'keys';

export interface CaughtUp {
  readonly outcome: Outcome;
  readonly workspace: Workspace;
  /** What goes on waiting, over the new dates. */
  readonly pending?: Prepared | undefined;
}

/**
 * Looks whether what waits here still stands on what is live. Where it does not, the console takes the live feed in,
 * merges the draft into it and drops what waited. undefined where nothing has changed. Throws FeedError,
 * ERR_FEED_ROLLBACK where an older feed is there.
 */
export async function catchUp(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
  transport: Transport,
  now: number,
): Promise<CaughtUp | undefined> {
  const { feed, open, signers } = workspace;
  const { proposal, history } = prepared;
  const { nextRoot } = proposal;
  const timestamp = await transport.get(TIMESTAMP, MAX_METADATA.timestamp);
  if (!timestamp || sameBytes(timestamp, open.published.timestamp)) return undefined;
  const live = await readFeed(transport, feed.id);
  // An old copy is nobody's publication: what waits here goes on waiting.
  await sharedBase(store, workspace, live);
  const sameRoot = proposal.root !== undefined && sameBytes(proposal.root, live.published.root);
  if (sameRoot && (await sha256(live.published.targets)) === proposal.base) {
    const signing = await signProposal(rebased(proposal, live.published), signers, now);
    const pending = { ...prepared, proposal: signing.proposal, missing: signing.missing };
    const kept = await keepFeed(store, live, feed);
    await store.savePending(feed.id, pending);
    return { outcome: 'dates', workspace: await loadWorkspace(store, kept), pending };
  }
  const paths = pathsByName(live.published.targets);
  if (history && sameJson(paths, history.targets)) {
    const { version, name } = live.info;
    const kept = { ...feed, version, name, expires: live.expires, base: undefined };
    // A draft of one's own, under what a colleague drafted, goes on over it.
    if (prepared.received) await keepFeed(store, live, feed, open);
    // What was edited since it was signed stays: the rest of the draft is no change any more.
    const holders = knownHolders(feed, signers);
    const who = await signedBy(live.published.targets, [open.root, live.root], holders);
    const checked = await checkedHistory(store, workspace, { ...history, signedBy: who }, live.targets);
    await store.savePublished(kept, live.files, checked, false);
    if (nextRoot) await dropOldKeys(store, await loadWorkspace(store, kept));
    return { outcome: 'published', workspace: await loadWorkspace(store, kept) };
  }
  const kept = await keepFeed(store, live, feed);
  await store.savePending(feed.id, undefined);
  if (nextRoot && sameJson(readMetadata('root', nextRoot).signed, live.root)) {
    await dropOldKeys(store, await loadWorkspace(store, kept));
    return { outcome: 'published', workspace: await loadWorkspace(store, kept) };
  }
  const sameContent = sameJson(paths, pathsByName(open.published.targets));
  const onlyDates = !history && !nextRoot;
  const outcome = !sameContent ? 'other' : !sameRoot ? 'keys' : onlyDates ? 'published' : 'other';
  return { outcome, workspace: await loadWorkspace(store, kept) };
}
