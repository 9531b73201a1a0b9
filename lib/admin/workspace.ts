/** A feed on the desk: what is published, the draft over it, the keys at hand. */
import { FeedError } from '../lists/feed/feed-error';
import { rootsOf } from '../lists/publish/proposal';
import { proposedTargets } from '../lists/publish/proposal-file';
import { reasonsIn, type EntryReasons } from './entry-edits';
import { draftOver, madeAfter, sameTargets, sharedBase } from './branch';
import { sameContent, type Document } from './merge/document';
import { openClashes, rebaseDraft, type MergeNote } from './merge/rebase';
import { filesTransport } from './open/files';
import { readFeed, type OpenFeed, type Progress } from './open/read-feed';
import { storedSigner, type HeldSigner } from './keys/stored-signer';
import { checkedHistory } from './publish/brought-back';
import { publishedDocument, type DocumentDrafts } from './publish/documents';
import type { HistoryEntry } from './publish/history';
import { finished, type Prepared } from './publish/prepare';
import { knownHolders, signedBy } from './publish/signed-by';
import type { Change } from './reported/change';
import { ReportedDraft, type Edit } from './reported/draft';
import type { AdminStore } from './store';
import type { ConsoleFeed, DocumentPart, DraftPart } from './store-schema';

export interface Workspace {
  readonly feed: ConsoleFeed;
  readonly open: OpenFeed;
  readonly reported: ReportedDraft;
  readonly drafts: DocumentDrafts;
  /** Why entries of these lists change. */
  readonly reasons: EntryReasons;
  /** What the draft took from somebody else's version, and what is left to choose. */
  readonly merge?: MergeNote | undefined;
  readonly signers: readonly HeldSigner[];
  /** What this console published or found at the feed, oldest first. */
  readonly history: readonly HistoryEntry[];
}

