import { useState } from 'preact/hooks';
import { TextField } from '../Field';
import { useAdminText } from '../text';

interface KeyFileProps {
  readonly onFile: (file: File, passphrase: string) => void;
  /** The passphrase stays for another try; else it is gone once a file was chosen. */
  readonly keepsPassphrase?: boolean;
}

/** A passphrase, and the choice of the key file that it opens. */
export function KeyFile({ onFile, keepsPassphrase = false }: KeyFileProps) {
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
      <label class="button file-button">
        {text('holder_choose')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) onFile(file, passphrase);
            if (!keepsPassphrase) setPassphrase('');
          }}
        />
      </label>
    </>
  );
}
