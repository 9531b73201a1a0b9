import { useState } from 'preact/hooks';
import { FeedNameFields, type FeedNames } from '../../../components/admin/FeedNameFields';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { editedInfo } from '../../../lib/admin/publish/info';
import { saveDocument } from '../../../lib/admin/workspace';
import type { FeedInfo } from '../../../lib/lists/feed/content-schema';
import type { DeskProps } from './Desk';
import { undoOf, type Undo } from './undo';

function namesOf({ name, contact = '' }: FeedInfo): FeedNames {
  return { ...name, contact };
}

/** Name and contact of the feed, as the draft has them. */
export function InfoPanel({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const { open, drafts } = workspace;
  const [names, setNames] = useState(namesOf(drafts.info ?? open.info));
  const [edit, setEdit] = useState<Undo<FeedInfo | undefined, FeedInfo | undefined>>();
  const undo = undoOf(edit, drafts.info, workspace);
  const write = async (make: () => FeedInfo | undefined, undoable: boolean) => {
    const saved = await state.run(text('work_save'), async (store) =>
      saveDocument(store, workspace, 'info', make()),
    );
    if (!saved) return;
    setNames(namesOf(saved.drafts.info ?? open.info));
    setEdit(undoable ? { before: drafts.info, after: saved.drafts.info, over: open } : undefined);
    state.setWorkspace(saved);
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void write(() => editedInfo(open.info, names), true);
      }}
    >
      <h2>{text('info_title')}</h2>
      <p class="muted">{text('info_hint')}</p>
      <WayBack
        done={undo && text('info_saved')}
        onUndo={() => undo && void write(() => undo.before, false)}
      />
      <FeedNameFields names={names} onNames={setNames} />
      <button type="submit" class="button">
        {text('entry_save')}
      </button>
    </form>
  );
}
