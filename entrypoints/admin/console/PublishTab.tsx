import { useEffect, useMemo, useState } from 'preact/hooks';
import { DestinationForm, type Login } from '../../../components/admin/publish/DestinationForm';
import { Published } from '../../../components/admin/publish/Published';
import { Refresh } from '../../../components/admin/publish/Refresh';
import { Review } from '../../../components/admin/publish/Review';
import { Unfinished } from '../../../components/admin/publish/Unfinished';
import { useAdminText } from '../../../components/admin/text';
import type { Destination } from '../../../lib/admin/publish/destination';
import {
  countChanges,
  missingSigners,
  prepare,
  prepareRefresh,
  reasonsFor,
  type Prepared,
} from '../../../lib/admin/publish/prepare';
import { warningsFor } from '../../../lib/admin/publish/warnings';
import { loadWorkspace, nextVersion, type Workspace } from '../../../lib/admin/workspace';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { pickFolder } from './files';
import { openPlace, publishTo, verifyPublished } from './publishing';
import { officialOf } from './workspace-facts';

type Step = 'review' | 'place' | 'done';

/** Review, signature, publication, proof. */
export function PublishTab({ state, workspace, onKeys }: DeskProps & { readonly onKeys: () => void }) {
  const text = useAdminText();
  const [step, setStep] = useState<Step>('review');
  const [kind, setKind] = useState<'draft' | 'refresh'>('draft');
  const [pending, setPending] = useState<Prepared>();
  const [verifiedAt, setVerifiedAt] = useState<string>();
  const { open, reported, drafts, signers, feed } = workspace;
  const count = useMemo(() => countChanges(open, reported, drafts), [open, reported, drafts]);
  const official = useMemo(() => officialOf(workspace), [open, drafts]);
  useEffect(() => void state.store?.pending(feed.id).then(setPending), [feed.id]);

  const ready = (now: number): Promise<Prepared> => {
    if (pending) return Promise.resolve(pending);
    if (kind === 'refresh') return prepareRefresh(workspace, now);
    const version = nextVersion(open.info.version, new Date(now).toISOString().slice(0, 10));
    return prepare({ open, reported, drafts, signers, version, now });
  };
  const go = async (destination: Destination, login: Login, address: string) => {
    // Asked for while the press still counts as the person's.
    const place = await state.run(text('work_publish'), () => openPlace(destination, login));
    if (destination.kind !== 'zip' && !place) return;
    const label = text('work_publish');
    const kept: Workspace = {
      ...workspace,
      feed: { ...feed, destination, ...(address && { address }) },
    };
    const done = await state.run(label, async (store) => {
      await store.saveFeed(kept.feed);
      const prepared = await ready(Date.now());
      setPending(prepared);
      return publishTo(store, kept, prepared, place, (files, all) =>
        state.setWork({ label, done: files, all }),
      );
    });
    if (!done) return;
    setPending(undefined);
    const verified = await state.run(text('work_verify'), async () => ({ at: await verifyPublished(done) }));
    setVerifiedAt(verified?.at);
    state.setWorkspace(done);
    await state.refreshFeeds();
    setStep('done');
  };
  const discard = () =>
    state.run(text('work_save'), async (store) => {
      await store.discardDraft(feed.id);
      state.setWorkspace(await loadWorkspace(store, feed));
    });

  if (step === 'done') {
    return <Published version={feed.version} verifiedAt={verifiedAt} onDone={() => setStep('review')} />;
  }
  if (step === 'place') {
    return (
      <DestinationForm
        destination={feed.destination}
        address={feed.address}
        canPickFolder={pickFolder !== undefined}
        onGo={(destination, login, address) => void go(destination, login, address)}
        onCancel={() => setStep('review')}
      />
    );
  }
  if (pending) {
    return (
      <Unfinished
        version={pending.info.version}
        onGoOn={() => setStep('place')}
        onForget={() =>
          void state
            .run(text('work_save'), (store) => store.savePending(feed.id, undefined))
            .then(() => setPending(undefined))
        }
      />
    );
  }
  const begin = (what: typeof kind) => {
    setKind(what);
    setStep('place');
  };
  return (
    <>
      <Review
        count={count}
        reasons={reasonsFor(open, reported)}
        warnings={warningsFor(
          count,
          open.reported,
          [...reported.changes.values()].filter(({ number, lines }) => lines.length > 0 && official(number))
            .length,
        )}
        missing={missingSigners(open.root, signers)}
        formatNumber={formatNumber}
        onKeys={onKeys}
        onPublish={() => begin('draft')}
        onDiscard={() => void discard()}
      />
      <Refresh
        feed={feed}
        now={Date.now()}
        canRefresh={missingSigners(open.root, signers).length === 0}
        onRefresh={() => begin('refresh')}
      />
    </>
  );
}
