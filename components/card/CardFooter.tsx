import type { SaveOutcome } from '../../lib/page/views';
import { useText } from '../language';

/** `busy` until the answer is there. */
export type Saved = SaveOutcome | 'busy';

interface CardFooterProps {
  readonly saved?: Saved | undefined;
  readonly onNotice: (event: Event) => void;
  readonly onSave: (event: Event) => void;
  readonly onHide: (event: Event) => void;
}

/** The actions of an open card, and what became of saving. */
export function CardFooter({ saved, onNotice, onSave, onHide }: CardFooterProps) {
  const text = useText();
  const canSave = saved === undefined || saved === 'full' || saved === 'failed';
  return (
    <footer class="card-footer">
      <p class="card-saved" role="status">
        {saved && text(`card_save_${saved}`)}
      </p>
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

/** After hiding: says what that means, and takes it back. */
export function HiddenFooter({ onUndo }: { readonly onUndo: (event: Event) => void }) {
  const text = useText();
  return (
    <footer class="card-footer">
      <p class="muted">{text('card_hidden_note')}</p>
      <button type="button" class="button primary" onClick={onUndo}>
        {text('card_undo')}
      </button>
    </footer>
  );
}
