import type { RollBackNotes } from '../../../lib/admin/publish/roll-back';
import { useAdminText } from '../text';
import { listName } from './summary';

/** Asked before an old version becomes the draft: what is lost by it, and what does not come back with it. */
export function RollBackAsk({
  notes,
  onSure,
}: {
  readonly notes: RollBackNotes;
  readonly onSure: () => void;
}) {
  const text = useAdminText();
  const { lost, takenOut, compactStays } = notes;
  const lists = takenOut.map((list) => listName(text, list)).join(', ');
  return (
    <div class="hint">
      {lost > 0 && <p>{text('roll_back_lost', { count: lost })}</p>}
      {lists && <p>{text('roll_back_out', { lists })}</p>}
      {compactStays && <p>{text('roll_back_compact')}</p>}
      <button type="button" class="button" onClick={onSure}>
        {text('roll_back_yes')}
      </button>
    </div>
  );
}
