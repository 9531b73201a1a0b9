import type { ComponentChildren } from 'preact';
import type { Missing } from '../../../lib/lists/publish/signing';
import { useAdminText } from '../text';

/** What a publication waits for: another person's signature. It belongs into a region that is read out. */
export function Waits({ version, missing }: { readonly version: string; readonly missing: Missing }) {
  const text = useAdminText();
  const { role, have, need } = missing;
  return (
    <section class="panel hint">
      <h2>{text('hand_title', { version })}</h2>
      <p>{text('hand_missing', { role: text(`role_${role}`), have, need })}</p>
      <p>{text('hand_hint')}</p>
    </section>
  );
}

interface HandOnProps {
  readonly onSave: () => void;
  readonly onSign: () => void;
  readonly onWithdraw: () => void;
  /** Where root keys must sign: what they change, and their file. */
  readonly children?: ComponentChildren;
}

/** What can be done with a publication that waits: the file goes from hand to hand. */
export function HandOn({ onSave, onSign, onWithdraw, children }: HandOnProps) {
  const text = useAdminText();
  return (
    <section class="panel" aria-label={text('hand_file')}>
      {children}
      <div class="actions">
        <button type="button" class="button primary" onClick={onSave}>
          {text('hand_save')}
        </button>
        <button type="button" class="button" onClick={onSign}>
          {text('hand_sign')}
        </button>
        <button type="button" class="button" onClick={onWithdraw}>
          {text('hand_withdraw')}
        </button>
      </div>
    </section>
  );
}
