import type { ComponentChildren } from 'preact';
import type { HistoryEntry } from '../../../lib/admin/publish/history';
import type { VersionEdits } from '../../../lib/admin/publish/draft-reasons';
import type { Objection } from '../../../lib/lists/publish/guards';
import { FileButton } from '../FileButton';
import { useAdminText } from '../text';
import { Edits } from './Edits';
import { Objections, useObjections } from './Objections';
import { summary } from './summary';

interface Received {
  readonly version: string;
  readonly count: HistoryEntry['count'];
  readonly edits: VersionEdits;
  /** What stands against it, or must be said yes to once more. */
  readonly objections: readonly Objection[];
}

interface ReceiveProps {
  /** What a received publication would change; absent before one is chosen. */
  readonly received?: Received | undefined;
  readonly formatNumber: (number: string) => string;
  readonly onFile: (file: File) => void;
  /** Gets what was said yes to. */
  readonly onSign: (allowed: ReadonlySet<string>) => void;
  readonly onCancel: () => void;
  /** What a root that follows changes. */
  readonly children?: ComponentChildren;
}

function isTold({ numbers, entries }: VersionEdits): boolean {
  return numbers.some(({ why }) => why !== undefined) || entries.some(({ reason }) => reason);
}

/** A publication of a colleague that waits for a signature: look at what it changes, then sign. */
export function Receive({ received, formatNumber, onFile, onSign, onCancel, children }: ReceiveProps) {
  const text = useAdminText();
  return (
    <section class="panel">
      <h2>{text('receive_title')}</h2>
      <p>{text('receive_hint')}</p>
      <p class="strong" role="status">
        {received &&
          `${text('feed_version', { version: received.version })}: ${summary(text, received.count) || text(children ? 'receive_same' : 'receive_dates')}`}
      </p>
      {received && isTold(received.edits) && <p class="muted">{text('receive_reasons')}</p>}
      {received && <Edits {...received.edits} formatNumber={formatNumber} />}
      {children}
      {received ? (
        <Sign objections={received.objections} onSign={onSign} onCancel={onCancel} />
      ) : (
        <FileButton label={text('receive_choose')} accept=".json,application/json" onFile={onFile} />
      )}
    </section>
  );
}

type SignProps = Pick<ReceiveProps, 'onSign' | 'onCancel'> & Pick<Received, 'objections'>;

/** Of another file everything is asked anew. */
function Sign({ objections, onSign, onCancel }: SignProps) {
  const text = useAdminText();
  const { sure, ...asked } = useObjections(objections);
  return (
    <>
      <Objections {...asked} />
      <div class="actions">
        <button type="button" class="button primary" disabled={!sure} onClick={() => onSign(asked.confirmed)}>
          {text('receive_sign')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}
