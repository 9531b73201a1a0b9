export interface Work {
  readonly label: string;
  /** Parts done and in all; absent while nobody knows. */
  readonly done?: number;
  readonly all?: number;
}

/** What is going on, and how far it is. It belongs into a region that is read out; a way out stands beside that. */
export function Busy({ work }: { readonly work: Work }) {
  return (
    <div class="busy">
      <p>{work.label}</p>
      <progress
        max={work.all ?? 1}
        {...(work.done !== undefined && { value: work.done })}
        aria-label={work.label}
      />
    </div>
  );
}
