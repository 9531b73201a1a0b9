import { useState } from 'preact/hooks';
import { usePeopleText } from '../people-text';

interface EraseProps {
  readonly label: string;
  readonly onErase: () => void;
}

/** A button that asks once more before anything is erased. */
export function Erase({ label, onErase }: EraseProps) {
  const text = usePeopleText();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="button" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="erase" role="group" aria-label={label}>
      <p class="strong">
        {label}: {text('settings_erase_sure')}
      </p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            setAsked(false);
            onErase();
          }}
        >
          {text('settings_erase_yes')}
        </button>
        <button type="button" class="button primary" onClick={() => setAsked(false)}>
          {text('settings_erase_no')}
        </button>
      </p>
    </div>
  );
}
