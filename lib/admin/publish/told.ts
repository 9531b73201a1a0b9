/**
 * Why a publication that goes from hand to hand changes what it changes, as its maker tells it in the file. Nobody signs
 * it: what changes is read from the publication itself. Pure.
 */
import type { Bytes } from '../../lists/feed/bytes';
import { publishedState } from '../../lists/publish/content';
import { diffReported } from '../../lists/publish/diff';
import type { Proposal } from '../../lists/publish/proposal';
import { proposedTargets } from '../../lists/publish/proposal-file';
import { entryEdits, placeId, type EntryPlace } from '../entry-edits';
import type { OpenFeed } from '../open/read-feed';
import type { Reason } from '../reported/change';
import { DOCUMENTS, documentToEdit } from './documents';
import type { BulkReason, EntryReason, VersionEdits } from './draft-reasons';
import { infoIn } from './info';
import { MAX_TEXT, MOST_BULK, placeIn, textIn, toldPart, ToldReader, type Told } from './told-file';

type OfNumber = Reason & { readonly number: string };

interface Tellable {
  readonly reasons: readonly OfNumber[];
  /** Of the compact set. */
  readonly compact?: readonly OfNumber[] | undefined;
  readonly bulk?: readonly BulkReason[] | undefined;
  readonly entries?: readonly (EntryPlace & Pick<EntryReason, 'reason'>)[] | undefined;
}

/** Numbers that a file names; of more, the reasons of the most numbers are told as those of bulk changes. */
export const MOST_NAMED = 10_000;
/** Reasons by their place, each once. */
class Places {
  readonly reasons: Reason[] = [];
  private readonly places = new Map<string, number>();

  of(reason: Reason): number {
    const [who, at, why, source] = [reason.who, reason.at, reason.why, reason.source].map((text) =>
      text.slice(0, MAX_TEXT),
    ) as [string, string, string, string];
    const key = JSON.stringify([who, at, why, source]);
    const place = this.places.get(key) ?? this.reasons.push({ who, at, why, source }) - 1;
    this.places.set(key, place);
    return place;
  }
}

/** Numbers by the place of their reason. */
function grouped(some: readonly OfNumber[], places: Places, compact: boolean) {
  const groups = new Map<number, string[]>();
  for (const reason of some) {
    const place = places.of(reason);
    const group = groups.get(place);
    if (group) group.push(reason.number);
    else groups.set(place, [reason.number]);
  }
  return Array.from(groups, ([place, numbers]) => ({ place, numbers, compact }));
}

/** What goes into the file of a publication beside its proposal: bounded, however many numbers change. */
export function toldBy({ reasons, compact = [], bulk = [], entries = [] }: Tellable): Told {
  const places = new Places();
  const groups = [...grouped(reasons, places, false), ...grouped(compact, places, true)];
  let left = groups.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const asWhole = new Set<(typeof groups)[number]>();
  for (const group of groups.toSorted((a, b) => b.numbers.length - a.numbers.length)) {
    if (left <= MOST_NAMED) break;
    asWhole.add(group);
    left -= group.numbers.length;
  }
  const named = (of: boolean) =>
    groups
      .filter((group) => group.compact === of && !asWhole.has(group))
      .flatMap(({ place, numbers }) => numbers.map((number) => [number, place] as const));
  const wholes = [
    ...bulk.map((one) => [{ many: one.many, compact: one.compact }, places.of(one)] as const),
    ...Array.from(asWhole, (group) => {
      const { numbers, place, compact: of } = group;
      return [{ many: numbers.length, compact: of }, place] as const;
    }),
  ];
  const ofCompact = named(true);
  return {
    numbers: named(false),
    ...(ofCompact.length > 0 && { compact: ofCompact }),
    ...(wholes.length > 0 && { bulk: wholes }),
    entries: entries.flatMap(({ list, part, key, reason }) =>
      reason ? [[{ list, part, key }, places.of(reason)]] : [],
    ),
    reasons: places.reasons,
  };
}

/** A reason that is told, with what it is told of. */
export interface ToldReason {
  readonly reason: Reason;
  readonly compact: boolean;
  readonly numbers: readonly string[];
  /** Of a bulk change that is told as a whole: how many numbers it has, as its maker says. */
  readonly many?: number;
}

