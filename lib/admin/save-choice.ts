/** Sides that are chosen of what two people changed, written down. */
import { parseDirectory } from '../lists/schema-directory';
import { parseSitePack } from '../lists/schema-site-pack';
import { entryEdits, reasonFor, reasonsIn, withReason, type EntryEdit } from './entry-edits';
import { clashId, type Side } from './merge/lists';
import { chooseSide, type DraftClash } from './merge/rebase';
import { sameJson } from './merge/three-way';
import { draftedDocument, documentToEdit } from './publish/documents';
import type { Reason } from './reported/change';
import type { AdminStore } from './store';
import type { DocumentPart } from './store-schema';
import type { Workspace } from './workspace';

/** Entries of a drafted list that differ from what is published, and nobody wrote down why. */
function withoutReason({ open, drafts, reasons }: Workspace, list: DocumentPart): EntryEdit[] {
  if (drafts[list] === undefined) return [];
  const [published, drafted] =
    list === 'info'
      ? [open.info, drafts.info]
      : [documentToEdit(open.targets, list), draftedDocument(open.targets, drafts, list)];
  return entryEdits(list, published, drafted).filter((edit) => !reasonFor(reasons, edit));
}

/**
 * Why a whole list of one's own stands, as far as it is known: one that is taken out goes for one reason alone. Another one
 * may be kept for other reasons than its last edits were made.
 */
export function reasonForList(
  { drafts, reasons }: Workspace,
  clash: DraftClash,
): Pick<Reason, 'why' | 'source'> {
  const nothing = { why: '', source: '' };
  if (clash.list === 'reported' || drafts[clash.list] !== null) return nothing;
  const [first = nothing, ...more] = Object.values(reasonsIn(reasons, clash.list));
  const { why, source } = first;
  return more.every((one) => one.why === why && one.source === source) ? { why, source } : nothing;
}

/** The workspace with a reason for all that goes with a whole list of one's own, over theirs, without one. */
function explained(workspace: Workspace, clash: DraftClash, list: DocumentPart, reason?: Reason): Workspace {
  const bare = withoutReason(workspace, list);
  if (bare.length === 0) return workspace;
  if (!reason) throw new RangeError('Why the whole list is kept is not said.');
  const reasons = withReason(workspace.reasons, bare, reason);
  const clashes = workspace.merge?.clashes.map((one) =>
    clashId(one) === clashId(clash) ? { ...one, kept: reason } : one,
  );
  return { ...workspace, reasons, merge: workspace.merge && { ...workspace.merge, clashes: clashes ?? [] } };
}

/** The workspace without the reasons that keeping a whole list gave: whoever keeps it once more says why anew. */
function unexplained(workspace: Workspace, { kept }: DraftClash): Workspace {
  if (!kept) return workspace;
  const others = Object.entries(workspace.reasons).filter(([, reason]) => !sameJson(reason, kept));
  return { ...workspace, reasons: Object.fromEntries(others) };
}

/**
 * Chooses one side of a clash. `reason`: why a whole list of one's own goes over theirs; entries that were edited keep the
 * reasons of their edits. Throws ListError where the list does not hold together with it, RangeError where that reason is
 * missing.
 */
export async function saveChoice(
  store: AdminStore,
  workspace: Workspace,
  clash: DraftClash,
  side: Side,
  reason?: Reason,
): Promise<Workspace> {
  let next: Workspace = { ...workspace, ...chooseSide(workspace, clash, side, workspace.open) };
  const { directory, sitePack } = next.drafts;
  if (directory !== undefined && directory !== null) parseDirectory(directory);
  if (sitePack !== undefined && sitePack !== null) parseSitePack(sitePack);
  const { id } = workspace.feed;
  if (clash.list === 'reported') {
    const changes = new Map([[clash.number, next.reported.changes.get(clash.number)]]);
    await store.saveDraft(id, changes, { merge: next.merge });
    return next;
  }
  if (clash.part === undefined)
    next = side === 'mine' ? explained(next, clash, clash.list, reason) : unexplained(next, clash);
  await store.saveDraft(id, new Map(), {
    [clash.list]: next.drafts[clash.list],
    [`reasons/${clash.list}`]: reasonsIn(next.reasons, clash.list),
    merge: next.merge,
  });
  return next;
}
