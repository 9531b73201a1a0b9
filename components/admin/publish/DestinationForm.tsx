import { useState } from 'preact/hooks';
import { FOLDER_URL, isSingleWriter, type Destination } from '../../../lib/admin/publish/destination';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';

export interface Login {
  readonly user: string;
  readonly secret: string;
}

interface DestinationFormProps {
  readonly destination?: Destination | undefined;
  /** Where browsers read the feed. */
  readonly address?: string | undefined;
  readonly canPickFolder: boolean;
  readonly onGo: (destination: Destination, login: Login, address: string) => void;
  readonly onCancel: () => void;
}

/** Where the files go. Passwords are not kept: they are typed for each publication. */
export function DestinationForm({
  destination,
  address,
  canPickFolder,
  onGo,
  onCancel,
}: DestinationFormProps) {
  const text = useAdminText();
  const [kind, setKind] = useState<Destination['kind']>(destination?.kind ?? 'zip');
  const [url, setUrl] = useState(destination && 'url' in destination ? destination.url : '');
  const [region, setRegion] = useState(destination?.kind === 's3' ? destination.region : 'us-east-1');
  const [user, setUser] = useState(
    destination?.kind === 'dav'
      ? (destination.user ?? '')
      : destination?.kind === 's3'
        ? destination.accessKey
        : '',
  );
  const [secret, setSecret] = useState('');
  const [read, setRead] = useState(address ?? '');
  const folderUrl = [FOLDER_URL, text('place_url_form')] as const;
  const kinds: Destination['kind'][] = canPickFolder ? ['zip', 'folder', 'dav', 's3'] : ['zip', 'dav', 's3'];
  const chosen = (): Destination => {
    if (kind === 'dav') return { kind, url, ...(user && { user }) };
    if (kind === 's3') return { kind, url, region, accessKey: user };
    return { kind };
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onGo(chosen(), { user, secret }, read);
      }}
    >
      <h2>{text('place_title')}</h2>
      <ChoiceField
        label={text('place_kind')}
        value={kind}
        choices={kinds.map((one) => [one, text(`place_${one}`)] as const)}
        onValue={setKind}
      />
      {!canPickFolder && <p class="muted">{text('place_no_folder')}</p>}
      <p class="muted">{text(`place_${kind}_hint`)}</p>
      {isSingleWriter(destination) &&
        kind === destination?.kind &&
        'url' in destination &&
        url === destination.url && <p class="hint">{text('place_single_writer')}</p>}
      {(kind === 'dav' || kind === 's3') && (
        <>
          <TextField
            label={text('place_url')}
            type="url"
            required
            pattern={folderUrl}
            value={url}
            onValue={setUrl}
          />
          {kind === 's3' && (
            <TextField label={text('place_region')} required value={region} onValue={setRegion} />
          )}
          <TextField
            label={text(kind === 's3' ? 'place_access_key' : 'place_user')}
            required={kind === 's3'}
            value={user}
            onValue={setUser}
          />
          <TextField
            label={text(kind === 's3' ? 'place_secret_key' : 'place_password')}
            hint={text('place_not_kept')}
            type="password"
            required={kind === 's3'}
            value={secret}
            onValue={setSecret}
          />
        </>
      )}
      <TextField
        label={text('place_address')}
        hint={text('place_address_hint')}
        type="url"
        pattern={folderUrl}
        value={read}
        onValue={setRead}
      />
      <div class="actions">
        <button type="submit" class="button primary">
          {text('place_go')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
