import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { keyIdLabel } from '../../../lib/admin/keys/key-label';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { Root } from '../../../lib/lists/feed/metadata';
import { KeyFile } from '../keys/KeyFile';
import type { KeyWork } from '../keys/work';
import { useAdminText } from '../text';

interface KeysProps {
  readonly root: Root;
  /** Ids of the keys that are kept here for daily use, and their holders. */
  readonly held: ReadonlyMap<string, string>;
  /** Why the last file opened no key. */
  readonly problem?: AdminKey | undefined;
  /** What could not begin, or cannot go on, and why. */
  readonly refused?: { readonly what: KeyWork['what']; readonly why: AdminKey } | undefined;
  /** Until when the root holds. */
  readonly expiry: ComponentChildren;
  /** Other keys, or another number of people who must sign. */
  readonly onChange: () => void;
  /** A new date for the root. */
  readonly onRenew: () => void;
  /** The sheet was looked at: the focus goes on from its button. */
  readonly isBack: boolean;
  readonly onSheet: () => void;
  readonly onLoad: (file: File, passphrase: string) => void;
}

/** Which keys sign, which of them are at hand, and loading those of a holder's file. */
export function Keys(props: KeysProps) {
  const { root, held, problem, refused, expiry, isBack, onChange, onRenew, onSheet, onLoad } = props;
  const text = useAdminText();
  const toSheet = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack) toSheet.current?.focus();
  }, [isBack]);
  const refusal = (what: KeyWork['what']) =>
    refused?.what === what && (
      <p class="problem" role="alert">
        {text(refused.why)}
      </p>
    );
  return (
    <>
      <section class="panel">
        <h2>{text('keys_title')}</h2>
        {(['root', 'targets', 'snapshot', 'timestamp'] as const).map((role) => (
          <div key={role}>
            <h3>{text(`role_${role}`)}</h3>
            <p class="muted">
              {text('sheet_threshold')}: {text('sheet_of', { need: root.roles[role].threshold })}
            </p>
            <ul>
              {root.roles[role].keyids.map((id) => (
                <li key={id}>
                  <code>{keyIdLabel(root.keys[id]?.keyval.public ?? id)}</code>{' '}
                  {role === 'root'
                    ? text('keys_offline')
                    : held.has(id)
                      ? text('keys_here', { holder: held.get(id) ?? '' })
                      : text('keys_elsewhere')}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <button ref={toSheet} type="button" class="button" onClick={onSheet}>
          {text('sheet_show')}
        </button>
      </section>
      <section class="panel">
        <h2>{text('keys_load')}</h2>
        <p class="muted">{text('keys_load_hint')}</p>
        <KeyFile onFile={onLoad} problem={problem} />
      </section>
      <section class="panel">
        <h2>{text('renew_title')}</h2>
        <p>{text('renew_intro')}</p>
        {expiry}
        {refusal('renew')}
        <button type="button" class="button" onClick={onRenew}>
          {text('renew_begin')}
        </button>
      </section>
      <section class="panel">
        <h2>{text('change_title')}</h2>
        <p>{text('change_intro')}</p>
        {refusal('change')}
        <button type="button" class="button" onClick={onChange}>
          {text('change_begin')}
        </button>
      </section>
    </>
  );
}
