import { useAdminText } from '../text';

interface UnfinishedProps {
  readonly version: string;
  readonly onGoOn: () => void;
  readonly onForget: () => void;
}

/** A publication that broke off: it goes on with the same bytes. */
export function Unfinished({ version, onGoOn, onForget }: UnfinishedProps) {
  const text = useAdminText();
  return (
    <section class="panel hint">
      <h2>{text('unfinished_title', { version })}</h2>
      <p>{text('unfinished_hint')}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={onGoOn}>
          {text('unfinished_go_on')}
        </button>
        <button type="button" class="button" onClick={onForget}>
          {text('unfinished_forget')}
        </button>
      </div>
    </section>
  );
}
