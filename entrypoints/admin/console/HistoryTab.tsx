import { History } from '../../../components/admin/publish/History';
import { useAdminText } from '../../../components/admin/text';
import { rollBack } from '../../../lib/admin/publish/roll-back';
import type { DeskProps } from './Desk';

/** What was published here, and the way back to any of it. */
export function HistoryTab({ state, workspace, onPublish }: DeskProps & { readonly onPublish: () => void }) {
  const text = useAdminText();
  return (
    <History
      entries={workspace.history.toReversed()}
      current={workspace.feed.version}
      onRollBack={(entry) =>
        void state
          .run(text('work_save'), (store) => rollBack(store, workspace, entry, new Date().toISOString()))
          .then((next) => {
            if (!next) return;
            state.setWorkspace(next);
            onPublish();
          })
      }
    />
  );
}
