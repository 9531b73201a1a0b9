import type { HistoryEntry } from '../../../lib/admin/publish/history';
import { useLanguage } from '../../language';
import { useAdminText } from '../text';
import { summary } from './summary';

interface HistoryProps {
  readonly entries: readonly HistoryEntry[];
  /** The version that is published now. */
  readonly current: string;
  readonly onRollBack: (entry: HistoryEntry) => void;
}

/** Every version that this console published: when, who signed, what changed, and the way back. */
export function History({ entries, current, onRollBack }: HistoryProps) {
  const text = useAdminText();
  const language = useLanguage();
  if (entries.length === 0) return <p class="panel">{text('history_none')}</p>;
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li key={entry.version} class="panel">
          <h2>{text('feed_version', { version: entry.version })}</h2>
          <p>
            {text('history_line', {
              at: new Date(entry.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
              who: entry.signedBy.join(', '),
            })}
          </p>
          {entry.rollBackTo !== undefined && <p>{text('history_rolled', { version: entry.rollBackTo })}</p>}
          <p>{summary(text, entry.count)}</p>
          {entry.version !== current && (
            <button type="button" class="button" onClick={() => onRollBack(entry)}>
              {text('history_roll_back')}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
