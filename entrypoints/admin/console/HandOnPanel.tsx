import { RootChange } from '../../../components/admin/keys/RootChange';
import { RootFile } from '../../../components/admin/keys/RootFile';
import { HandOn } from '../../../components/admin/publish/HandOn';
import { signFurther, type Prepared } from '../../../lib/admin/publish/prepare';
import { toldBy } from '../../../lib/admin/publish/told';
import { rootsOf } from '../../../lib/lists/publish/proposal';
import { proposalFile } from '../../../lib/lists/publish/proposal-file';
import type { Missing } from '../../../lib/lists/publish/signing';
import type { DeskProps } from './Desk';
import { download } from './files';
import { useRootFile } from './use-root-file';
import { holdersOf } from './workspace-facts';

interface HandOnPanelProps extends DeskProps {
  readonly pending: Prepared;
  readonly missing: Missing;
  readonly onSign: (make: () => Promise<Prepared>) => void;
  readonly onWithdraw: () => void;
}

/** What waits for signatures: of a person elsewhere, of a key here, or of a root key in a file. */
export function HandOnPanel({ state, workspace, pending, missing, onSign, onWithdraw }: HandOnPanelProps) {
  const isRoot = missing.role === 'root';
  const root = useRootFile({ state, workspace }, isRoot ? missing.keyids : []);
  const { version } = pending.info;
  const { signers } = workspace;
  const { force, before } = rootsOf(pending.proposal);
  const signWithFile = async (file: File, passphrase: string) => {
    const own = await root.load(file, passphrase);
    if (own.length > 0) onSign(() => signFurther(pending, [...own, ...signers], Date.now()));
  };
  return (
    <HandOn
      onSave={() => {
        const file = proposalFile(pending.proposal, pending.history && toldBy(pending.history));
        download(`canh-giac-cho-ky-${version}.json`, file);
      }}
      onSign={() => onSign(() => signFurther(pending, signers, Date.now()))}
      onWithdraw={onWithdraw}
    >
      {before && <RootChange before={before} after={force} holders={holdersOf(workspace)} />}
      {isRoot && (
        <RootFile problem={root.problem} onFile={(file, passphrase) => void signWithFile(file, passphrase)} />
      )}
    </HandOn>
  );
}
