import { useState } from 'preact/hooks';
import { entryOf, type EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { RowError } from '../../../lib/lists/publish/import-rows';
import type { Reason } from '../../../lib/admin/reported/change';
import { TextField } from '../Field';
import { categoryName } from '../../../lib/i18n/categories';
import { useLanguage } from '../../language';
import { useAdminText } from '../text';
import { EntryFields } from './EntryFields';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';
import { Reasons } from '../Reasons';

export interface SavedEntry {
  /** The line as it stands in the draft. */
  readonly line: string;
  readonly draft: EntryDraft;
}

export type NumberState = 'ready' | 'none' | 'several' | 'short' | 'official';

interface EntryPageProps {
  /** The number that is looked at; undefined for a new one. */
  readonly number?: string | undefined;
  readonly entries: readonly SavedEntry[];
  /** Why it is as it is, from this console's history and draft, the newest first. */
  readonly reasons: readonly Reason[];
  readonly blank: EntryDraft;
  readonly categories: readonly string[];
  readonly readNumber: (text: string) => { readonly number?: string; readonly state: NumberState };
  readonly formatNumber: (number: string) => string;
  /** The lines that the number has from now on; none take it out. */
  readonly onSave: (number: string, lines: readonly string[], reason: ReasonDraft) => void;
  readonly onClose: () => void;
}

/** One number: its entries, why they are there, another entry, or its removal. For a person's appeal too. */
export function EntryPage(props: EntryPageProps) {
  const text = useAdminText();
  const { entries, number } = props;
  return (
    <div class="entry-page">
      <button type="button" class="button" onClick={props.onClose}>
        {text('entry_back')}
      </button>
      <h2>{number === undefined ? text('entry_new') : props.formatNumber(number)}</h2>
      {number !== undefined && entries.length === 0 && <p class="hint">{text('entry_gone')}</p>}
      {number !== undefined &&
        entries.map((entry) => (
          <ExistingEntry
            key={entry.line}
            {...props}
            number={number}
            entry={entry}
            others={entries.filter((other) => other !== entry).map(({ line }) => line)}
          />
        ))}
      <NewEntry {...props} />
      {number !== undefined && (
        <Reasons title={text('entry_why')} none={text('entry_why_unknown')} reasons={props.reasons} />
      )}
    </div>
  );
}

function ExistingEntry(
  props: EntryPageProps & {
    readonly number: string;
    readonly entry: SavedEntry;
    readonly others: readonly string[];
  },
) {
  const text = useAdminText();
  const language = useLanguage();
  const { number, entry, others } = props;
  const [draft, setDraft] = useState(entry.draft);
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const [problems, setProblems] = useState<readonly RowError[]>([]);
  const said = reason.why.trim() !== '';
  return (
    <details class="panel" open={props.entries.length === 1}>
      <summary>
        {draft.publisher}, {draft.date}: {categoryName(language, draft.category)}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const result = entryOf(number, draft, props.categories);
          if ('problems' in result) setProblems(result.problems);
          else props.onSave(number, [...others, result.line], reason);
        }}
      >
        <EntryFields draft={draft} categories={props.categories} problems={problems} onDraft={setDraft} />
        <ReasonFields reason={reason} onReason={setReason} />
        <div class="actions">
          <button type="submit" class="button primary">
            {text('entry_save')}
          </button>
          <button
            type="button"
            class="button"
            disabled={!said}
            onClick={() => props.onSave(number, others, reason)}
          >
            {text('entry_remove')}
          </button>
        </div>
        {!said && <p class="muted">{text('entry_remove_needs')}</p>}
      </form>
    </details>
  );
}

function NewEntry(props: EntryPageProps) {
  const text = useAdminText();
  const [typed, setTyped] = useState('');
  const [draft, setDraft] = useState(props.blank);
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const [spoofed, setSpoofed] = useState(false);
  const [problems, setProblems] = useState<readonly RowError[]>([]);
  const { number, state } = props.readNumber(props.number ?? typed);
  const official = state === 'official';
  const ready = number !== undefined && (state === 'ready' || (official && spoofed));
  return (
    <details class="panel" open={props.number === undefined}>
      <summary>{text('entry_add')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const result = entryOf(number, draft, props.categories);
          if ('problems' in result) setProblems(result.problems);
          else props.onSave(number, [...props.entries.map(({ line }) => line), result.line], reason);
        }}
      >
        {props.number === undefined && (
          <TextField
            label={text('grid_number')}
            hint={number !== undefined ? props.formatNumber(number) : undefined}
            error={typed !== '' && state !== 'ready' ? text(`number_${state}`) : undefined}
            required
            value={typed}
            onValue={setTyped}
          />
        )}
        {official && (
          <label class="check-line hint">
            <input
              type="checkbox"
              checked={spoofed}
              onChange={(event) => setSpoofed(event.currentTarget.checked)}
            />
            {text('entry_spoofed')}
          </label>
        )}
        <EntryFields draft={draft} categories={props.categories} problems={problems} onDraft={setDraft} />
        <ReasonFields reason={reason} onReason={setReason} />
        <button type="submit" class="button primary" disabled={!ready}>
          {text('entry_add')}
        </button>
      </form>
    </details>
  );
}
