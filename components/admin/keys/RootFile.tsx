import type { AdminKey } from '../../../lib/i18n/admin';
import { useAdminText } from '../text';
import { KeyFile } from './KeyFile';

interface RootFileProps {
  /** Root keys of the feed that are unlocked for this one signature; absent where it is told elsewhere. */
  readonly count?: { readonly have: number; readonly need: number };
  readonly problem?: AdminKey | undefined;
  readonly onFile: (file: File, passphrase: string) => void;
}

/** The file with a root key: it is unlocked for one signature and never kept. */
export function RootFile({ count, problem, onFile }: RootFileProps) {
  const text = useAdminText();
  const signed = count && <p>{text('hand_missing', { role: text('role_root'), ...count })}</p>;
  return (
    <section class="panel" aria-label={text('change_root')}>
      <h3>{text('change_root')}</h3>
      <p class="muted">{text('change_root_hint')}</p>
      {count?.have === 0 && signed}
      {/* There before its words: only then are they read out. */}
      <div role="status">{count?.have !== 0 && signed}</div>
      <KeyFile onFile={onFile} problem={problem} />
    </section>
  );
}
