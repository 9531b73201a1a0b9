import { useState } from 'preact/hooks';
import { BulkEdit, type BulkEditProps } from '../../../components/admin/reported/BulkEdit';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';

interface BulkBarProps extends Pick<BulkEditProps, 'categories' | 'onEdit'> {
  readonly chosen: ReadonlySet<string>;
  readonly found: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onRemove: (reason: ReasonDraft) => void;
}

/** What can be done with the numbers that are chosen. */
export function BulkBar({ chosen, found, onAll, onNone, onRemove, categories, onEdit }: BulkBarProps) {
  const text = useAdminText();
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const count = chosen.size;
  return (
    <div class="bulk">
      <div class="actions">
        <button type="button" class="button small" onClick={onAll} disabled={found === 0}>
          {text('bulk_all', { count: found })}
        </button>
        <button type="button" class="button small" onClick={onNone} disabled={count === 0}>
          {text('bulk_none')}
        </button>
        {(['edit', 'remove'] as const).map((what) => (
          <button
            key={what}
            type="button"
            class="button small"
            disabled={count === 0}
            aria-expanded={doing === what}
            onClick={() => setDoing(doing === what ? undefined : what)}
          >
            {text(`bulk_${what}`, { count })}
          </button>
        ))}
      </div>
      {doing === 'edit' && count > 0 && (
        <BulkEdit
          count={count}
          categories={categories}
          onEdit={(change, reason) => {
            const problems = onEdit(change, reason);
            if (problems.length === 0) setDoing(undefined);
            return problems;
          }}
        />
      )}
      {doing === 'remove' && count > 0 && (
        <form
          class="panel"
          onSubmit={(event) => {
            event.preventDefault();
            setDoing(undefined);
            onRemove(reason);
          }}
        >
          <ReasonFields reason={reason} onReason={setReason} />
          <button type="submit" class="button primary">
            {text('bulk_remove', { count })}
          </button>
        </form>
      )}
    </div>
  );
}
