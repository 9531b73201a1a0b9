import { useState } from 'preact/hooks';
import { entryOf, type EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { RowError } from '../../../lib/lists/publish/import-rows';
import type { Pasted } from '../../../lib/admin/reported/pasted';
import { TextField } from '../Field';
import { useAdminText } from '../text';
import { EntryFields } from './EntryFields';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';

interface PasteManyProps {
  readonly categories: readonly string[];
  readonly blank: EntryDraft;
  readonly read: (text: string) => Pasted;
  readonly formatNumber: (number: string) => string;
  readonly onAdd: (
    entries: readonly (readonly [number: string, line: string])[],
    reason: ReasonDraft,
  ) => void;
  readonly onCancel: () => void;
}

/** Any text goes in; the recogniser pulls the numbers out, and shows what it took and what it left. */
export function PasteMany(props: PasteManyProps) {
  const text = useAdminText();
  const [value, setValue] = useState('');
  const [entry, setEntry] = useState(props.blank);
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const [problems, setProblems] = useState<readonly RowError[]>([]);
  const pasted = props.read(value);
  const submit = () => {
    const entries: (readonly [number: string, line: string])[] = [];
    for (const { number } of pasted.taken) {
      const result = entryOf(number, entry, props.categories);
      if ('problems' in result) {
        setProblems(result.problems);
        return;
      }
      entries.push([number, result.line]);
    }
    props.onAdd(entries, reason);
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (pasted.taken.length > 0) submit();
      }}
    >
      <h2>{text('paste_title')}</h2>
      <TextField label={text('paste_text')} rows={6} value={value} onValue={setValue} />
      <div role="status">
        {value.trim() !== '' && <PastedList pasted={pasted} formatNumber={props.formatNumber} />}
      </div>
      <EntryFields draft={entry} categories={props.categories} problems={problems} onDraft={setEntry} />
      <ReasonFields reason={reason} onReason={setReason} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={pasted.taken.length === 0}>
          {text('paste_add', { count: pasted.taken.length })}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

function PastedList({
  pasted,
  formatNumber,
}: { readonly pasted: Pasted } & Pick<PasteManyProps, 'formatNumber'>) {
  const text = useAdminText();
  return (
    <div class="two-lists">
      <section>
        <h3>{text('paste_taken', { count: pasted.taken.length })}</h3>
        <ul>
          {pasted.taken.map(({ number, raw, count }) => (
            <li key={number}>
              <strong>{formatNumber(number)}</strong>{' '}
              <span class="muted">{text('paste_from', { raw, count })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{text('paste_left', { count: pasted.left.length })}</h3>
        <ul>
          {pasted.left.map(({ number, raw, why }) => (
            <li key={`${why} ${number}`}>
              {raw} <span class="muted">{text(`left_${why}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
