import { useMemo } from 'preact/hooks';
import { DestinationForm } from '../../../components/admin/publish/DestinationForm';
import { Refresh } from '../../../components/admin/publish/Refresh';
import { Review } from '../../../components/admin/publish/Review';
import { summary } from '../../../components/admin/publish/summary';
import { Told } from '../../../components/admin/publish/Told';
import { Unfinished } from '../../../components/admin/publish/Unfinished';
import { useAdminText } from '../../../components/admin/text';
import { countChanges } from '../../../lib/admin/publish/count';
import { isSingleWriter } from '../../../lib/admin/publish/destination';
import { entryReasons, numberReasons } from '../../../lib/admin/publish/draft-reasons';
import { objectionsToDraft } from '../../../lib/admin/publish/objections';
import { prepare, prepareRefresh } from '../../../lib/admin/publish/prepare';
import { openClashes } from '../../../lib/admin/merge/rebase';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { pickFolder } from './files';
import { HandOnPanel } from './HandOnPanel';
import { InfoPanel } from './InfoPanel';
import { MergePanel } from './MergePanel';
import { ReceivePanel } from './ReceivePanel';
import { usePublication } from './use-publication';

/** Review, signatures, publication, proof. */
export function PublishTab({ state, workspace, onKeys }: DeskProps & { readonly onKeys: () => void }) {
  const text = useAdminText();
  const publication = usePublication({ state, workspace });
  const { pending, looked, placing, overtaken, proof, hold, setPlacing } = publication;
  const { open, reported, drafts, reasons, signers, feed } = workspace;
  const count = useMemo(() => countChanges(open, reported, drafts), [open, reported, drafts]);
  const objections = useMemo(() => objectionsToDraft(open, { reported, drafts }), [open, reported, drafts]);

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
            <button type="button" class="button" onClick={() => void publication.look()}>
              {text('published_look')}
            </button>
          )}
          <button type="button" class="button primary" onClick={publication.closeProof}>
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
          onWithdraw={() => void publication.forget()}
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
          onGo={(destination, login, address) => void publication.go(pending, destination, login, address)}
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
          onForget={() => void publication.forget()}
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
          onDiscard={() => void publication.discard()}
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
