/** A version that went out as .zip may never have come to the server: then the feed goes on elsewhere without it. */
import { FeedError } from '../lists/feed/feed-error';
import { readMetadata } from '../lists/feed/metadata';
import { diffReported } from '../lists/publish/diff';
import { compareVersions } from '../lists/versions';
import { placeId, type EntryReasons } from './entry-edits';
import { sameContent, type Document } from './merge/document';
import type { Draft } from './merge/rebase';
import { sameJson } from './merge/three-way';
import { filesTransport } from './open/files';
import { readFeed, requireGoesOn, type OpenFeed } from './open/read-feed';
import { reportedIndexIn } from './publish/brought-back';
import { documentToPublish, DOCUMENTS, publishedDocument } from './publish/documents';
import { pathsByName, type HistoryEntry } from './publish/history';
import { TIMESTAMP } from './publish/put-feed';
import type { Change, Reason } from './reported/change';
import { ReportedDraft } from './reported/draft';
import type { AdminStore } from './store';
import type { ConsoleFeed } from './store-schema';
import type { Workspace } from './workspace';

/** True where both have the same content, whatever dates and keys it is signed with. */
export function sameTargets(a: OpenFeed, b: OpenFeed): boolean {
  return sameJson(pathsByName(a.published.targets), pathsByName(b.published.targets));
}

/** True where the live feed does not go on from what is kept, as far as can be told: in doubt both are merged. */
function isBranch(base: OpenFeed, kept: OpenFeed, live: OpenFeed): boolean {
  if (sameTargets(live, kept) || sameTargets(live, base)) return false;
  const versionOf = ({ published }: OpenFeed) => readMetadata('targets', published.targets).signed.version;
  if (versionOf(live) <= versionOf(kept)) return true;
  const { state } = reportedIndexIn(kept.targets);
  const { deltas } = reportedIndexIn(live.targets);
  return reportedIndexIn(base.targets).state === state || !deltas.some(({ from }) => from === state);
}

/** The version that was live before what went out as .zip; undefined where there is none or it cannot be read any more. */
async function liveBefore(store: AdminStore, { id, base }: ConsoleFeed): Promise<OpenFeed | undefined> {
  if (!base) return undefined;
  const files = await store.files(id);
  try {
    return await readFeed(filesTransport(files.set(TIMESTAMP, base)), id);
  } catch (error) {
    // Its keys may be void under the root that came with the .zip.
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

/**
 * The version that the live feed and what is kept go on from: what is kept itself, or the one before it that was live, where
 * the live feed goes on without what went out as .zip. Throws FeedError ERR_FEED_ROLLBACK where the live feed is older.
 */
export async function sharedBase(
  store: AdminStore,
  { feed, open }: Pick<Workspace, 'feed' | 'open'>,
  live: OpenFeed,
): Promise<OpenFeed> {
  const base = await liveBefore(store, feed);
  const shared = base && isBranch(base, open, live) ? base : open;
  await requireGoesOn(shared, live);
  return shared;
}

/** Versions of this console that came after one. */
export function madeAfter(base: OpenFeed, history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.filter(
    ({ version, elsewhere }) => !elsewhere && compareVersions(version, base.info.version) > 0,
  );
}

/** What is kept, published and drafted, as a draft over the version before it, with the reasons that were given. */
export function draftOver(base: OpenFeed, kept: Workspace): Draft & { readonly reasons: EntryReasons } {
  const { open, reported, drafts, history, feed } = kept;
  const made = madeAfter(base, history);
  const said = new Map<string, Reason>();
  const entries: Record<string, Reason> = {};
  for (const { reasons, entries: more = [] } of made) {
    for (const { number, who, at, why, source } of reasons) said.set(number, { who, at, why, source });
    for (const entry of more) if (entry.reason) entries[placeId(entry)] = entry.reason;
  }
  const state = reported.state();
  const { added, removed, changed } = diffReported(base.reported, state);
  const unsaid = { who: feed.editor, at: made.at(-1)?.at ?? '', why: '', source: '' };
  const changes = new Map<string, Change>();
  for (const number of [...added, ...removed, ...changed]) {
    const reason = reported.changes.get(number)?.reason ?? said.get(number) ?? unsaid;
    changes.set(number, { number, lines: state.get(number) ?? [], reason });
  }
  const info = drafts.info ?? open.info;
  const documents = DOCUMENTS.map((list) => {
    const [was, is] = [publishedDocument(base.targets, list), documentToPublish(open.targets, drafts, list)];
    const same = was && is ? sameContent(was as Document, is as Document) : was === is;
    return [list, same ? undefined : (is ?? null)] as const;
  });
  return {
    reported: new ReportedDraft(base.reported, changes),
    drafts: { info: sameContent(info, base.info) ? undefined : info, ...Object.fromEntries(documents) },
    merge: kept.merge,
    reasons: { ...entries, ...kept.reasons },
  };
}
