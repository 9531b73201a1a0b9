import { useEffect, useMemo, useState } from 'preact/hooks';
import { DestinationForm, type Login } from '../../../components/admin/publish/DestinationForm';
import { Refresh } from '../../../components/admin/publish/Refresh';
import { Review } from '../../../components/admin/publish/Review';
import { summary } from '../../../components/admin/publish/summary';
import { Told } from '../../../components/admin/publish/Told';
import { Unfinished } from '../../../components/admin/publish/Unfinished';
import { useAdminText } from '../../../components/admin/text';
import { countChanges } from '../../../lib/admin/publish/count';
import { isSingleWriter, PlaceError, type Destination } from '../../../lib/admin/publish/destination';
import type { CaughtUp, Outcome } from '../../../lib/admin/publish/overtaken';
import { entryReasons, numberReasons } from '../../../lib/admin/publish/draft-reasons';
import { objectionsToDraft } from '../../../lib/admin/publish/objections';
import { aboveLeftovers } from '../../../lib/admin/publish/leftovers';
import { prepare, prepareRefresh, type Prepared } from '../../../lib/admin/publish/prepare';
import { openClashes } from '../../../lib/admin/merge/rebase';
import { loadWorkspace, type Workspace } from '../../../lib/admin/workspace';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { pickFolder } from './files';
import { HandOnPanel } from './HandOnPanel';
import { InfoPanel } from './InfoPanel';
import { lookAtLive, type Proof, type Written } from './live';
import { openPlace, publishTo } from './publishing';
import { MergePanel } from './MergePanel';
import { ReceivePanel } from './ReceivePanel';
import { useOvertaken } from './use-overtaken';

