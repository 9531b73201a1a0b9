/** The way back: the content of an old version becomes the draft, to be published as a new one. */
import { textOf, type Bytes } from '../../lists/feed/bytes';
import { DOCUMENT_TARGETS, publishedState } from '../../lists/publish/content';
import type { Reason } from '../reported/change';
import type { AdminStore, DocumentPart } from '../store';
import { saveDocument } from '../document-draft';
import { saveEdit, type Workspace } from '../workspace';
import { rollBackReason, type HistoryEntry } from './history';

/** Makes the draft what `entry` published. Throws RangeError where its files are no longer kept. `at`: ISO 8601. */
export async function rollBack(
  store: AdminStore,
  workspace: Workspace,
  entry: HistoryEntry,
  at: string,
): Promise<Workspace> {
  const files = new Map<string, Bytes>();
  for (const [name, path] of Object.entries(entry.targets)) {
    const bytes = await store.file(workspace.feed.id, path);
    if (!bytes) throw new RangeError(`${path} is no longer kept.`);
    files.set(name, bytes);
  }
  const then = await publishedState(files);
  const reason: Reason = { who: workspace.feed.editor, at, why: rollBackReason(entry.version), source: '' };
  const lines = new Map<string, readonly string[]>();
  for (const number of new Set([
    ...then.keys(),
    ...workspace.open.reported.keys(),
    ...workspace.reported.changes.keys(),
  ])) {
    lines.set(number, then.get(number) ?? []);
  }
  let next = await saveEdit(store, workspace, workspace.reported.set(lines, reason));
  for (const [part, name] of Object.entries(DOCUMENT_TARGETS)) {
    const [old, now] = [files.get(name), workspace.open.targets.get(name)];
    const same = old && now ? textOf(old) === textOf(now) : old === now;
    const value: unknown = same || !old ? undefined : JSON.parse(textOf(old));
    next = await saveDocument(store, next, part as DocumentPart, value, reason);
  }
  return next;
}
