import { useState } from 'preact/hooks';
import { RootChange } from '../../../components/admin/keys/RootChange';
import { Receive } from '../../../components/admin/publish/Receive';
import { useAdminText } from '../../../components/admin/text';
import { countProposal } from '../../../lib/admin/publish/count';
import type { VersionEdits } from '../../../lib/admin/publish/draft-reasons';
import type { HistoryEntry } from '../../../lib/admin/publish/history';
import { infoIn } from '../../../lib/admin/publish/info';
import { countersign, type Prepared } from '../../../lib/admin/publish/prepare';
import { proposalEdits, toldIn } from '../../../lib/admin/publish/told';
import { rootsOf, type Proposal } from '../../../lib/lists/publish/proposal';
import {
  proposedTargets,
  readProposal,
  rebased,
  requireSound,
} from '../../../lib/lists/publish/proposal-file';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { holdersOf } from './workspace-facts';

interface Received {
  readonly proposal: Proposal;
  readonly version: string;
  readonly count: HistoryEntry['count'];
  readonly edits: VersionEdits;
}

interface ReceivePanelProps extends DeskProps {
  readonly onReceived: (make: () => Promise<Prepared>) => void;
}

/** Takes a colleague's publication in: held against what is published here before anything is shown. */
export function ReceivePanel({ state, workspace, onReceived }: ReceivePanelProps) {
  const text = useAdminText();
  const [received, setReceived] = useState<Received>();
  const { open, signers } = workspace;
  const read = (file: File) =>
    state.run(text('work_open'), async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const proposal = rebased(readProposal(bytes), open.published);
      await requireSound(proposal, open.published);
      const { version } = infoIn(proposedTargets(proposal, open.targets));
      const edits = await proposalEdits(open, proposal, toldIn(bytes));
      setReceived({ proposal, version, count: await countProposal(open, proposal), edits });
    });
  const roots = received && rootsOf(received.proposal);
  return (
    <Receive
      received={received}
      formatNumber={formatNumber}
      onFile={(file) => void read(file)}
      onSign={() =>
        received &&
        onReceived(() => countersign(open, received.proposal, signers, Date.now(), received.edits))
      }
      onCancel={() => setReceived(undefined)}
    >
      {roots?.before && (
        <RootChange before={roots.before} after={roots.force} holders={holdersOf(workspace)} />
      )}
    </Receive>
  );
}
