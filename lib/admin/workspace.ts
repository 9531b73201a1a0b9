/** A feed on the desk: what is published, the draft over it, the keys at hand. */
import { textOf } from '../lists/feed/bytes';
import { DOCUMENT_TARGETS } from '../lists/publish/content';
import { filesTransport } from './open/files';
import { readFeed, type OpenFeed, type Progress } from './open/read-feed';
import { storedSigner, type HeldSigner } from './keys/stored-signer';
import type { HistoryEntry } from './publish/history';
import { finished, type DocumentDrafts, type Prepared } from './publish/prepare';
import { ReportedDraft, type Edit } from './reported/draft';
import type { AdminStore, ConsoleFeed, DocumentPart } from './store';

export interface Workspace {
  readonly feed: ConsoleFeed;
  readonly open: OpenFeed;
  readonly reported: ReportedDraft;
  readonly drafts: DocumentDrafts;
  readonly signers: readonly HeldSigner[];
  /** What this console published, oldest first. */
  readonly history: readonly HistoryEntry[];
}

const PARTS: readonly DocumentPart[] = ['info', 'directory', 'phrasePack', 'sitePack'];

/** Takes a verified feed into the console. One that is kept already keeps its editor, address and destination. */
export async function keepFeed(
  store: AdminStore,
  open: OpenFeed,
  known: Pick<ConsoleFeed, 'editor' | 'address'>,
): Promise<ConsoleFeed> {
  const before = (await store.feeds()).find(({ id }) => id === open.fingerprint);
  const feed: ConsoleFeed = {
    ...before,
    id: open.fingerprint,
    name: open.info.name,
    version: open.info.version,
    expires: open.expires,
    editor: known.editor,
    address: known.address ?? before?.address,
  };
  await store.saveFeed(feed);
  await store.saveFiles(feed.id, open.files);
  return feed;
}

/** A document of the draft that is live by now: a colleague published it. */
function isPublished(open: OpenFeed, part: DocumentPart, value: unknown): boolean {
  const bytes = part === 'info' ? undefined : open.targets.get(DOCUMENT_TARGETS[part]);
  return bytes !== undefined && JSON.stringify(JSON.parse(textOf(bytes))) === JSON.stringify(value);
}

/** Loads a kept feed with its draft. Its files are verified again: a database is no better than a disk. Throws FeedError. */
export async function loadWorkspace(
  store: AdminStore,
  feed: ConsoleFeed,
  progress?: Progress,
): Promise<Workspace> {
  const open = await readFeed(filesTransport(await store.files(feed.id)), feed.id, progress);
  const [changes, keys, history, ...parts] = await Promise.all([
    store.changes(feed.id),
    store.keys(feed.id),
    store.history(feed.id),
    ...PARTS.map((part) => store.document(feed.id, part)),
  ]);
  const written = PARTS.map((part, at) => [part, parts[at]] as const).filter(
    ([part, value]) => value !== undefined && !isPublished(open, part, value),
  );
  return {
    feed,
    open,
    reported: ReportedDraft.over(open.reported, changes),
    drafts: Object.fromEntries(written),
    signers: await Promise.all(keys.map(storedSigner)),
    history: history.sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

/** Writes an edit of the reported list down. */
export async function saveEdit(store: AdminStore, workspace: Workspace, edit: Edit): Promise<Workspace> {
  await store.saveChanges(workspace.feed.id, edit.written);
  return { ...workspace, reported: edit.draft };
}

/** Writes the draft of one of the other lists down; undefined takes it back. */
export async function saveDocument(
  store: AdminStore,
  workspace: Workspace,
  part: DocumentPart,
  value: unknown,
): Promise<Workspace> {
  await store.saveDocument(workspace.feed.id, part, value);
  const others = Object.entries(workspace.drafts).filter(([name]) => name !== part);
  const drafts = Object.fromEntries(
    value === undefined ? others : [...others, [part, value]],
  ) as DocumentDrafts;
  return { ...workspace, drafts };
}

/** What was published becomes what the console stands on; the draft is empty. */
export async function settle(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
): Promise<Workspace> {
  const { id } = workspace.feed;
  const { name, version } = prepared.info;
  const { files, expires } = await finished(prepared, workspace.open.expires);
  const feed = { ...workspace.feed, name, version, expires };
  // New dates alone leave the draft as it is.
  await store.savePublished(feed, files, prepared.history, prepared.history !== undefined);
  return loadWorkspace(store, { ...feed, id });
}
