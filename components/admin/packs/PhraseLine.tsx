import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const line = useRef<HTMLLIElement>(null);
  useFocusKept(line, typed !== undefined);
  if (typed === undefined) {
    return (
      <li ref={line}>
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
    <li ref={line}>
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

/**
 * The button that was pressed goes with its press: the focus goes to the field that comes, back to the first button, and
 * from a line that goes itself to the one in its place.
 */
function useFocusKept(line: RefObject<HTMLLIElement | null>, isEdited: boolean): void {
  const wasEdited = useRef(false);
  useEffect(() => {
    if (isEdited) line.current?.querySelector('input')?.focus();
    else if (wasEdited.current) line.current?.querySelector('button')?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  useLayoutEffect(
    () => () => {
      const list = line.current?.parentElement;
      if (!list || !line.current?.contains(document.activeElement)) return;
      const at = [...list.children].indexOf(line.current);
      queueMicrotask(() => {
        // Phrases that the draft takes out stand behind the others, without buttons.
        const others = list.querySelectorAll<HTMLElement>('li > button:first-of-type');
        others[Math.min(at, others.length - 1)]?.focus();
      });
    },
    [],
  );
}
