import { useText } from '../language';

interface CardFooterProps {
  readonly onNotice: (event: Event) => void;
  readonly onHide: (event: Event) => void;
}

/** The two actions of an open card. */
export function CardFooter({ onNotice, onHide }: CardFooterProps) {
  const text = useText();
  return (
    <footer class="card-footer">
      <button type="button" class="button primary" onClick={onNotice}>
        {text('card_notice')}
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
