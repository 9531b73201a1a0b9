import { useState } from 'preact/hooks';
import type { AdminKey } from '../../../lib/i18n/admin';
import { TextField } from '../Field';
import { FileButton } from '../FileButton';
import { useAdminText } from '../text';

interface KeyFileProps {
  readonly onFile: (file: File, passphrase: string) => void;
  /** Why the last file opened no key. */
  readonly problem?: AdminKey | undefined;
  /** The passphrase stays for another try; else it is gone once a file was chosen. */
  readonly keepsPassphrase?: boolean;
}

/** A passphrase, and the choice of the key file that it opens. */
export function KeyFile({ onFile, problem, keepsPassphrase = false }: KeyFileProps) {
  const text = useAdminText();
  const [passphrase, setPassphrase] = useState('');
  return (
    <>
      <TextField
        label={text('holder_passphrase')}
        type="password"
        value={passphrase}
        onValue={setPassphrase}
      />
      <FileButton
        label={text('holder_choose')}
        accept=".json,application/json"
        onFile={(file) => {
          onFile(file, passphrase);
          if (!keepsPassphrase) setPassphrase('');
        }}
      />
      {problem && (
        <p class="problem" role="alert">
          {text(problem)}
        </p>
      )}
    </>
  );
}
