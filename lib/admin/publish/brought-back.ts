/** What a version of the past held, and whether a new one says the same. */
import type { Bytes } from '../../lists/feed/bytes';
import { readReportedIndex, type ReportedIndex } from '../../lists/feed/content-schema';
import type { Files } from '../../lists/publish/proposal';
import { sameContent, type Document } from '../merge/document';
import type { AdminStore } from '../store';
import type { Workspace } from '../workspace';
import { DOCUMENTS, publishedDocument, type DocumentName } from './documents';
import type { HistoryEntry } from './history';
import { infoIn } from './info';

/** The targets of a version by name. Throws RangeError where its files are no longer kept. */
export async function targetsOfVersion(store: AdminStore, feed: string, entry: HistoryEntry): Promise<Files> {
  const files = new Map<string, Bytes>();
  for (const [name, path] of Object.entries(entry.targets)) {
    const bytes = await store.file(feed, path);
    if (!bytes) throw new RangeError(`${path} is no longer kept.`);
    files.set(name, bytes);
  }
  return files;
}

/** The index of the reported list in targets. Throws FeedError. */
export function reportedIndexIn(targets: Files): ReportedIndex {
  return readReportedIndex(targets.get('reported.json') ?? new Uint8Array());
}

/** True where targets say what those of another version said: only the version and its day may differ. */
function sameVersion(a: Files, b: Files): boolean {
  const sameList = (list: DocumentName) => {
    const [one, other] = [publishedDocument(a, list), publishedDocument(b, list)];
    return one && other ? sameContent(one as Document, other as Document) : one === other;
  };
  return (
    sameContent(infoIn(a), infoIn(b)) &&
    reportedIndexIn(a).state === reportedIndexIn(b).state &&
    DOCUMENTS.every(sameList)
  );
}

/**
 * The history of a version that is published now: it brought an old one back only where it says the same as that. What a
 * colleague published meanwhile is merged into a roll-back, and a file from another console may say anything.
 */
export async function checkedHistory(
  store: AdminStore,
  { feed, history }: Pick<Workspace, 'feed' | 'history'>,
  entry: HistoryEntry,
  published: Files,
): Promise<HistoryEntry> {
  const old = history.find(({ version }) => version === entry.rollBackTo);
  const same =
    old !== undefined &&
    (await targetsOfVersion(store, feed.id, old).then(
      (targets) => sameVersion(targets, published),
      (error: unknown) => {
        if (error instanceof RangeError) return false;
        throw error;
      },
    ));
  return same ? entry : { ...entry, rollBackTo: undefined };
}
