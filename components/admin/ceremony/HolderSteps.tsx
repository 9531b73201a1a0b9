import { useState } from 'preact/hooks';
import { MIN_PASSPHRASE } from '../../../lib/admin/keys/backup';
import type { AdminKey } from '../../../lib/i18n/admin';
import { TextField } from '../Field';
import { KeyFile } from '../keys/KeyFile';
import { useAdminText } from '../text';
import type { HolderState } from './types';

interface HolderStepsProps {
  readonly all: readonly HolderState[];
  readonly save: (holder: string, passphrase: string) => void;
  readonly prove: (holder: string, file: File, passphrase: string) => void;
}

/** Every holder of new keys: each keeps them in a file of their own. */
export function HolderSteps({ all, save, prove }: HolderStepsProps) {
  return (
    <>
      {all.map((state) => (
        <HolderStep
          key={state.holder}
          state={state}
          onSave={(passphrase) => save(state.holder, passphrase)}
          onProve={(file, passphrase) => prove(state.holder, file, passphrase)}
        />
      ))}
    </>
  );
}

interface HolderStepProps {
  readonly state: HolderState;
  readonly onSave: (passphrase: string) => void;
  readonly onProve: (file: File, passphrase: string) => void;
}

/** One holder: choose a passphrase, save the file, read it back. */
function HolderStep({ state, onSave, onProve }: HolderStepProps) {
  const text = useAdminText();
  const roles = state.roles.map((role) => text(`role_${role}` as AdminKey)).join(', ');
  return (
    <section class="panel holder" aria-label={state.holder}>
      <h3>
        {state.holder} <span class="muted">({roles})</span>
      </h3>
      {state.proven ? <p class="done">{text('holder_proven')}</p> : <Save state={state} onSave={onSave} />}
      {state.saved && !state.proven && <Prove onProve={onProve} />}
      {state.problem && (
        <p class="problem" role="alert">
          {text(state.problem as AdminKey)}
        </p>
      )}
    </section>
  );
}

function Save({ state, onSave }: Pick<HolderStepProps, 'state' | 'onSave'>) {
  const text = useAdminText();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const short = passphrase !== '' && passphrase.trim().length < MIN_PASSPHRASE;
  const differs = again !== '' && again !== passphrase;
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!short && passphrase === again) onSave(passphrase);
      }}
    >
      <TextField
        label={text('holder_passphrase')}
        hint={text('holder_passphrase_hint', { count: MIN_PASSPHRASE })}
        error={short ? text('ERR_PASSPHRASE_SHORT', { count: MIN_PASSPHRASE }) : undefined}
        type="password"
        required
        value={passphrase}
        onValue={setPassphrase}
      />
      <TextField
        label={text('holder_again')}
        error={differs ? text('holder_differs') : undefined}
        type="password"
        required
        value={again}
        onValue={setAgain}
      />
      <button type="submit" class="button primary">
        {text(state.saved ? 'holder_save_again' : 'holder_save')}
      </button>
    </form>
  );
}

function Prove({ onProve }: Pick<HolderStepProps, 'onProve'>) {
  const text = useAdminText();
  return (
    <div class="row-form">
      <p>{text('holder_prove')}</p>
      <KeyFile onFile={onProve} keepsPassphrase />
    </div>
  );
}
