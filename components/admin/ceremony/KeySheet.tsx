import { useEffect, useRef } from 'preact/hooks';
import { keyIdLabel } from '../../../lib/admin/keys/key-label';
import { useLanguage } from '../../language';
import type { SheetKey } from './sheet';
import { useAdminText } from '../text';

interface KeySheetProps {
  readonly feed: string;
  readonly fingerprint: string;
  readonly keys: readonly SheetKey[];
  readonly thresholds: Readonly<Record<SheetKey['role'], number>>;
  /** When it is printed, milliseconds since 1970. */
  readonly made: number;
  /** When what the root keys signed runs out, ISO 8601. */
  readonly expires: string;
  /** What the button says that leaves it. */
  readonly done: string;
  readonly onPrint: () => void;
  readonly onDone: () => void;
}

/** What goes into the safe on paper: who holds what, and the fingerprint that people paste. No secret is on it. */
export function KeySheet(props: KeySheetProps) {
  const { feed, fingerprint, keys, thresholds, made, expires, done, onPrint, onDone } = props;
  const text = useAdminText();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  // It comes in the place of the button that was pressed.
  useEffect(() => title.current?.focus(), []);
  const day = (at: string | number) => new Date(at).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <section class="panel key-sheet">
      <h2 ref={title} tabIndex={-1}>
        {text('sheet_title', { feed })}
      </h2>
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
                <td>{key.holder ?? text('sheet_by_hand')}</td>
                <td>
                  <code>{keyIdLabel(key.public)}</code>
                </td>
                <td>{text('sheet_of', { need: thresholds[key.role] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{text('sheet_dates', { day: day(made), until: day(expires) })}</p>
      <p>{text('sheet_keep')}</p>
      <div class="actions no-print">
        <button type="button" class="button" onClick={onPrint}>
          {text('sheet_print')}
        </button>
        <button type="button" class="button primary" onClick={onDone}>
          {done}
        </button>
      </div>
    </section>
  );
}
