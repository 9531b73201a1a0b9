import { useState } from 'preact/hooks';
import { Keys } from '../../../components/admin/publish/Keys';
import { useAdminText } from '../../../components/admin/text';
import { dailyKey } from '../../../lib/admin/keys/ceremony';
import { KeyError } from '../../../lib/admin/keys/backup';
import { unlockHolderFile } from '../../../lib/admin/keys/holder-file';
import { loadWorkspace } from '../../../lib/admin/workspace';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import { keyIdOf } from '../../../lib/lists/feed/signatures';
import { keyValue } from '../../../lib/lists/publish/keys';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { DeskProps } from './Desk';
import { errorKey } from './error-text';
import { KeyChangePanel } from './KeyChangePanel';

interface KeysTabProps extends DeskProps {
  /** New keys are signed and wait to be published. */
  readonly onSigned: () => void;
}

/** The keys of the feed: which are at hand, and loading those of a holder's file for daily use. */
export function KeysTab({ state, workspace, onSigned }: KeysTabProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<AdminKey>();
  const [changing, setChanging] = useState(false);
  const { root } = workspace.open;
  // One publication at a time: another one that waits would end with the old keys.
  const change = () =>
    state.run(text('work_open'), async (store) => {
      if (await store.pending(workspace.feed.id)) setProblem('change_pending');
      else setChanging(true);
    });
  const load = (file: File, passphrase: string) =>
    state.run(text('work_lock'), async (store) => {
      setProblem(undefined);
      try {
        const keys = await unlockHolderFile(await file.text(), passphrase);
        // A new key is named by the root that waits to be signed alone.
        const next = (await store.pending(workspace.feed.id))?.proposal.nextRoot;
        const roots = next ? [root, readMetadata('root', next).signed] : [root];
        let used = 0;
        for (const { role, holder, pair } of keys) {
          // The root's key stays in its file; others must be named by the root.
          if (role === 'root') continue;
          const id = await keyIdOf(keyValue(pair.public));
          if (!roots.some((one) => one.roles[role].keyids.includes(id))) continue;
          await store.saveKey({
            feed: workspace.feed.id,
            role,
            holder,
            public: pair.public,
            key: await dailyKey(pair),
          });
          used += 1;
        }
        if (used === 0) throw new KeyError('ERR_KEY_OTHER_FEED');
        state.setWorkspace(await loadWorkspace(store, workspace.feed));
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        setProblem(errorKey(error).key);
      }
    });
  if (changing) {
    return (
      <KeyChangePanel
        state={state}
        workspace={workspace}
        onCancel={() => setChanging(false)}
        onSigned={onSigned}
      />
    );
  }
  return (
    <Keys
      root={root}
      held={new Map(workspace.signers.map(({ id, holder }) => [id, holder]))}
      problem={problem}
      onChange={() => void change()}
      onLoad={(file, passphrase) => void load(file, passphrase)}
    />
  );
}
