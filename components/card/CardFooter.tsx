import type { SaveOutcome } from '../../lib/page/views';
import { useText } from '../language';

/** What became of a press: of saving, or `not_done` of any other. `busy` until the answer is there. */
export type Outcome = 'not_done' | `save_${SaveOutcome | 'busy'}`;

interface CardFooterProps {
  readonly outcome?: Outcome | undefined;
  readonly onNotice: (event: Event) => void;
  readonly onSave: (event: Event) => void;
  readonly onHide: (event: Event) => void;
}

const CAN_SAVE: readonly Outcome[] = ['not_done', 'save_full', 'save_failed'];

/** The actions of an open card, and what became of them. */
export function CardFooter({ outcome, onNotice, onSave, onHide }: CardFooterProps) {
  const text = useText();
  const canSave = outcome === undefined || CAN_SAVE.includes(outcome);
  return (
    <footer class="card-footer">
      <OutcomeLine outcome={outcome} />
      <button type="button" class="button primary" onClick={onNotice}>
        {text('card_notice')}
      </button>
      {/* It stays in its place: with the second press of a double click another button would be hit. */}
      <button
        type="button"
        class="button"
        aria-disabled={!canSave}
        onClick={(event) => canSave && onSave(event)}
      >
        {text('card_save')}
      </button>
      <button type="button" class="button" onClick={onHide}>
        {text('card_hide')}
      </button>
    </footer>
  );
}

function OutcomeLine({ outcome }: Pick<CardFooterProps, 'outcome'>) {
  const text = useText();
  return (
    <p class="card-outcome" role="status">
      {outcome && text(`card_${outcome}`)}
    </p>
  );
}

interface HiddenEvents {
  readonly onUndo: (event: Event) => void;
}

/** After hiding: says what that means, and takes it back. */
export function HiddenFooter({ outcome, onUndo }: Pick<CardFooterProps, 'outcome'> & HiddenEvents) {
  const text = useText();
  return (
    <footer class="card-footer">
      <OutcomeLine outcome={outcome} />
      <p class="muted">{text('card_hidden_note')}</p>
      <button type="button" class="button primary" onClick={onUndo}>
        {text('card_undo')}
      </button>
    </footer>
  );
}
