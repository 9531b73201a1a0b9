/** What a draft and a publication both changed, each in another way. */

export type Side = 'ours' | 'theirs';

export interface Conflict {
  /** How it is called at --ours and --theirs: `reported/+84912345678`, `directory/hotlines/+842923899588`. */
  readonly id: string;
  /** What the draft has there; undefined: it is taken out. */
  readonly ours: unknown;
  readonly theirs: unknown;
  /** What was chosen. */
  readonly side: Side | undefined;
}

/** The side that was chosen for a conflict. */
export type SideOf = (id: string) => Side | undefined;

/** Conflicts that nobody has chosen a side of: nothing was changed. */
export class ConflictError extends Error {
  readonly code = 'ERR_PUBLISH_CONFLICT';
  constructor(
    message: string,
    readonly conflicts: readonly Conflict[],
  ) {
    super(message);
  }
}
