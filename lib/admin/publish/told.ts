/**
 * Why a publication that goes from hand to hand changes what it changes, as its maker tells it in the file. Nobody signs
 * it: what changes is read from the publication itself. Pure.
 */
import * as v from 'valibot';
import { textOf, type Bytes } from '../../lists/feed/bytes';
import { publishedState } from '../../lists/publish/content';
import { diffReported } from '../../lists/publish/diff';
import type { Proposal } from '../../lists/publish/proposal';
import { proposedTargets } from '../../lists/publish/proposal-file';
import { PublishError } from '../../lists/publish/publish-error';
import { entryEdits, placeId, reasonFor, type EntryReasons } from '../entry-edits';
import type { OpenFeed } from '../open/read-feed';
import type { Reason } from '../reported/change';
import { DOCUMENTS, documentToEdit } from './documents';
import type { VersionEdits } from './draft-reasons';
import type { HistoryEntry } from './history';
import { infoIn } from './info';

const Text = v.pipe(v.string(), v.maxLength(2_000));
/** A reason stands once, numbers and entries name it by its place: an import of a million numbers has one. */
const Told = v.object({
  reasons: v.array(v.object({ who: Text, at: Text, why: Text, source: Text })),
  numbers: v.array(v.tuple([Text, v.number()])),
  entries: v.array(
    v.tuple([v.object({ list: v.picklist(['info', ...DOCUMENTS]), part: Text, key: Text }), v.number()]),
  ),
});
const File = v.object({ told: v.optional(Told) });

/** Reasons as a colleague tells them. */
export interface ToldReasons {
  readonly numbers: ReadonlyMap<string, Reason>;
  readonly entries: EntryReasons;
}

/** What goes into the file of a publication beside its proposal. */
export function toldBy({ reasons, entries = [] }: HistoryEntry): v.InferInput<typeof Told> {
  const places = new Map<string, number>();
  const said: Reason[] = [];
  const placeOf = ({ who, at, why, source }: Reason): number => {
    const key = JSON.stringify([who, at, why, source]);
    const place = places.get(key) ?? said.push({ who, at, why, source }) - 1;
    places.set(key, place);
    return place;
  };
  return {
    numbers: reasons.map((reason) => [reason.number, placeOf(reason)]),
    entries: entries.flatMap(({ list, part, key, reason }) =>
      reason ? [[{ list, part, key }, placeOf(reason)]] : [],
    ),
    reasons: said,
  };
}

/** Reasons in the file of a publication; none in a file of the command line. Throws PublishError ERR_PUBLISH_PROPOSAL. */
export function toldIn(bytes: Bytes): ToldReasons {
  const file = v.safeParse(File, JSON.parse(textOf(bytes)));
  if (!file.success)
    throw new PublishError('ERR_PUBLISH_PROPOSAL', 'Its reasons are damaged. Ask for the file once more.');
  const { reasons = [], numbers = [], entries = [] } = file.output.told ?? {};
  const told = <Key>([key, at]: readonly [Key, number]) => {
    const reason = reasons[at];
    return reason ? [[key, reason] as const] : [];
  };
  return {
    numbers: new Map(numbers.flatMap(told)),
    entries: Object.fromEntries(entries.flatMap(told).map(([place, reason]) => [placeId(place), reason])),
  };
}

/** What a proposal changes here, number by number and entry by entry, with the reasons that came with it. Linear. */
export async function proposalEdits(
  open: OpenFeed,
  proposal: Proposal,
  told: ToldReasons,
): Promise<VersionEdits> {
  const targets = proposedTargets(proposal, open.targets);
  const diff = diffReported(open.reported, await publishedState(targets));
  const numbers = (['added', 'removed', 'changed'] as const).flatMap((kind) =>
    diff[kind].map((number) => ({ number, kind, ...told.numbers.get(number) })),
  );
  const entries = (['info', ...DOCUMENTS] as const).flatMap((list) => {
    const [before, after] =
      list === 'info'
        ? [open.info, infoIn(targets)]
        : [documentToEdit(open.targets, list), documentToEdit(targets, list)];
    return entryEdits(list, before, after).map((edit) => ({
      ...edit,
      reason: reasonFor(told.entries, edit),
    }));
  });
  return { numbers, entries };
}
