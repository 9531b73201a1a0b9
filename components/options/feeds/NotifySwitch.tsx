import { useId } from 'preact/hooks';
import { useFeedText } from './feed-texts';

interface NotifySwitchProps {
  readonly on: boolean;
  /** The browser refused the permission. */
  readonly denied: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Turns the notification of new notices on or off. */
export function NotifySwitch({ on, denied, onChange }: NotifySwitchProps) {
  const text = useFeedText();
  const id = useId();
  return (
    <div class="scope">
      <label class="check-line">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={id}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            // What is shown follows what the browser allowed.
            event.currentTarget.checked = on;
            onChange(checked);
          }}
        />
        <span>{text('notify')}</span>
      </label>
      <p class="muted" id={id}>
        {text('notify_hint')}
      </p>
      <div role="status">{denied && <p>{text('notify_denied')}</p>}</div>
    </div>
  );
}
