import { useState } from 'preact/hooks';
import { NO_CHANGE } from '../../../lib/admin/reported/bulk';
import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { RowError } from '../../../lib/lists/publish/import-rows';
import { useAdminText } from '../text';
import { EntryFields } from './EntryFields';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';

export interface BulkEditProps {
  /** How many numbers are chosen. */
  readonly count: number;
  readonly categories: readonly string[];
  /** Gives what is wrong with the fields; nothing where the change was made. */
  readonly onEdit: (change: EntryDraft, reason: ReasonDraft) => readonly RowError[];
}

const ALL_KEPT = () => true;

/** The fields that all entries of the chosen numbers get; an empty one stays as it is. */
export function BulkEdit({ count, categories, onEdit }: BulkEditProps) {
  const text = useAdminText();
  const [change, setChange] = useState(NO_CHANGE);
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const [problems, setProblems] = useState<readonly RowError[]>([]);
  const empty = Object.values(change).every((value) => value.trim() === '');
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) setProblems(onEdit(change, reason));
      }}
    >
      <p class="muted">{text('bulk_edit_hint')}</p>
      <EntryFields
        draft={change}
        categories={categories}
        problems={problems}
        given={ALL_KEPT}
        keepable
        onDraft={setChange}
      />
      <ReasonFields reason={reason} onReason={setReason} />
      <button type="submit" class="button primary" disabled={empty}>
        {text('bulk_edit', { count })}
      </button>
    </form>
  );
}
