import { useState } from 'preact/hooks';
import { Expiry } from '../../../components/admin/start/FeedCard';
import { Keys } from '../../../components/admin/publish/Keys';
import { useAdminText } from '../../../components/admin/text';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
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
  /** A change of keys or a new date that goes on here. */
  const [doing, setDoing] = useState<'change' | 'renew'>();
  const { root } = workspace.open;
  // One publication at a time: another one that waits would end with the old keys.
  const begin = (what: 'change' | 'renew') =>
    state.run(text('work_open'), async (store) => {
      if (await store.pending(workspace.feed.id)) setProblem('change_pending');
      else setDoing(what);
    });
  const load = (file: File, passphrase: string) =>
    state.run(text('work_lock'), async (store) => {
      setProblem(undefined);
      try {
        const keys = await unlockHolderFile(await file.text(), passphrase);
        // A new key is named by the root that waits to be signed alone.
        const next = (await store.pending(workspace.feed.id))?.proposal.nextRoot;
        const roots = next ? [root, readMetadata('root', next).signed] : [root];
        const named = await Promise.all(
          keys.map(async ({ role, pair }) => {
            const id = await keyIdOf(keyValue(pair.public));
            return roots.some(({ roles }) => roles[role].keyids.includes(id));
          }),
        );
        const used = await keepDailyKeys(
          store,
          workspace.feed.id,
          keys.filter((_, at) => named[at]),
        );
        if (used === 0) throw new KeyError('ERR_KEY_OTHER_FEED');
        state.setWorkspace(await loadWorkspace(store, workspace.feed));
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        setProblem(errorKey(error).key);
      }
    });
  if (doing) {
    return (
      <KeyChangePanel
        state={state}
        workspace={workspace}
        renews={doing === 'renew'}
        onCancel={() => setDoing(undefined)}
        onSigned={onSigned}
      />
    );
  }
  return (
    <Keys
      root={root}
      held={new Map(workspace.signers.map(({ id, holder }) => [id, holder]))}
      problem={problem}
      expiry={<Expiry feed={workspace.feed} now={Date.now()} roles={['root']} />}
      onChange={() => void begin('change')}
      onRenew={() => void begin('renew')}
      onLoad={(file, passphrase) => void load(file, passphrase)}
    />
  );
}
