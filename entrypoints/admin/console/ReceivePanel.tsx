import { useState } from 'preact/hooks';
import { RootChange } from '../../../components/admin/keys/RootChange';
import { Receive } from '../../../components/admin/publish/Receive';
import { useAdminText } from '../../../components/admin/text';
import { countersign, type Prepared } from '../../../lib/admin/publish/prepare';
import { readReceived, type Received } from '../../../lib/admin/publish/received';
import { rootsOf } from '../../../lib/lists/publish/proposal';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { holdersOf } from './workspace-facts';

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
      setReceived(await readReceived(open, bytes));
    });
  const roots = received && rootsOf(received.proposal);
  return (
    <Receive
      received={received}
      formatNumber={formatNumber}
      onFile={(file) => void read(file)}
      onSign={(allowed) =>
        received &&
        onReceived(() => countersign(open, received.proposal, signers, Date.now(), received.edits, allowed))
      }
      onCancel={() => setReceived(undefined)}
    >
      {roots?.before && (
        <RootChange before={roots.before} after={roots.force} holders={holdersOf(workspace)} />
      )}
    </Receive>
  );
}
