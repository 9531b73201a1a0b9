/** The way back: the content of an old version becomes the draft, to be published as a new one. */
import { entryEdits, withReason } from '../entry-edits';
import { sameContent } from '../merge/document';
import type { Reason } from '../reported/change';
import type { AdminStore } from '../store';
import type { DraftPart } from '../store-schema';
import { loadWorkspace, type Workspace } from '../workspace';
import { targetsOfVersion } from './brought-back';
import { DOCUMENTS, documentToEdit, EMBEDDED, publishedDocument } from './documents';
import { rollBackReason, type HistoryEntry } from './history';
import { backNotes, versionBack, type BackNotes } from './version-back';

/** What a person must know before a roll-back. */
export interface RollBackNotes extends BackNotes {
  /** Changes of the draft that it overwrites. */
  readonly lost: number;
}

/** What to say before `entry` is brought back. Throws RangeError where its files are no longer kept. */
export async function rollBackNotes(
  store: AdminStore,
  { feed, open, reported, drafts }: Workspace,
  entry: HistoryEntry,
): Promise<RollBackNotes> {
  const then = await targetsOfVersion(store, feed.id, entry);
  const lost = reported.changes.size + Object.keys(drafts).length;
  return { lost, ...backNotes(open, then) };
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
  const { reported: then, info, drafts } = await versionBack(open, targets);
  const reason: Reason = { who: feed.editor, at, why: rollBackReason(entry.version), source: '' };
  const numbers = new Set([...then.keys(), ...open.reported.keys(), ...reported.changes.keys()]);
  const lines = new Map(Array.from(numbers, (number) => [number, then.get(number) ?? []] as const));
  // What was left to choose of a merge was left in the draft that goes.
  const documents: Partial<Record<DraftPart, unknown>> = { merge: undefined };
  documents.info = sameContent(info, open.info) ? undefined : info;
  documents['reasons/info'] = withReason({}, entryEdits('info', open.info, info), reason);
  for (const list of DOCUMENTS) {
    documents[list] = drafts[list];
    const [old, now] = [
      publishedDocument(targets, list) ?? EMBEDDED[list],
      documentToEdit(open.targets, list),
    ];
    documents[`reasons/${list}`] = withReason({}, entryEdits(list, now, old), reason);
  }
  await store.saveDraft(feed.id, reported.set(lines, reason).written, documents);
  return loadWorkspace(store, feed);
}
