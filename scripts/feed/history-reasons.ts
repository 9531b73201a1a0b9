/** Which reasons of the draft belong to a publication, and which go on waiting. */
import type { EntryPlace } from '../../lib/admin/entry-edits';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { keyOf } from '../../lib/lists/compact/number-key';
import type { FeedContent } from '../../lib/lists/publish/content';
import type { ReportedState } from '../../lib/lists/reported/state';
import type { Base } from './base';
import type { FeedFolder, NumberChanges } from './folder';
import { contentOf } from './known';
import { isAmong, listEdits, type IsEntryChanged } from './list-edits';
import { held, numbersOf } from './number-set';
import { readReasons, type IsChanged, type Logged } from './reasons';
import type { Start } from './start';

/** A publication on its way into the history of a folder. */
export interface Step {
  readonly folder: FeedFolder;
  readonly base: Base | undefined;
  readonly start: Start;
  readonly next: OpenFeed;
  /** The draft over `next`. */
  readonly draft: FeedContent;
  readonly numbers: NumberChanges | undefined;
  /** What the file of its proposal told, where that was seen here. */
  readonly told?: object | undefined;
  /** Why sides of the draft were kept over those of `next`. */
  readonly kept?: readonly Logged[] | undefined;
}

const withEntries = (entries: readonly EntryPlace[]) => entries.length > 0 && { entries };

const linesIn = (state: ReportedState | undefined, number: string) => state?.get(number)?.join('\n');

/** Whether what was proposed of this draft changed a number: of what a colleague published over it, the rest is theirs. */
function ownChange({ base, start: { kind, content } }: Step, isChanged: IsChanged): IsChanged {
  if (kind === 'own') return isChanged;
  if (kind !== 'behind') return () => false;
  const isOwn = (number: string) =>
    linesIn(base?.content.reported, number) !== linesIn(content?.reported, number);
  return (number, compact) => isChanged(number, compact) && (compact || isOwn(number));
}

/** The same for entries of the other lists. */
function ownEntry({ base, start: { kind, content } }: Step, isChanged: IsEntryChanged): IsEntryChanged {
  if (kind === 'own') return isChanged;
  if (kind !== 'behind' || !base || !content) return () => false;
  const isOwn = isAmong(listEdits(base.content, content));
  return (place) => isChanged(place) && isOwn(place);
}

/**
 * Parts the reasons of the draft: `own` are those of what was proposed of it and is published now, `left` wait with what
 * the draft still changes. A reason whose change a colleague published first is of neither: that one had another reason.
 * `back`: reasons of a publication that another one took the place of.
 */
export function partReasons(
  step: Step,
  isChanged: IsChanged,
  isEntryChanged: IsEntryChanged,
  back: readonly Logged[],
) {
  const { folder, base, start, next, draft, numbers: waiting, kept = [] } = step;
  const keys = new Set(waiting?.changes.keys);
  const isOwnChange = ownChange(step, isChanged);
  const waits: IsChanged = (number, compact) =>
    compact
      ? keys.has(keyOf(number) ?? -1)
      : linesIn(draft.reported, number) !== linesIn(next.reported, number);
  const [isOwnEntry, entryWaits] = [
    ownEntry(step, isEntryChanged),
    isAmong(listEdits(contentOf(next), draft)),
  ];
  const isProposed = ({ proposed }: Logged) =>
    !base || proposed === undefined || (start.own !== undefined && proposed.includes(start.own));
  const [own, left]: [Logged[], Logged[]] = [[], []];
  for (const reason of [...back.map((one) => ({ ...one, proposed: [] })), ...readReasons(folder)]) {
    const { compact, proposed, who, at, why, source, told } = reason;
    const said = { who, at, why, source, compact, ...(told && { told }) };
    const all = numbersOf(reason);
    if (!all) {
      // An older version wrote only how many they are.
      const isLeft = start.kind !== 'own' || (compact && keys.size > 0);
      if (isLeft) left.push(reason);
      else own.push({ ...said, numbers: [], many: reason.many });
      continue;
    }
    const [done, open]: [string[], string[]] = [[], []];
    for (const number of all) {
      const isWaiting = waits(number, compact);
      // Lines of older versions do not say what was proposed with them: what waits is not done.
      const mayBe = isProposed(reason) && !(isWaiting && proposed === undefined);
      if (mayBe && isOwnChange(number, compact)) done.push(number);
      else if (isWaiting) open.push(number);
    }
    const places = reason.entries ?? [];
    const entries = isProposed(reason) ? places.filter(isOwnEntry) : [];
    const others = places.filter((place) => !entries.includes(place) && entryWaits(place));
    if (done.length + entries.length > 0) own.push({ ...said, ...held(done), ...withEntries(entries) });
    if (open.length + others.length > 0)
      left.push({ ...said, ...held(open), ...withEntries(others), ...(proposed && { proposed }) });
  }
  return { own, left: [...left, ...kept] };
}
