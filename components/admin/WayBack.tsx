import { useAdminText } from './text';

interface WayBackProps {
  /** What was done; absent where nothing can be taken back. */
  readonly done?: string | undefined;
  readonly onUndo: () => void;
}

/** Says what was done, with the way back. Keep it on the screen empty too: only words that come later are read out. */
export function WayBack({ done, onUndo }: WayBackProps) {
  const text = useAdminText();
  return (
    <div role="status">
      {done !== undefined && (
        <div class="hint undo">
          {done}
          <button type="button" class="button" onClick={onUndo}>
            {text('undo')}
          </button>
        </div>
      )}
    </div>
  );
}
