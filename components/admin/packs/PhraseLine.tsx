import { useState } from 'preact/hooks';
import { TextField } from '../Field';
import { useAdminText } from '../text';

interface PhraseLineProps {
  readonly phrase: string;
  /** The draft adds it. */
  readonly fresh: boolean;
  /** False where it was refused. */
  readonly onChange: (to: string) => boolean;
  readonly onRemove: () => void;
}

/** One phrase of a concept: change it in its place, or take it out. */
export function PhraseLine({ phrase, fresh, onChange, onRemove }: PhraseLineProps) {
  const text = useAdminText();
  const [typed, setTyped] = useState<string>();
  if (typed === undefined) {
    return (
      <li>
        <span class={fresh ? 'strong' : ''}>{phrase}</span>{' '}
        {fresh && <span class="muted">{text('state_added')}</span>}
        <button
          type="button"
          class="button small"
          aria-label={text('packs_change_phrase', { phrase })}
          onClick={() => setTyped(phrase)}
        >
          {text('packs_change')}
        </button>
        <button
          type="button"
          class="button small"
          aria-label={text('packs_remove_phrase', { phrase })}
          onClick={onRemove}
        >
          {text('packs_remove')}
        </button>
      </li>
    );
  }
  return (
    <li>
      <form
        class="row-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (onChange(typed)) setTyped(undefined);
        }}
      >
        <TextField
          label={text('packs_change_phrase', { phrase })}
          required
          value={typed}
          onValue={setTyped}
        />
        <button type="submit" class="button">
          {text('packs_keep')}
        </button>
        <button type="button" class="button" onClick={() => setTyped(undefined)}>
          {text('cancel')}
        </button>
      </form>
    </li>
  );
}