/** What is told of numbers, of those alone for which `changes` is true. Throws PublishError ERR_PUBLISH_PROPOSAL. */
export function toldOfNumbers(
  told: object,
  changes: (number: string, compact: boolean) => boolean,
): ToldReason[] {
  const reader = new ToldReader(told);
  const found = [false, true].flatMap((compact) => {
    const groups = new Map<Reason, string[]>();
    reader.pairs(compact ? 'compact' : 'numbers', textIn, (number, reason) => {
      if (!reason || !changes(number, compact)) return;
      const group = groups.get(reason);
      if (group) group.push(number);
      else groups.set(reason, [number]);
    });
    return Array.from(groups, ([reason, numbers]) => ({ reason, compact, numbers }));
  });
  const bulk = reader.bulk().map(({ many, compact, ...reason }) => ({ reason, compact, numbers: [], many }));
  return [...found, ...bulk];
}

/** What is told of entries of the other lists, of those alone for which `changes` is true. Throws PublishError ERR_PUBLISH_PROPOSAL. */
export function toldOfEntries(
  told: object,
  changes: (place: EntryPlace) => boolean,
): { readonly reason: Reason; readonly entries: readonly EntryPlace[] }[] {
  const groups = new Map<Reason, EntryPlace[]>();
  new ToldReader(told).pairs('entries', placeIn, (place, reason) => {
    if (!reason || !changes(place)) return;
    const group = groups.get(reason);
    if (group) group.push(place);
    else groups.set(reason, [place]);
  });
  return Array.from(groups, ([reason, entries]) => ({ reason, entries }));
}

/** The compact set is no list of single edits here: of its numbers it is said how many have a reason. */
function compactBulk(reader: ToldReader): BulkReason[] {
  const many = new Map<Reason, number>();
  reader.pairs('compact', textIn, (_, reason) => {
    if (reason && (many.has(reason) || many.size < MOST_BULK)) many.set(reason, (many.get(reason) ?? 0) + 1);
  });
  return Array.from(many, ([reason, count]) => ({ ...reason, many: count, compact: true }));
}

/**
 * The edits with the reasons that the file of their publication tells; some tell none. Linear: kept of what changes alone.
 * A bulk change has the numbers that nothing else names, where it is the only one and they are as many as it says. Throws
 * PublishError ERR_PUBLISH_PROPOSAL.
 */
export function withTold({ numbers, entries }: VersionEdits, file: Bytes): VersionEdits {
  const told = toldPart(file);
  if (!told) return { numbers, entries };
  const reader = new ToldReader(told);
  const ofNumber = new Map<string, Reason | undefined>(numbers.map(({ number }) => [number, undefined]));
  reader.pairs('numbers', textIn, (number, reason) => {
    if (ofNumber.has(number)) ofNumber.set(number, reason);
  });
  const keys = new Set(entries.map(({ key }) => key));
  const ofEntry = new Map<string, Reason | undefined>();
  reader.pairs('entries', placeIn, (place, reason) => {
    if (keys.has(place.key)) ofEntry.set(placeId(place), reason);
  });
  const whole = reader.bulk();
  const [printed, ...others] = whole.filter(({ compact }) => !compact);
  const unnamed = [...ofNumber].filter(([, reason]) => !reason);
  if (printed && others.length === 0 && printed.many === unnamed.length) {
    const { who, at, why, source } = printed;
    for (const [number] of unnamed) ofNumber.set(number, { who, at, why, source });
    whole.splice(whole.indexOf(printed), 1);
  }
  const bulk = [...whole, ...compactBulk(reader)];
  return {
    numbers: numbers.map((edit) => ({ ...edit, ...ofNumber.get(edit.number) })),
    entries: entries.map((edit) => ({ ...edit, reason: ofEntry.get(placeId(edit)) })),
    ...(bulk.length > 0 && { bulk }),
  };
}

/** What a proposal changes here, number by number and entry by entry. Linear. */
export async function proposalEdits(open: OpenFeed, proposal: Proposal): Promise<VersionEdits> {
  const targets = proposedTargets(proposal, open.targets);
  const diff = diffReported(open.reported, await publishedState(targets));
  const numbers = (['added', 'removed', 'changed'] as const).flatMap((kind) =>
    diff[kind].map((number) => ({ number, kind })),
  );
  const entries = (['info', ...DOCUMENTS] as const).flatMap((list) =>
    list === 'info'
      ? entryEdits(list, open.info, infoIn(targets))
      : entryEdits(list, documentToEdit(open.targets, list), documentToEdit(targets, list)),
  );
  return { numbers, entries };
}
