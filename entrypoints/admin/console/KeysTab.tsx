import { useState } from 'preact/hooks';
import { KeySheet } from '../../../components/admin/ceremony/KeySheet';
import { sheetKeys } from '../../../components/admin/ceremony/sheet';
import type { KeyWork } from '../../../components/admin/keys/work';
import { Expiry } from '../../../components/admin/start/FeedCard';
import { Keys } from '../../../components/admin/publish/Keys';
import { useAdminText } from '../../../components/admin/text';
import { useLocalised } from '../../../components/language';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { KeyError } from '../../../lib/admin/keys/backup';
import { keepHolders } from '../../../lib/admin/keys/holders';
import { unlockHolderFile } from '../../../lib/admin/keys/holder-file';
import { loadWorkspace } from '../../../lib/admin/workspace';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import { keyIdOf } from '../../../lib/lists/feed/signatures';
import { keyValue } from '../../../lib/lists/publish/keys';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { DeskProps } from './Desk';
import { errorKey } from './error-text';
import { KeyChangePanel } from './KeyChangePanel';
import { holdersOf } from './workspace-facts';

interface KeysTabProps extends DeskProps {
  /** A change of keys or a new date that goes on here. */
  readonly work: KeyWork | undefined;
  readonly onWork: (work: KeyWork | undefined) => void;
  /** Whether something of it would be lost by closing. */
  readonly onBegun: (begun: boolean) => void;
  /** The room is looked at. */
  readonly isShown: boolean;
  /** New keys are signed and wait to be published. */
  readonly onSigned: () => void;
}

/** The keys of the feed: which are at hand, and loading those of a holder's file for daily use. */
export function KeysTab({ state, workspace, work, onWork, onBegun, isShown, onSigned }: KeysTabProps) {
  const text = useAdminText();
  const local = useLocalised();
  const [problem, setProblem] = useState<AdminKey>();
  /** The kind of work that another publication keeps from beginning. */
  const [waits, setWaits] = useState<KeyWork['what']>();
  const [sheet, setSheet] = useState<'shown' | 'left'>();
  const { feed, open } = workspace;
  const { root } = open;
  // What was chosen and shown over another root is not what would be signed.
  const isOver = work !== undefined && work.root !== root.version;
  // One publication at a time: another one that waits would end with the old keys.
  const begin = (what: KeyWork['what']) =>
    state.run(text('work_open'), async (store) => {
      const another = (await store.pending(feed.id)) !== undefined;
      setWaits(another ? what : undefined);
      onWork(another ? undefined : { what, root: root.version });
    });
  const load = (file: File, passphrase: string) =>
    state.run(text('work_lock'), async (store) => {
      setProblem(undefined);
      try {
        const keys = await unlockHolderFile(await file.text(), passphrase);
        // A new key is named by the root that waits to be signed alone.
        const next = (await store.pending(feed.id))?.proposal.nextRoot;
        const roots = next ? [root, readMetadata('root', next).signed] : [root];
        const named = await Promise.all(
          keys.map(async ({ role, pair }) => {
            const id = await keyIdOf(keyValue(pair.public));
            return roots.some(({ roles }) => roles[role].keyids.includes(id));
          }),
        );
        const used = await keepDailyKeys(
          store,
          feed.id,
          keys.filter((_, at) => named[at]),
        );
        if (used === 0) throw new KeyError('ERR_KEY_OTHER_FEED');
        const told = await keepHolders(
          store,
          feed,
          keys.filter((_, at) => named[at]).map(({ pair, holder }) => [pair.public, holder]),
        );
        state.setWorkspace(await loadWorkspace(store, told));
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        setProblem(errorKey(error).key);
      }
    });
  if (work && !isOver) {
    return (
      <KeyChangePanel
        state={state}
        workspace={workspace}
        renews={work.what === 'renew'}
        isShown={isShown}
        onBegun={onBegun}
        onCancel={() => onWork(undefined)}
        onSigned={onSigned}
      />
    );
  }
  if (sheet === 'shown') {
    const { roles } = root;
    return (
      <KeySheet
        feed={local(feed.name)}
        fingerprint={feed.id}
        keys={sheetKeys(root, holdersOf(workspace))}
        thresholds={{
          root: roles.root.threshold,
          targets: roles.targets.threshold,
          snapshot: roles.snapshot.threshold,
          timestamp: roles.timestamp.threshold,
        }}
        made={Date.now()}
        expires={open.expires.root}
        done={text('sheet_back')}
        onPrint={() => print()}
        onDone={() => setSheet('left')}
      />
    );
  }
  return (
    <Keys
      root={root}
      held={new Map(workspace.signers.map(({ id, holder }) => [id, holder]))}
      problem={problem}
      refused={
        isOver
          ? { what: work.what, why: 'change_overtaken' }
          : waits && { what: waits, why: 'change_pending' }
      }
      expiry={<Expiry feed={feed} now={Date.now()} roles={['root']} where="keys" />}
      isBack={sheet === 'left'}
      onSheet={() => setSheet('shown')}
      onChange={() => void begin('change')}
      onRenew={() => void begin('renew')}
      onLoad={(file, passphrase) => void load(file, passphrase)}
    />
  );
}
