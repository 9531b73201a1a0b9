import { useState } from 'preact/hooks';
import { ReasonFields, type ReasonDraft } from '../ReasonFields';
import { useAdminText } from '../text';

/** Why one's own list is kept as a whole: it goes with each entry of theirs that is changed or lost by that. */
export function KeepList({
  reason,
  onKeep,
}: {
  readonly reason: ReasonDraft;
  readonly onKeep: (reason: ReasonDraft) => void;
}) {
  const text = useAdminText();
  const [draft, setDraft] = useState(reason);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.why.trim() !== '') onKeep(draft);
      }}
    >
      <p class="muted">{text('merge_why')}</p>
      <ReasonFields reason={draft} onReason={setDraft} />
      <button type="submit" class="button">
        {text('merge_keep')}
      </button>
    </form>
  );
}
