import { useRef } from 'preact/hooks';
import { useAdminText } from './text';

interface WayBackProps {
  /** What was done; absent where nothing can be taken back. */
  readonly done?: string | undefined;
  readonly onUndo: () => void;
}

/** Says what was done, with the way back. Keep it on the screen empty too: only words that come later are read out. */
export function WayBack({ done, onUndo }: WayBackProps) {
  const text = useAdminText();
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} tabIndex={-1} class={done === undefined ? undefined : 'hint undo'}>
      <div role="status">{done}</div>
      {done !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            // The button goes with its press.
            box.current?.focus();
            onUndo();
          }}
        >
          {text('undo')}
        </button>
      )}
    </div>
  );
}
