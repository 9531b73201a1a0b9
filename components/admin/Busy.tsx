import { useAdminText } from './text';

export interface Work {
  readonly label: string;
  /** Parts done and in all; absent while nobody knows. */
  readonly done?: number;
  readonly all?: number;
}

/** What is going on, how far it is, and a way out where there is one. It belongs into a region that is read out. */
export function Busy({
  work,
  onCancel,
}: {
  readonly work: Work;
  readonly onCancel?: (() => void) | undefined;
}) {
  const text = useAdminText();
  return (
    <div class="busy">
      <p>{work.label}</p>
      <progress
        max={work.all ?? 1}
        {...(work.done !== undefined && { value: work.done })}
        aria-label={work.label}
      />
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      )}
    </div>
  );
}
