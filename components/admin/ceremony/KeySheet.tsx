import { keyIdLabel, type SheetKey } from './sheet';
import { useAdminText } from '../text';

interface KeySheetProps {
  readonly feed: string;
  readonly fingerprint: string;
  readonly keys: readonly SheetKey[];
  readonly thresholds: Readonly<Record<SheetKey['role'], number>>;
  readonly onPrint: () => void;
  readonly onDone: () => void;
}

/** What goes into the safe on paper: who holds what, and the fingerprint that people paste. No secret is on it. */
export function KeySheet({ feed, fingerprint, keys, thresholds, onPrint, onDone }: KeySheetProps) {
  const text = useAdminText();
  return (
    <section class="panel key-sheet">
      <h2>{text('sheet_title', { feed })}</h2>
      <p>{text('sheet_fingerprint')}</p>
      <code class="fingerprint">{fingerprint}</code>
      {/* Narrow windows scroll the table alone, by keys too. */}
      <div class="table-scroll" tabIndex={0} role="region" aria-label={text('sheet_title', { feed })}>
        <table aria-label={text('sheet_title', { feed })}>
          <thead>
            <tr>
              <th scope="col">{text('sheet_role')}</th>
              <th scope="col">{text('sheet_holder')}</th>
              <th scope="col">{text('sheet_key')}</th>
              <th scope="col">{text('sheet_threshold')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={`${key.role} ${key.public}`}>
                <td>{text(`role_${key.role}`)}</td>
                <td>{key.holder}</td>
                <td>
                  <code>{keyIdLabel(key.public)}</code>
                </td>
                <td>{text('sheet_of', { need: thresholds[key.role] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{text('sheet_keep')}</p>
      <div class="actions no-print">
        <button type="button" class="button" onClick={onPrint}>
          {text('sheet_print')}
        </button>
        <button type="button" class="button primary" onClick={onDone}>
          {text('sheet_done')}
        </button>
      </div>
    </section>
  );
}
