/** New keys on their way into their holders' files: each file is saved, then read back. */
import { useState } from 'preact/hooks';
import type { HolderState } from '../../../components/admin/ceremony/types';
import { useAdminText } from '../../../components/admin/text';
import type { MadeKey } from '../../../lib/admin/keys/ceremony';
import { holderFile, requireRestores } from '../../../lib/admin/keys/holder-file';
import { errorKey } from './error-text';
import { download } from './files';
import type { ConsoleState } from './use-console';

interface Holders {
  readonly all: readonly HolderState[];
  readonly begin: (keys: readonly MadeKey[]) => void;
  readonly save: (holder: string, passphrase: string) => void;
  readonly prove: (holder: string, file: File, passphrase: string) => void;
  /** Every file was read back. */
  readonly ready: boolean;
}

/** `feed`: its name, for the files. */
export function useHolders(state: ConsoleState, feed: string): Holders {
  const text = useAdminText();
  const [keys, setKeys] = useState<readonly MadeKey[]>([]);
  const [all, setAll] = useState<readonly HolderState[]>([]);
  const update = (holder: string, change: Partial<HolderState>) =>
    setAll((before) =>
      before.map((one) => (one.holder === holder ? { ...one, problem: undefined, ...change } : one)),
    );
  const ofHolder = (holder: string) => keys.filter((key) => key.holder === holder);
  return {
    all,
    begin: (made) => {
      setKeys(made);
      setAll(
        [...new Set(made.map(({ holder }) => holder))].map((holder) => ({
          holder,
          roles: made.filter((key) => key.holder === holder).map(({ role }) => role),
          saved: false,
          proven: false,
        })),
      );
    },
    save: (holder, passphrase) =>
      void state.run(text('work_lock'), async () => {
        const content = await holderFile(ofHolder(holder), feed, new Date().toISOString(), passphrase);
        download(`canh-giac-khoa-${holder.replace(/\W+/gu, '-')}.json`, content);
        update(holder, { saved: true });
      }),
    prove: (holder, file, passphrase) =>
      void state.run(text('work_lock'), async () => {
        try {
          await requireRestores(await file.text(), passphrase, ofHolder(holder));
          update(holder, { proven: true });
        } catch (error) {
          update(holder, { problem: errorKey(error).key });
        }
      }),
    ready: all.length > 0 && all.every(({ proven }) => proven),
  };
}
