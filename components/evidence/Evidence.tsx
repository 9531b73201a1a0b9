import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StoredRecord } from '../../lib/report/evidence/database';
import { matchesSearch } from '../../lib/report/evidence/search';
import type { PeopleKey } from '../../lib/i18n/people';
import type { Language } from '../../lib/i18n/translate';
import { useLanguage } from '../language';
import { usePeopleText } from '../people-text';
import { LanguageSwitch } from '../LanguageSwitch';
import { EvidenceItem, type EvidenceItemEvents } from './EvidenceItem';

export interface EvidenceProps extends EvidenceItemEvents {
  readonly records: readonly StoredRecord[];
  /** Room left on the device in bytes; absent where the browser does not tell. */
  readonly room: number | undefined;
  /** What happened last, or what went wrong. */
  readonly note: PeopleKey | undefined;
  readonly onExport: (records: readonly StoredRecord[]) => void;
  readonly onLanguage: (language: Language, event: Event) => void;
  /** The draft, where there is one. */
  readonly children?: ComponentChildren;
}

const MB = 1024 * 1024;
/** Below this the page says that room is short. */
const LOW_ROOM = 100 * MB;

/** Room as people read it: megabytes while it is short, gigabytes where there is plenty. */
function sizeText(bytes: number): string {
  const megabytes = Math.floor(bytes / MB);
  return megabytes < 10_000 ? `${megabytes} MB` : `${Math.floor(megabytes / 1024)} GB`;
}

/** Everything that was saved: search, notes, files, export. */
export function Evidence(props: EvidenceProps) {
  const { records, room, note, onExport, onLanguage, children } = props;
  const language = useLanguage();
  const text = usePeopleText();
  const [query, setQuery] = useState('');
  const found = records.filter((record) => matchesSearch(record, query));
  const kept = found.filter((record) => record.deletedAt === undefined);
  const low = room !== undefined && room < LOW_ROOM;
  return (
    <div class="plain-page" lang={language}>
      <header class="plain-bar">
        <h1>{text('evidence_title')}</h1>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      <main>
        <p class="muted">{text('evidence_where')}</p>
        {room !== undefined && (
          <p class={low ? 'warning' : 'muted'}>
            {text(low ? 'evidence_room_low' : 'evidence_room', { size: sizeText(room) })}
          </p>
        )}
        <p role="status">{note && text(note)}</p>
        {children}
        {records.length === 0 ? (
          <p>{text('evidence_none')}</p>
        ) : (
          <>
            <label class="field">
              {text('evidence_search')}
              <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
            </label>
            <p class="actions">
              <span role="status">
                {found.length > 0
                  ? text('evidence_count', { count: kept.length })
                  : text('evidence_no_match')}
              </span>
              <button
                type="button"
                class="button"
                disabled={kept.length === 0}
                onClick={() => onExport(kept)}
              >
                {text('evidence_export')}
              </button>
            </p>
            <ul class="evidence-list">
              {found.map((record) => (
                <EvidenceItem
                  key={record.id}
                  {...props}
                  record={record}
                  deleted={record.deletedAt !== undefined}
                />
              ))}
            </ul>
          </>
        )}
      </main>
    </div>
  );
}
