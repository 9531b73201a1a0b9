/** A change of the reported list in the draft: what a number will say, and why. Pure. */

/** Why a number changes; stays in the console's history. */
export interface Reason {
  /** Who sat at the console. */
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly why: string;
  /** Where it was read: a page, a letter, a file that was imported. */
  readonly source: string;
}

export interface Change {
  readonly number: string;
  /** Entries as they will be, one spelling each (lib/lists/reported/state); empty: the number goes. */
  readonly lines: readonly string[];
  readonly reason: Reason;
}

/** What stands behind the draft: the published lines of a number. */
export type LinesOf = (number: string) => readonly string[];

/** True where a change leaves the number as it was. */
export function changesNothing({ number, lines }: Change, published: LinesOf): boolean {
  const before = published(number);
  return before.length === lines.length && before.every((line, at) => line === lines[at]);
}
