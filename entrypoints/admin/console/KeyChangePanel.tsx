import { useState } from 'preact/hooks';
import { HolderStep } from '../../../components/admin/ceremony/HolderStep';
import { ChangeForm, type KeysPlan } from '../../../components/admin/keys/ChangeForm';
import { RootFile } from '../../../components/admin/keys/RootFile';
import { useAdminText } from '../../../components/admin/text';
import { dailyKey, type MadeKey } from '../../../lib/admin/keys/ceremony';
import { prepareKeyChange } from '../../../lib/admin/keys/change';
import { loadWorkspace } from '../../../lib/admin/workspace';
import { generateKeyPair } from '../../../lib/lists/publish/keys';
import type { DeskProps } from './Desk';
import { useHolders } from './use-holders';
import { useRootFile } from './use-root-file';

interface KeyChangePanelProps extends DeskProps {
  readonly onCancel: () => void;
  /** What was signed waits to be published. */
  readonly onSigned: () => void;
}

/** A key was lost or stolen: new keys step by step, signed by the root keys of before and after. */
export function KeyChangePanel({ state, workspace, onCancel, onSigned }: KeyChangePanelProps) {
  const text = useAdminText();
  const [plan, setPlan] = useState<KeysPlan>();
  const [made, setMade] = useState<readonly MadeKey[]>([]);
  const { feed, open, signers } = workspace;
  const { keyids, threshold } = open.root.roles.root;
  const holders = useHolders(state, feed.name.vi);
  const root = useRootFile({ state, workspace }, keyids);

  const begin = (next: KeysPlan) =>
    state
      .run(text('work_keys'), () =>
        Promise.all(
          next.holders.map(async (holder) => ({ role: next.role, holder, pair: await generateKeyPair() })),
        ),
      )
      .then((keys) => {
        if (!keys) return;
        setPlan(next);
        setMade(keys);
        holders.begin(keys);
      });
  const sign = (out: KeysPlan) =>
    state
      .run(text('work_sign'), async (store) => {
        const prepared = await prepareKeyChange(open, out, made, [...root.signers, ...signers], Date.now());
        // The new key is here before any root names it; the old one until the new root is published.
        for (const { role, holder, pair } of made) {
          if (role === 'root' || holder !== feed.editor) continue;
          await store.saveKey({
            feed: feed.id,
            role,
            holder,
            public: pair.public,
            key: await dailyKey(pair),
          });
        }
        await store.savePending(feed.id, prepared);
        state.setWorkspace(await loadWorkspace(store, feed));
        return true;
      })
      .then((done) => done && onSigned());

  if (!plan) {
    return (
      <ChangeForm
        root={open.root}
        editor={feed.editor}
        onPlan={(next) => void begin(next)}
        onCancel={onCancel}
      />
    );
  }
  return (
    <>
      <section class="panel">
        <h2>{text('ceremony_keep')}</h2>
        <p>{text('change_keep')}</p>
      </section>
      {holders.all.map((holder) => (
        <HolderStep
          key={holder.holder}
          state={holder}
          onSave={(passphrase) => holders.save(holder.holder, passphrase)}
          onProve={(file, passphrase) => holders.prove(holder.holder, file, passphrase)}
        />
      ))}
      <RootFile
        have={root.signers.length}
        need={threshold}
        problem={root.problem}
        onFile={(file, passphrase) => void root.load(file, passphrase)}
      />
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!holders.ready || root.signers.length === 0}
          onClick={() => void sign(plan)}
        >
          {text('change_sign')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}
