import { useState } from 'preact/hooks';
import { HolderSteps } from '../../../components/admin/ceremony/HolderSteps';
import { KeySheet } from '../../../components/admin/ceremony/KeySheet';
import { PlanForm } from '../../../components/admin/ceremony/PlanForm';
import type { FeedPlan } from '../../../components/admin/ceremony/types';
import { useAdminText } from '../../../components/admin/text';
import { useLocalised } from '../../../components/language';
import { emptyContent, firstPublication, makeKeys, type MadeKey } from '../../../lib/admin/keys/ceremony';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { sameHolder } from '../../../lib/admin/keys/holder-name';
import { keepHolders } from '../../../lib/admin/keys/holders';
import { filesTransport } from '../../../lib/admin/open/files';
import { readFeed } from '../../../lib/admin/open/read-feed';
import type { AdminStore } from '../../../lib/admin/store';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { keepFeed } from '../../../lib/admin/workspace';
import { nextVersion } from '../../../lib/lists/publish/versions';
import { useAskedToLeave } from './use-asked-to-leave';
import { useHolders } from './use-holders';
import type { ConsoleState } from './use-console';

interface CeremonyPageProps {
  readonly state: ConsoleState;
  readonly onCancel: () => void;
  readonly onDone: (feed: ConsoleFeed) => void;
}

interface Made {
  readonly plan: FeedPlan;
  readonly keys: readonly MadeKey[];
}

/** Writes the new feed down: files, and the keys that this console uses daily. Root keys stay in their files. */
async function keepNewFeed(store: AdminStore, { plan, keys }: Made, editor: string): Promise<ConsoleFeed> {
  const now = Date.now();
  const info = {
    format: 1 as const,
    version: nextVersion(undefined, now),
    published: new Date(now).toISOString().slice(0, 10),
    name: plan.name,
    ...(plan.contact && { contact: plan.contact }),
  };
  const { files, fingerprint } = await firstPublication(plan.plan, keys, emptyContent(info), now);
  const feed = await keepFeed(store, await readFeed(filesTransport(files), fingerprint), {
    editor,
    address: undefined,
  });
  const own = keys.filter(({ holder }) => sameHolder(holder, editor));
  await keepDailyKeys(store, feed.id, own);
  return keepHolders(
    store,
    feed,
    keys.map(({ pair, holder }) => [pair.public, holder]),
  );
}

/** The guided key ceremony: plan, keys, a locked file for each holder that is read back, the sheet for the safe. */
export function CeremonyPage({ state, onCancel, onDone }: CeremonyPageProps) {
  const text = useAdminText();
  const local = useLocalised();
  const [made, setMade] = useState<Made>();
  const holders = useHolders(state, made?.plan.name.vi ?? '');
  const [feed, setFeed] = useState<ConsoleFeed>();
  // Until they are signed, the keys are here and in their files, and nowhere a feed.
  useAskedToLeave(made !== undefined && feed === undefined);

  if (!made) {
    return (
      <PlanForm
        editor={state.editor}
        onCancel={onCancel}
        onPlan={(plan) =>
          void state
            .run(text('work_keys'), () => makeKeys(plan.plan))
            .then((keys) => {
              if (!keys) return;
              setMade({ plan, keys });
              holders.begin(keys);
            })
        }
      />
    );
  }
  if (feed) {
    const { plan } = made.plan;
    return (
      <KeySheet
        feed={local(made.plan.name)}
        fingerprint={feed.id}
        keys={made.keys.map(({ role, holder, pair }) => ({ role, holder, public: pair.public }))}
        thresholds={{
          root: plan.root.threshold,
          targets: plan.targets.threshold,
          snapshot: plan.snapshot.threshold,
          timestamp: plan.timestamp.threshold,
        }}
        made={Date.now()}
        expires={feed.expires.root}
        done={text('sheet_done')}
        onPrint={() => print()}
        onDone={() => onDone(feed)}
      />
    );
  }
  return (
    <>
      <section class="panel">
        <h2>{text('ceremony_keep')}</h2>
        <p>{text('ceremony_keep_intro')}</p>
      </section>
      <HolderSteps {...holders} />
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!holders.ready}
          onClick={() =>
            void state
              .run(text('work_sign'), (store) => keepNewFeed(store, made, state.editor))
              .then((kept) => {
                if (kept) setFeed(kept);
              })
          }
        >
          {text('ceremony_finish')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}