/** Review, signatures, publication, proof. */
export function PublishTab({ state, workspace, onKeys }: DeskProps & { readonly onKeys: () => void }) {
  const text = useAdminText();
  const [pending, setPending] = useState<Prepared>();
  // Until the store has answered nobody knows whether something waits.
  const [looked, setLooked] = useState(false);
  const [placing, setPlacing] = useState(false);
  const [overtaken, setOvertaken] = useState<Outcome>();
  const [proof, setProof] = useState<Proof>();
  const { open, reported, drafts, reasons, signers, feed } = workspace;
  const count = useMemo(() => countChanges(open, reported, drafts), [open, reported, drafts]);
  const objections = useMemo(() => objectionsToDraft(open, { reported, drafts }), [open, reported, drafts]);
  useEffect(() => {
    void state.store?.pending(feed.id).then((waiting) => {
      setPending(waiting);
      setLooked(true);
    });
  }, [feed.id]);
  const catchUp = ({ outcome, workspace: caught, pending: waiting }: CaughtUp) => {
    setPending(waiting);
    if (waiting?.missing !== undefined || !waiting) setPlacing(false);
    setOvertaken(outcome);
    state.setWorkspace(caught);
    void state.refreshFeeds();
  };
  useOvertaken({ state, workspace }, pending, catchUp);

  const hold = async (make: () => Promise<Prepared>) => {
    const prepared = await state.run(text('work_sign'), async (store) => {
      const made = await make();
      await store.savePending(feed.id, made);
      return made;
    });
    if (!prepared) return;
    setOvertaken(undefined);
    setPending(prepared);
    setPlacing(!prepared.missing);
  };
  const forget = () =>
    state
      .run(text('work_save'), (store) => store.savePending(feed.id, undefined))
      .then(() => setPending(undefined));
  const look = async (published: Workspace, written?: Written) => {
    const found = await state.run(text('work_verify'), (store) =>
      lookAtLive(store, published, Date.now(), written),
    );
    if (found) {
      setProof(found.proof);
      setOvertaken(found.proof ? undefined : 'other');
      state.setWorkspace(found.workspace);
    }
    await state.refreshFeeds();
  };
  const go = async (prepared: Prepared, destination: Destination, login: Login, address: string) => {
    const label = text('work_publish');
    let written: Written | undefined;
    const done = await state.run(label, async (store) => {
      // First of all: browsers ask for rights only while the press still counts as the person's.
      const place = await openPlace(destination, login, open);
      const at = 'url' in destination ? destination.url : text('place_the_folder');
      written = place && { place, at };
      const known =
        place && 'url' in destination ? { ...destination, singleWriter: !place.conditional } : destination;
      const kept = { ...workspace, feed: { ...feed, destination: known, ...(address && { address }) } };
      await store.saveFeed(kept.feed);
      const free = place
        ? await aboveLeftovers(place, prepared, open.published.timestamp, signers, Date.now())
        : prepared;
      if (free.missing) {
        await store.savePending(feed.id, free);
        setPending(free);
        setPlacing(false);
        throw new PlaceError('ERR_PLACE_LEFTOVERS', destination.kind);
      }
      return publishTo(store, kept, free, place, (files, all) => state.setWork({ label, done: files, all }));
    });
    if (!done) return;
    if ('outcome' in done) {
      catchUp(done);
      return;
    }
    setPending(undefined);
    setPlacing(false);
    setOvertaken(undefined);
    state.setWorkspace(done);
    await look(done, written);
  };
  const discard = () =>
    state.run(text('work_save'), async (store) => {
      await store.discardDraft(feed.id);
      state.setWorkspace(await loadWorkspace(store, feed));
    });

  const nothing = summary(text, count) === '';
  const waits = pending?.missing && { ...pending, missing: pending.missing };
  const told = (
    <Told
      version={feed.version}
      proof={proof}
      singleWriter={isSingleWriter(feed.destination)}
      waits={waits && { version: waits.info.version, missing: waits.missing }}
      overtaken={overtaken}
      nothing={looked && !pending && nothing}
    />
  );
  if (proof) {
    return (
      <>
        {told}
        <div class="actions">
          {proof.open && (
            <button type="button" class="button" onClick={() => void look(workspace)}>
              {text('published_look')}
            </button>
          )}
          <button type="button" class="button primary" onClick={() => setProof(undefined)}>
            {text('published_done')}
          </button>
        </div>
      </>
    );
  }
  if (waits) {
    return (
      <>
        {told}
        <HandOnPanel
          state={state}
          workspace={workspace}
          pending={waits}
          missing={waits.missing}
          onSign={(make) => void hold(make)}
          onWithdraw={() => void forget()}
        />
      </>
    );
  }
  if (pending && placing) {
    return (
      <>
        {told}
        <DestinationForm
          destination={feed.destination}
          address={feed.address}
          canPickFolder={pickFolder !== undefined}
          onGo={(destination, login, address) => void go(pending, destination, login, address)}
          onCancel={() => setPlacing(false)}
        />
      </>
    );
  }
  if (pending) {
    return (
      <>
        {told}
        <Unfinished
          version={pending.info.version}
          onGoOn={() => setPlacing(true)}
          onForget={() => void forget()}
        />
      </>
    );
  }
  const canSign = (role: 'targets' | 'timestamp') =>
    signers.some(({ id }) => open.root.roles[role].keyids.includes(id));
  return (
    <>
      {told}
      <MergePanel state={state} workspace={workspace} />
      {!nothing && (
        <Review
          count={count}
          numbers={numberReasons(open, reported)}
          entries={entryReasons(open, drafts, reasons)}
          objections={objections}
          noKey={!canSign('targets')}
          unchosen={openClashes(workspace.merge)}
          formatNumber={formatNumber}
          onKeys={onKeys}
          onPublish={(allowed) => void hold(() => prepare({ ...workspace, allowed, now: Date.now() }))}
          onDiscard={() => void discard()}
        />
      )}
      <ReceivePanel state={state} workspace={workspace} onReceived={(make) => void hold(make)} />
      <Refresh
        feed={feed}
        now={Date.now()}
        canRefresh={canSign('timestamp')}
        onRefresh={() => void hold(() => prepareRefresh({ open, signers }, Date.now()))}
      />
      <InfoPanel state={state} workspace={workspace} />
    </>
  );
}
