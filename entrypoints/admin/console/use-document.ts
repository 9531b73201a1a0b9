/** Edits of a list beside the reported one: each is written down with its reason, the last one can be taken back. */
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import {
  documentDraft,
  putDocument,
  saveDocument,
  type DocumentDraft,
} from '../../../lib/admin/document-draft';
import type { AdminStore } from '../../../lib/admin/store';
import type { DocumentPart } from '../../../lib/admin/store-schema';
import type { Workspace } from '../../../lib/admin/workspace';
import type { DeskProps } from './Desk';
import { undoOf, type Undo } from './undo';
import { reasonOf } from './workspace-facts';

/** The draft of a list before and after an edit. */
export type LastDocumentEdit = Undo<DocumentDraft, unknown>;

export interface DocumentEdits {
  /** Writes what `make` gives, undefined for the list as it is published; what it throws is shown. */
  readonly save: (make: () => unknown, reason: ReasonDraft) => Promise<void>;
  /** Takes the last edit back; absent where nothing can be. */
  readonly undo: (() => Promise<void>) | undefined;
}

interface DocumentOptions {
  readonly last: LastDocumentEdit | undefined;
  readonly onEdited: (edit: LastDocumentEdit | undefined) => void;
  /** Told of the draft as it is written. */
  readonly onSaved?: (workspace: Workspace) => void;
}

export function useDocument(
  { state, workspace }: DeskProps,
  part: DocumentPart,
  { last, onEdited, onSaved }: DocumentOptions,
): DocumentEdits {
  const text = useAdminText();
  const write = async (put: (store: AdminStore) => Promise<Workspace>, undoable: boolean) => {
    const saved = await state.run(text('work_save'), put);
    if (!saved) return;
    state.setWorkspace(saved);
    const before = documentDraft(workspace, part);
    onEdited(undoable ? { before, after: saved.drafts[part], over: workspace.open } : undefined);
    onSaved?.(saved);
  };
  const undo = undoOf(last, workspace.drafts[part], workspace);
  return {
    save: (make, reason) =>
      write(
        async (store) =>
          saveDocument(store, workspace, part, make(), reasonOf(workspace, reason, new Date())),
        true,
      ),
    undo: undo && (() => write((store) => putDocument(store, workspace, part, undo.before), false)),
  };
}
