/** The last edit of a list and its way back; the desk keeps it, so that it is there after a look at another room. */
import type { Workspace } from '../../../lib/admin/workspace';

/** `after`: what the edit made, over what was published then. Once either is another, nothing is taken back any more. */
export interface Undo<Before, After> {
  readonly before: Before;
  readonly after: After;
  readonly over: Workspace['open'];
}

/** What can be taken back, given what stands there now. */
export function undoOf<Before, After>(
  undo: Undo<Before, After> | undefined,
  now: After,
  { open }: Pick<Workspace, 'open'>,
): Undo<Before, After> | undefined {
  return undo && undo.after === now && undo.over === open ? undo : undefined;
}
