import { useState } from 'preact/hooks';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { TextField } from '../Field';
import { FileButton } from '../FileButton';
import { useAdminText } from '../text';
import { FeedCard } from './FeedCard';

export interface StartProps {
  readonly feeds: readonly ConsoleFeed[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A folder can be picked in this browser. */
  readonly canPickFolder: boolean;
  readonly editor: string;
  readonly onEditor: (name: string) => void;
  readonly onOpen: (feed: ConsoleFeed) => void;
  readonly onForget: (feed: ConsoleFeed) => void;
  readonly onAddress: (address: string, fingerprint: string) => void;
  readonly onFolder: () => void;
  readonly onZip: (file: File) => void;
  readonly onNew: () => void;
}

/** The first page: the feeds that are kept here, and the ways to another. */
export function Start(props: StartProps) {
  const text = useAdminText();
  const { feeds, editor } = props;
  const named = editor.trim() !== '';
  return (
    <div class="start">
      <section class="panel">
        <h2>{text('start_who')}</h2>
        <TextField
          label={text('start_editor')}
          hint={text('start_editor_hint')}
          value={editor}
          onValue={props.onEditor}
          maxLength={120}
        />
      </section>
      <section class="panel">
        <h2>{text('start_feeds')}</h2>
        {feeds.length === 0 ? (
          <p>{text('start_none')}</p>
        ) : (
          <ul class="feed-list">
            {feeds.map((feed) => (
              <FeedCard
                key={feed.id}
                feed={feed}
                now={props.now}
                onOpen={props.onOpen}
                onForget={props.onForget}
              />
            ))}
          </ul>
        )}
      </section>
      <section class="panel">
        <h2>{text('start_other')}</h2>
        {!named && <p class="hint">{text('start_name_first')}</p>}
        <AddressForm disabled={!named} onAddress={props.onAddress} />
        <FileWays {...props} disabled={!named} />
      </section>
    </div>
  );
}

function AddressForm({
  disabled,
  onAddress,
}: { readonly disabled: boolean } & Pick<StartProps, 'onAddress'>) {
  const text = useAdminText();
  const [address, setAddress] = useState('');
  const [fingerprint, setFingerprint] = useState('');
  const bare = fingerprint.replace(/[\s:]/g, '').toLowerCase();
  const wrong = bare !== '' && !/^[0-9a-f]{64}$/.test(bare);
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && bare !== '' && !wrong) onAddress(address, bare);
      }}
    >
      <TextField label={text('start_address')} type="url" required value={address} onValue={setAddress} />
      <TextField
        label={text('start_fingerprint')}
        hint={text('start_fingerprint_hint')}
        error={wrong ? text('start_fingerprint_wrong') : undefined}
        required
        value={fingerprint}
        onValue={setFingerprint}
      />
      <button type="submit" class="button" disabled={disabled}>
        {text('start_open_address')}
      </button>
    </form>
  );
}

function FileWays(props: StartProps & { readonly disabled: boolean }) {
  const text = useAdminText();
  const { disabled } = props;
  return (
    <>
      {!props.canPickFolder && <p class="muted">{text('start_no_folder')}</p>}
      <div class="actions">
        {props.canPickFolder && (
          <button type="button" class="button" disabled={disabled} onClick={props.onFolder}>
            {text('start_open_folder')}
          </button>
        )}
        <FileButton
          label={text('start_open_zip')}
          accept=".zip,application/zip"
          disabled={disabled}
          onFile={props.onZip}
        />
        <button type="button" class="button primary" disabled={disabled} onClick={props.onNew}>
          {text('start_new')}
        </button>
      </div>
    </>
  );
}
