/** The way back: the content of an old version becomes the draft, to be published as a new one. */
import { textOf } from '../../lists/feed/bytes';
import { DOCUMENT_TARGETS, publishedState } from '../../lists/publish/content';
import type { Files } from '../../lists/publish/proposal';
import { entryEdits, withReason } from '../entry-edits';
import { sameContent } from '../merge/document';
import { sameJson } from '../merge/three-way';
import type { OpenFeed } from '../open/read-feed';
import type { Reason } from '../reported/change';
import type { AdminStore, DraftPart } from '../store';
import { loadWorkspace, type Workspace } from '../workspace';
import { reportedIndexIn, targetsOfVersion } from './brought-back';
import { DOCUMENTS, documentToEdit, EMBEDDED, publishedDocument, type DocumentName } from './documents';
import { rollBackReason, type HistoryEntry } from './history';
import { infoIn } from './info';

/** What a person must know before a roll-back. */
export interface RollBackNotes {
  /** Changes of the draft that it overwrites. */
  readonly lost: number;
  /** The compact set of that version was another one; a roll-back leaves it as it is. */
  readonly compactStays: boolean;
  /** Lists that the version did not have, and the feed has now. */
  readonly takenOut: readonly DocumentName[];
}

/** What to say before `entry` is brought back. Throws RangeError where its files are no longer kept. */
export async function rollBackNotes(
  store: AdminStore,
  { feed, open, reported, drafts }: Workspace,
  entry: HistoryEntry,
): Promise<RollBackNotes> {
  const then = await targetsOfVersion(store, feed.id, entry);
  const isGone = (name: string) => open.targets.has(name) && !then.has(name);
  return {
    lost: reported.changes.size + Object.keys(drafts).length,
    compactStays: !sameJson(reportedIndexIn(open.targets).numbers, reportedIndexIn(then).numbers),
    takenOut: DOCUMENTS.filter((list) => isGone(DOCUMENT_TARGETS[list])),
  };
}

/** The draft of a list that brings it back: undefined where it is as it was, null where it was not there. */
function documentBack(open: OpenFeed, then: Files, list: DocumentName): unknown {
  const name = DOCUMENT_TARGETS[list];
  const [old, now] = [then.get(name), open.targets.get(name)];
  if (!old) return now ? null : undefined;
  return now && textOf(old) === textOf(now) ? undefined : publishedDocument(then, list);
}

/**
 * Makes the draft what `entry` published, but for the compact set; the draft before it is gone, all or nothing. Throws
 * RangeError where its files are no longer kept. `at`: ISO 8601.
 */
export async function rollBack(
  store: AdminStore,
  workspace: Workspace,
  entry: HistoryEntry,
  at: string,
): Promise<Workspace> {
  const { feed, open, reported } = workspace;
  const targets = await targetsOfVersion(store, feed.id, entry);
  const then = await publishedState(targets);
  const reason: Reason = { who: feed.editor, at, why: rollBackReason(entry.version), source: '' };
  const numbers = new Set([...then.keys(), ...open.reported.keys(), ...reported.changes.keys()]);
  const lines = new Map(Array.from(numbers, (number) => [number, then.get(number) ?? []] as const));
  // What was left to choose of a merge was left in the draft that goes.
  const documents: Partial<Record<DraftPart, unknown>> = { merge: undefined };
  const { version, published } = open.info;
  const info = { ...infoIn(targets), version, published };
  documents.info = sameContent(info, open.info) ? undefined : info;
  documents['reasons/info'] = withReason({}, entryEdits('info', open.info, info), reason);
  for (const list of DOCUMENTS) {
    documents[list] = documentBack(open, targets, list);
    const [old, now] = [
      publishedDocument(targets, list) ?? EMBEDDED[list],
      documentToEdit(open.targets, list),
    ];
    documents[`reasons/${list}`] = withReason({}, entryEdits(list, now, old), reason);
  }
  await store.saveDraft(feed.id, reported.set(lines, reason).written, documents);
  return loadWorkspace(store, feed);
}
