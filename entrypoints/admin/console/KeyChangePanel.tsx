import { useEffect, useState } from 'preact/hooks';
import { HolderSteps } from '../../../components/admin/ceremony/HolderSteps';
import { ChangeForm } from '../../../components/admin/keys/ChangeForm';
import { RootChange } from '../../../components/admin/keys/RootChange';
import { RootFile } from '../../../components/admin/keys/RootFile';
import { useAdminText } from '../../../components/admin/text';
import { useLanguage } from '../../../components/language';
import type { MadeKey } from '../../../lib/admin/keys/ceremony';
import { prepareRoot, rootAfter, rootsNeeded, type KeyChange } from '../../../lib/admin/keys/change';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { sameHolder } from '../../../lib/admin/keys/holder-name';
import { keepHolders } from '../../../lib/admin/keys/holders';
import { loadWorkspace } from '../../../lib/admin/workspace';
import type { Root } from '../../../lib/lists/feed/metadata';
import { generateKeyPair } from '../../../lib/lists/publish/keys';
import { DAYS, nextRoot } from '../../../lib/lists/publish/root';
import type { DeskProps } from './Desk';
import { useHolders } from './use-holders';
import { useRootFile } from './use-root-file';
import { holdersOf } from './workspace-facts';

interface KeyChangePanelProps extends DeskProps {
  /** The root says the same and holds for another year: nothing is asked. */
  readonly renews: boolean;
  /** The room is looked at: what was begun waits where it is not. */
  readonly isShown: boolean;
  /** Whether something would be lost by closing. */
  readonly onBegun: (begun: boolean) => void;
  readonly onCancel: () => void;
  /** What was signed waits to be published. */
  readonly onSigned: () => void;
}

/** A root that follows, step by step, signed by root keys from their files: other keys or numbers, or a new date alone. */
export function KeyChangePanel(props: KeyChangePanelProps) {
  const { state, workspace, renews, isShown, onBegun, onCancel, onSigned } = props;
  const text = useAdminText();
  const language = useLanguage();
  const [filled, setFilled] = useState(false);
  const [change, setChange] = useState<KeyChange>();
  const [made, setMade] = useState<readonly MadeKey[]>([]);
  const { feed, open, signers } = workspace;
  /** The root as it would be signed now: shown before it is signed. */
  const [after, setAfter] = useState<Root | undefined>(() =>
    renews ? nextRoot(open.root, {}, Date.now()) : undefined,
  );
  const holders = useHolders(state, feed.name.vi);
  const root = useRootFile({ state, workspace }, open.root.roles.root.keyids, isShown);

  const begun = filled || change !== undefined || root.signers.length > 0;
  useEffect(() => {
    onBegun(begun);
    return () => onBegun(false);
  }, [begun]);

  const signed = root.signers.map(({ id }) => id);
  const [taken, setTaken] = useState(false);

  const begin = (plan: KeyChange) =>
    state
      .run(text('work_keys'), async () => {
        const keys = await Promise.all(
          plan.holders.map(async (holder) => ({ role: plan.role, holder, pair: await generateKeyPair() })),
        );
        setAfter(await rootAfter(open.root, plan, keys, Date.now()));
        return keys;
      })
      .then((keys) => {
        if (!keys) return;
        setChange(plan);
        setMade(keys);
        holders.begin(keys);
      });
  const sign = () =>
    state
      .run(text('work_sign'), async (store) => {
        // Another tab of the console may have signed something since this began.
        const waits = (await store.pending(feed.id)) !== undefined;
        setTaken(waits);
        if (waits) return false;
        const prepared = await prepareRoot(open, change, made, [...root.signers, ...signers], Date.now());
        // The new key is here before any root names it; the old one until the new root is published.
        const own = made.filter(({ holder }) => sameHolder(holder, feed.editor));
        await keepDailyKeys(store, feed.id, own);
        await store.savePending(feed.id, prepared);
        const named = await keepHolders(store, feed, [
          ...made.map(({ pair, holder }) => [pair.public, holder] as const),
          ...root.signers.map(({ key, holder }) => [key.keyval.public, holder] as const),
        ]);
        state.setWorkspace(await loadWorkspace(store, named));
        return true;
      })
      .then((done) => done && onSigned());

  if (!change && !renews) {
    return (
      <ChangeForm
        root={open.root}
        editor={feed.editor}
        holders={holdersOf(workspace)}
        onFilled={setFilled}
        onPlan={(plan) => void begin(plan)}
        onCancel={onCancel}
      />
    );
  }
  return (
    <>
      {renews && (
        <section class="panel">
          <h2>{text('renew_title')}</h2>
          <p>
            {text('renew_steps', {
              day: new Date(open.expires.root).toLocaleDateString(language, { dateStyle: 'medium' }),
              days: DAYS.root,
            })}
          </p>
        </section>
      )}
      {made.length > 0 && (
        <section class="panel">
          <h2>{text('ceremony_keep')}</h2>
          <p>{text('change_keep')}</p>
        </section>
      )}
      <HolderSteps {...holders} />
      {after && (
        <section class="panel">
          <RootChange before={open.root} after={after} holders={holdersOf(workspace, made)} />
        </section>
      )}
      {isShown && (
        <RootFile
          count={{ have: signed.length, need: rootsNeeded(open.root, change, signed) }}
          problem={root.problem}
          onFile={(file, passphrase) => void root.load(file, passphrase)}
        />
      )}
      {taken && (
        <p class="problem" role="alert">
          {text('change_pending')}
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={(made.length > 0 && !holders.ready) || root.signers.length === 0}
          onClick={() => void sign()}
        >
          {text(renews ? 'renew_sign' : 'change_sign')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}
