/** The last edit of a list and its way back; the desk keeps it, so that it is there after a look at another room. */

/** `after`: what the edit made. Once that is anything else, nothing is taken back any more. */
export interface Undo<Before, After> {
  readonly before: Before;
  readonly after: After;
}

/** What can be taken back, given what stands there now. */
export function undoOf<Before, After>(
  undo: Undo<Before, After> | undefined,
  now: After,
): Undo<Before, After> | undefined {
  return undo?.after === now ? undo : undefined;
}
