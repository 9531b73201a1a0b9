/** Root keys of a feed, unlocked from their holders' files for one signature. They are never stored. */
import { useEffect, useState } from 'preact/hooks';
import { useAdminText } from '../../../components/admin/text';
import { KeyError } from '../../../lib/admin/keys/backup';
import { rootSigners } from '../../../lib/admin/keys/change';
import { unlockHolderFile } from '../../../lib/admin/keys/holder-file';
import type { HeldSigner } from '../../../lib/admin/keys/stored-signer';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { DeskProps } from './Desk';
import { errorKey } from './error-text';

interface RootFiles {
  readonly signers: readonly HeldSigner[];
  readonly problem: AdminKey | undefined;
  /** Unlocks a file; gives the keys of it that may sign. */
  readonly load: (file: File, passphrase: string) => Promise<readonly HeldSigner[]>;
}

/** `ids`: the root keys that may sign. `isShown`: what is not looked at keeps no root key unlocked. */
export function useRootFile({ state }: DeskProps, ids: readonly string[], isShown = true): RootFiles {
  const text = useAdminText();
  const [signers, setSigners] = useState<readonly HeldSigner[]>([]);
  const [problem, setProblem] = useState<AdminKey>();
  useEffect(() => {
    if (isShown) return;
    setSigners([]);
    setProblem(undefined);
  }, [isShown]);
  const load = async (file: File, passphrase: string) => {
    const found = await state.run(text('work_lock'), async () => {
      setProblem(undefined);
      try {
        const roots = await rootSigners(await unlockHolderFile(await file.text(), passphrase));
        const own = roots.filter(({ id }) => ids.includes(id));
        if (own.length === 0) throw new KeyError('ERR_KEY_OTHER_FEED');
        return own;
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        setProblem(errorKey(error).key);
        return [];
      }
    });
    if (found)
      setSigners((all) => [...all.filter(({ id }) => !found.some((one) => one.id === id)), ...found]);
    return found ?? [];
  };
  return { signers, problem, load };
}
