import { useState } from 'preact/hooks';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../../../components/admin/reported/ReasonFields';
import { useAdminText } from '../../../components/admin/text';

interface BulkBarProps {
  readonly chosen: ReadonlySet<string>;
  readonly found: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onRemove: (reason: ReasonDraft) => void;
}

/** What can be done with the numbers that are chosen. */
export function BulkBar({ chosen, found, onAll, onNone, onRemove }: BulkBarProps) {
  const text = useAdminText();
  const [removing, setRemoving] = useState(false);
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  return (
    <div class="bulk">
      <div class="actions">
        <button type="button" class="button small" onClick={onAll} disabled={found === 0}>
          {text('bulk_all', { count: found })}
        </button>
        <button type="button" class="button small" onClick={onNone} disabled={chosen.size === 0}>
          {text('bulk_none')}
        </button>
        <button
          type="button"
          class="button small"
          disabled={chosen.size === 0}
          aria-expanded={removing}
          onClick={() => setRemoving(!removing)}
        >
          {text('bulk_remove', { count: chosen.size })}
        </button>
      </div>
      {removing && chosen.size > 0 && (
        <form
          class="panel"
          onSubmit={(event) => {
            event.preventDefault();
            setRemoving(false);
            onRemove(reason);
          }}
        >
          <ReasonFields reason={reason} onReason={setReason} />
          <button type="submit" class="button primary">
            {text('bulk_remove', { count: chosen.size })}
          </button>
        </form>
      )}
    </div>
  );
}
