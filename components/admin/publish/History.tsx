import type { HistoryEntry } from '../../../lib/admin/publish/history';
import type { RollBackNotes } from '../../../lib/admin/publish/roll-back';
import { useLanguage } from '../../language';
import { useAdminText } from '../text';
import { Edits } from './Edits';
import { RollBackAsk } from './RollBackAsk';
import { summary } from './summary';

interface HistoryProps {
  readonly entries: readonly HistoryEntry[];
  /** The version that is published now. */
  readonly current: string;
  /** Looks at the feed for versions of other computers; absent where it has no address. */
  readonly onLook?: (() => void) | undefined;
  /** How many the last look found. */
  readonly found?: number | undefined;
  readonly formatNumber: (number: string) => string;
  readonly onRollBack: (entry: HistoryEntry) => void;
  /** What to know before a version is brought back; absent where nothing is asked. */
  readonly asking?: { readonly version: string; readonly notes: RollBackNotes } | undefined;
  readonly onSure: (entry: HistoryEntry) => void;
}

/** Every version that is known here: when, who signed, what changed, and the way back. */
export function History({
  entries,
  current,
  onLook,
  found,
  formatNumber,
  onRollBack,
  asking,
  onSure,
}: HistoryProps) {
  const text = useAdminText();
  const language = useLanguage();
  return (
    <>
      {onLook && (
        <div class="panel">
          <p>{text('history_look_hint')}</p>
          <button type="button" class="button" onClick={onLook}>
            {text('history_look')}
          </button>
          <div role="status">{found !== undefined && <p>{text('history_found', { count: found })}</p>}</div>
        </div>
      )}
      {entries.length === 0 && <p class="panel">{text('history_none')}</p>}
      {entries.length > 0 && (
        <ol class="history">
          {entries.map((entry) => (
            <li key={entry.version} class="panel">
              <h2>{text('feed_version', { version: entry.version })}</h2>
              <p>
                {text('history_line', {
                  at: new Date(entry.at).toLocaleString(language, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  }),
                  who: entry.signedBy.join(', '),
                })}
              </p>
              {entry.elsewhere && <p class="muted">{text('history_elsewhere')}</p>}
              {entry.rollBackTo !== undefined && (
                <p>{text('history_rolled', { version: entry.rollBackTo })}</p>
              )}
              <p>{summary(text, entry.count)}</p>
              <Edits
                closed
                numbers={entry.reasons}
                entries={entry.entries ?? []}
                formatNumber={formatNumber}
              />
              {entry.version !== current && (
                <button
                  type="button"
                  class="button"
                  aria-expanded={asking?.version === entry.version}
                  onClick={() => onRollBack(entry)}
                >
                  {text('history_roll_back')}
                </button>
              )}
              {asking?.version === entry.version && (
                <RollBackAsk notes={asking.notes} onSure={() => onSure(entry)} />
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
