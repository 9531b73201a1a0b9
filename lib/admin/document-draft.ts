/** Edits of the lists beside the reported one, each written down with its reasons. */
import { entryEdits, reasonsIn, withReason, type EntryReasons } from './entry-edits';
import { draftedDocument, type DocumentDrafts } from './publish/documents';
import type { Reason } from './reported/change';
import type { AdminStore } from './store';
import type { DocumentPart } from './store-schema';
import type { Workspace } from './workspace';

/** The draft of a list beside the reported one, and why its entries change. */
export interface DocumentDraft {
  /** undefined: as it is published; null: taken out of the feed. */
  readonly value: unknown;
  readonly reasons: EntryReasons;
}

/** The draft of one list as it stands. */
export function documentDraft({ drafts, reasons }: Workspace, part: DocumentPart): DocumentDraft {
  return { value: drafts[part], reasons: reasonsIn(reasons, part) };
}

/** Writes the draft of a list down as it is: a way back. Other lists keep their reasons. */
export async function putDocument(
  store: AdminStore,
  workspace: Workspace,
  part: DocumentPart,
  { value, reasons }: DocumentDraft,
): Promise<Workspace> {
  await store.saveDraft(workspace.feed.id, new Map(), { [part]: value, [`reasons/${part}`]: reasons });
  const others = Object.entries(workspace.drafts).filter(([name]) => name !== part);
  const drafts = Object.fromEntries(
    value === undefined ? others : [...others, [part, value]],
  ) as DocumentDrafts;
  const own = reasonsIn(workspace.reasons, part);
  const kept = Object.entries(workspace.reasons).filter(([id]) => !(id in own));
  return { ...workspace, drafts, reasons: { ...Object.fromEntries(kept), ...reasons } };
}

/** Writes an edit of a list beside the reported one down, with its reason; undefined takes the draft of it back. */
export async function saveDocument(
  store: AdminStore,
  workspace: Workspace,
  part: DocumentPart,
  value: unknown,
  reason: Reason,
): Promise<Workspace> {
  const { drafts, open } = workspace;
  const listOf = (some: DocumentDrafts): unknown =>
    part === 'info' ? (some.info ?? open.info) : draftedDocument(open.targets, some, part);
  const edits = entryEdits(part, listOf(drafts), listOf({ [part]: value }));
  const reasons = withReason(reasonsIn(workspace.reasons, part), edits, reason);
  return putDocument(store, workspace, part, { value, reasons });
}
