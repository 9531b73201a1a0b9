import { useId, useState } from 'preact/hooks';
import type { FeedTextKey } from '../../../lib/i18n/feed-text';
import { readFingerprint } from '../../../lib/lists/feed/wanted';
import { isFeedAddress } from '../../../lib/lists/feed/transport';
import { useFeedText } from './feed-texts';
import { ScopeChoice } from './ScopeChoice';
import type { FeedEvents, Scope } from './types';

interface AddFeedProps extends Pick<FeedEvents, 'onAdd'> {
  readonly packsTaken: boolean;
}

interface Fault {
  readonly key: FeedTextKey;
  readonly field?: 'address' | 'fingerprint' | 'scope';
}

/** A form for one more feed. What was typed stays until the feed is followed. */
export function AddFeed({ packsTaken, onAdd }: AddFeedProps) {
  const text = useFeedText();
  const id = useId();
  const [address, setAddress] = useState('');
  const [fingerprint, setFingerprint] = useState('');
  const [scope, setScope] = useState<Scope[]>(['reported']);
  const [fault, setFault] = useState<Fault>();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');

  const add = async () => {
    const hash = readFingerprint(fingerprint);
    const wrong: Fault | undefined = !isFeedAddress(address)
      ? { key: 'error_ERR_FEED_ADDRESS', field: 'address' }
      : hash === undefined
        ? { key: 'add_fingerprint_bad', field: 'fingerprint' }
        : scope.length === 0
          ? { key: 'scope_none', field: 'scope' }
          : undefined;
    setFault(wrong);
    if (wrong || hash === undefined) return;
    setState('busy');
    // A background that died in the middle answers nothing: the button must live on.
    const error = await onAdd({ address, fingerprint: hash, scope }).catch(() => 'ERR_FEED_FAILED' as const);
    setState(error === undefined ? 'done' : 'idle');
    setFault(error && { key: error === 'known' ? 'add_known' : `error_${error}` });
    if (error !== undefined) return;
    setAddress('');
    setFingerprint('');
    setScope(['reported']);
  };
  const field = (name: 'address' | 'fingerprint', value: string, change: (next: string) => void) => (
    <div class="field">
      <label for={`${id}-${name}`}>{text(`add_${name}`)}</label>
      <input
        id={`${id}-${name}`}
        type="text"
        inputMode={name === 'address' ? 'url' : 'text'}
        value={value}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-${name}-hint`}
        aria-invalid={fault?.field === name}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p class="muted" id={`${id}-${name}-hint`}>
        {text(`add_${name}_hint`)}
      </p>
    </div>
  );
  return (
    <form
      class="add-feed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== 'busy') void add();
      }}
    >
      <h3>{text('add')}</h3>
      {field('address', address, setAddress)}
      {field('fingerprint', fingerprint, setFingerprint)}
      <ScopeChoice scope={scope} packsTaken={packsTaken} onScope={setScope} />
      <div role="alert">{fault && <p class="feed-fault">{text(fault.key)}</p>}</div>
      <div role="status">
        {state === 'busy' && <p>{text('adding')}</p>}
        {state === 'done' && <p>{text('added')}</p>}
      </div>
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={state === 'busy'}>
          {text('add_submit')}
        </button>
      </p>
    </form>
  );
}
