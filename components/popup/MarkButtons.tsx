import type { MarkKind } from '../../lib/report/marks';
import { usePeopleText } from '../people-text';

interface MarkButtonsProps {
  readonly mark: MarkKind | undefined;
  /** The new mark; undefined takes it back. */
  readonly onMark: (kind: MarkKind | undefined) => void;
}

/** What the person says of a unit; it changes only their own view. */
export function MarkButtons({ mark, onMark }: MarkButtonsProps) {
  const text = usePeopleText();
  return (
    <div class="marks" role="group" aria-label={text('feedback_label')}>
      {mark && <p>{text(mark === 'scam' ? 'feedback_marked_scam' : 'feedback_marked_not')}</p>}
      <p class="actions">
        {mark ? (
          <button type="button" class="button small" onClick={() => onMark(undefined)}>
            {text('feedback_undo')}
          </button>
        ) : (
          <>
            <button type="button" class="button small" onClick={() => onMark('not-scam')}>
              {text('feedback_not')}
            </button>
            <button type="button" class="button small" onClick={() => onMark('scam')}>
              {text('feedback_scam')}
            </button>
          </>
        )}
      </p>
      <p class="muted">{text('feedback_note')}</p>
    </div>
  );
}
