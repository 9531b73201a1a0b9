import { useState } from 'preact/hooks';
import { Keys } from '../../../components/admin/publish/Keys';
import { useAdminText } from '../../../components/admin/text';
import { dailyKey } from '../../../lib/admin/keys/ceremony';
import { KeyError } from '../../../lib/admin/keys/backup';
import { unlockHolderFile } from '../../../lib/admin/keys/holder-file';
import { loadWorkspace } from '../../../lib/admin/workspace';
import { keyIdOf } from '../../../lib/lists/feed/signatures';
import { keyValue } from '../../../lib/lists/publish/keys';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { DeskProps } from './Desk';
import { errorKey } from './error-text';

/** The keys of the feed: which are at hand, and loading those of a holder's file for daily use. */
export function KeysTab({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<AdminKey>();
  const { root } = workspace.open;
  const load = (file: File, passphrase: string) =>
    state.run(text('work_lock'), async (store) => {
      setProblem(undefined);
      try {
        const keys = await unlockHolderFile(await file.text(), passphrase);
        let used = 0;
        for (const { role, holder, pair } of keys) {
          // The root's key stays in its file; others must be named by the root.
          if (role === 'root') continue;
          if (!root.roles[role].keyids.includes(await keyIdOf(keyValue(pair.public)))) continue;
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
  return (
    <Keys
      root={root}
      held={new Map(workspace.signers.map(({ id, holder }) => [id, holder]))}
      problem={problem}
      onLoad={(file, passphrase) => void load(file, passphrase)}
    />
  );
}
