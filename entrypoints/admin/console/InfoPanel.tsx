import { useState } from 'preact/hooks';
import { FeedNameFields, type FeedNames } from '../../../components/admin/FeedNameFields';
import { NO_REASON, ReasonFields } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { editedInfo } from '../../../lib/admin/publish/info';
import type { AdminStore } from '../../../lib/admin/store';
import {
  documentDraft,
  putDocument,
  saveDocument,
  type DocumentDraft,
  type Workspace,
} from '../../../lib/admin/workspace';
import type { FeedInfo } from '../../../lib/lists/feed/content-schema';
import type { DeskProps } from './Desk';
import { undoOf, type Undo } from './undo';
import { reasonOf } from './workspace-facts';

function namesOf({ name, contact = '' }: FeedInfo): FeedNames {
  return { ...name, contact };
}

/** Name and contact of the feed, as the draft has them. */
export function InfoPanel({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const { open, drafts } = workspace;
  const [names, setNames] = useState(namesOf(drafts.info ?? open.info));
  const [reason, setReason] = useState(NO_REASON);
  const [edit, setEdit] = useState<Undo<DocumentDraft, FeedInfo | undefined>>();
  const undo = undoOf(edit, drafts.info, workspace);
  const write = async (put: (store: AdminStore) => Promise<Workspace>, undoable: boolean) => {
    const saved = await state.run(text('work_save'), put);
    if (!saved) return;
    setNames(namesOf(saved.drafts.info ?? open.info));
    setReason(NO_REASON);
    const before = documentDraft(workspace, 'info');
    setEdit(undoable ? { before, after: saved.drafts.info, over: open } : undefined);
    state.setWorkspace(saved);
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void write(
          async (store) =>
            saveDocument(
              store,
              workspace,
              'info',
              editedInfo(open.info, names),
              reasonOf(workspace, reason, new Date()),
            ),
          true,
        );
      }}
    >
      <h2>{text('info_title')}</h2>
      <p class="muted">{text('info_hint')}</p>
      <WayBack
        done={undo && text('info_saved')}
        onUndo={() =>
          undo && void write((store) => putDocument(store, workspace, 'info', undo.before), false)
        }
      />
      <FeedNameFields names={names} onNames={setNames} />
      <ReasonFields reason={reason} onReason={setReason} />
      <button type="submit" class="button">
        {text('entry_save')}
      </button>
    </form>
  );
}