const PARTS: readonly DocumentPart[] = ['info', 'directory', 'phrasePack', 'sitePack'];
/** What the console keeps of a feed; undefined where that is damaged or none. */
async function loadKept(store: AdminStore, feed: ConsoleFeed | undefined): Promise<Workspace | undefined> {
  try {
    return feed && (await loadWorkspace(store, feed));
  } catch (error) {
    // Its files come anew from where the feed lies.
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

/**
 * Takes a verified feed into the console. One that is kept already keeps its editor, address and destination, and its
 * draft goes on over what is published by now: see `merge` of the workspace. Throws FeedError ERR_FEED_ROLLBACK where what
 * is kept is newer: that stays. What went out as .zip and is not in the live feed comes back into the draft. `base`: the
 * version that both go on from, where that is known.
 */
export async function keepFeed(
  store: AdminStore,
  open: OpenFeed,
  known: Pick<ConsoleFeed, 'editor' | 'address'>,
  base?: OpenFeed,
): Promise<ConsoleFeed> {
  const before = (await store.feeds()).find(({ id }) => id === open.fingerprint);
  const kept = await loadKept(store, before);
  // A copy of what went out as .zip is no proof that it is live.
  const isCopy = kept !== undefined && known.address === undefined && sameTargets(kept.open, open);
  const feed: ConsoleFeed = {
    ...before,
    id: open.fingerprint,
    name: open.info.name,
    version: open.info.version,
    expires: open.expires,
    editor: known.editor,
    address: known.address ?? before?.address,
    base: isCopy ? before?.base : undefined,
  };
  const changes = new Map<string, Change | undefined>();
  const documents: Partial<Record<DraftPart, unknown>> = {};
  let neverLive: readonly string[] = [];
  if (kept) {
    const shared = base ?? (await sharedBase(store, kept, open));
    const isLive = shared.info.version === kept.open.info.version;
    const mine = isLive ? kept : draftOver(shared, kept);
    if (!isLive) neverLive = madeAfter(shared, kept.history).map(({ version }) => version);
    const { reported, drafts, merge } = rebaseDraft(shared, open, mine);
    // Also those that were no change any more: over another version they might be one again.
    for (const number of [...(await store.changes(feed.id)).keys(), ...reported.changes.keys()])
      changes.set(number, reported.changes.get(number));
    for (const part of PARTS) {
      documents[part] = drafts[part];
      documents[`reasons/${part}`] = reasonsIn(mine.reasons, part);
    }
    documents.merge = merge;
  }
  await store.saveDraft(feed.id, changes, documents, { feed, files: open.files, neverLive });
  return feed;
}

/** A document of the draft that is live by now: a colleague published it, or took it out. */
function isPublished(open: OpenFeed, part: DocumentPart, value: unknown): boolean {
  if (part === 'info') return false;
  const live = publishedDocument(open.targets, part);
  if (value === null) return live === undefined;
  return live !== undefined && sameContent(live as Document, value as Document);
}

/** Loads a kept feed with its draft. Its files are verified again: a database is no better than a disk. Throws FeedError. */
export async function loadWorkspace(
  store: AdminStore,
  feed: ConsoleFeed,
  progress?: Progress,
): Promise<Workspace> {
  const open = await readFeed(filesTransport(await store.files(feed.id)), feed.id, progress);
  const [changes, keys, history, note, reasons, ...parts] = await Promise.all([
    store.changes(feed.id),
    store.keys(feed.id),
    store.history(feed.id),
    store.document(feed.id, 'merge'),
    Promise.all(PARTS.map((part) => store.document(feed.id, `reasons/${part}`))),
    ...PARTS.map((part) => store.document(feed.id, part)),
  ]);
  const written = PARTS.map((part, at) => [part, parts[at]] as const).filter(
    ([part, value]) => value !== undefined && !isPublished(open, part, value),
  );
  const reported = ReportedDraft.over(open.reported, changes);
  const merge = note as MergeNote | undefined;
  const isOver = openClashes(merge) === 0 && reported.changes.size === 0 && written.length === 0;
  return {
    feed,
    open,
    reported,
    drafts: Object.fromEntries(written),
    reasons: Object.assign({}, ...reasons) as EntryReasons,
    merge: isOver ? undefined : merge,
    signers: await Promise.all(keys.map(storedSigner)),
    history: history.sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

/** Writes an edit of the reported list down. */
export async function saveEdit(store: AdminStore, workspace: Workspace, edit: Edit): Promise<Workspace> {
  await store.saveChanges(workspace.feed.id, edit.written);
  return { ...workspace, reported: edit.draft };
}

/** Takes keys out of the console that the root does not name any more. */
export async function dropOldKeys(store: AdminStore, { feed, open }: Workspace): Promise<void> {
  const named = Object.values(open.root.keys).map(({ keyval }) => keyval.public);
  for (const key of await store.keys(feed.id)) if (!named.includes(key.public)) await store.removeKey(key);
}

/** What is remembered of a publication that has all its signatures, with those who signed it. */
async function historyOf(
  { feed, open, signers }: Workspace,
  { history, proposal }: Prepared,
): Promise<HistoryEntry | undefined> {
  const { targets } = proposal.metadata;
  if (!history || !targets) return undefined;
  const roots = [open.root, rootsOf(proposal).force];
  return { ...history, signedBy: await signedBy(targets, roots, knownHolders(feed, signers)) };
}

/**
 * What was published becomes what the console stands on; the draft that was published is empty. `isLive`: false for a
 * .zip, which somebody has yet to put up.
 */
export async function settle(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
  isLive = true,
): Promise<Workspace> {
  const { id } = workspace.feed;
  const { name, version } = prepared.info;
  const { files, expires } = await finished(prepared, workspace.open.expires);
  const base = isLive ? undefined : (workspace.feed.base ?? workspace.open.published.timestamp);
  const feed = { ...workspace.feed, name, version, expires, base };
  if (prepared.received) {
    const live = await readFeed(filesTransport(new Map([...workspace.open.files, ...files])), id);
    await keepFeed(store, live, feed, workspace.open);
  }
  // New dates alone leave the draft as it is; so does what a colleague drafted.
  const isDraft = prepared.history !== undefined && !prepared.received;
  const entry = await historyOf(workspace, prepared);
  const targets = proposedTargets(prepared.proposal, workspace.open.targets);
  const history = entry && (await checkedHistory(store, workspace, entry, targets));
  await store.savePublished(feed, files, history, isDraft);
  const settled = await loadWorkspace(store, feed);
  if (!prepared.proposal.nextRoot) return settled;
  await dropOldKeys(store, settled);
  return loadWorkspace(store, feed);
}
