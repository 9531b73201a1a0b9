/** What a draft changes, one by one, and why. Pure. */
import { entryEdits, reasonFor, type EntryEdit, type EntryReasons } from '../entry-edits';
import type { OpenFeed } from '../open/read-feed';
import type { Change, Reason } from '../reported/change';
import type { ReportedDraft } from '../reported/draft';
import { DOCUMENTS, documentToEdit, draftedDocument, type DocumentDrafts } from './documents';

/** A number that changes, and why. */
export interface NumberReason extends Reason {
  readonly number: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** A number that changes; who, when and why are absent where nobody wrote them down. */
export type NumberEdit = Pick<NumberReason, 'number' | 'kind'> & Partial<Reason>;

/** An entry of another list that changes. Its reason is absent where nobody wrote one down. */
export interface EntryReason extends EntryEdit {
  readonly reason?: Reason | undefined;
}

/** Why many numbers change at once, where they are too many to be named, or are of the compact set. */
export interface BulkReason extends Reason {
  readonly many: number;
  readonly compact: boolean;
}

/** What a version changes, one by one. */
export interface VersionEdits {
  readonly numbers: readonly NumberEdit[];
  readonly entries: readonly EntryReason[];
  /** As a colleague tells them, beside those of single numbers. */
  readonly bulk?: readonly BulkReason[] | undefined;
}

function kindOf(open: OpenFeed, { number, lines }: Change): NumberReason['kind'] {
  if (!open.reported.has(number)) return 'added';
  return lines.length === 0 ? 'removed' : 'changed';
}

/** Why each number of a draft changes. */
export function numberReasons(open: OpenFeed, reported: ReportedDraft): NumberReason[] {
  return Array.from(reported.changes.values(), (change) => ({
    ...change.reason,
    number: change.number,
    kind: kindOf(open, change),
  }));
}

/** Why each entry of the lists beside the reported one changes. */
export function entryReasons(open: OpenFeed, drafts: DocumentDrafts, reasons: EntryReasons): EntryReason[] {
  return (['info', ...DOCUMENTS] as const).flatMap((list) => {
    if (drafts[list] === undefined) return [];
    const published: unknown = list === 'info' ? open.info : documentToEdit(open.targets, list);
    const drafted: unknown = list === 'info' ? drafts.info : draftedDocument(open.targets, drafts, list);
    return entryEdits(list, published, drafted).map((edit) => ({
      ...edit,
      reason: reasonFor(reasons, edit),
    }));
  });
}
