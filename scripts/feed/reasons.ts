/**
 * Why numbers and entries of lists change in the draft, as --why, --source and --who say it: a line of `draft/reasons.jsonl` for each command.
 * The file of a proposal tells it to who signs next. With the publication of the draft it goes into the history; no
 * browser gets it.
 */
import * as v from 'valibot';
import { toldBy, toldOfEntries, toldOfNumbers } from '../../lib/admin/publish/told';
import type { Reason } from '../../lib/admin/reported/change';
import { textOf, utf8 } from '../../lib/lists/feed/bytes';
import type { ReportedDiff } from '../../lib/lists/publish/diff';
import type { EntryPlace } from '../../lib/admin/entry-edits';
import { LISTS } from '../../lib/admin/merge/lists';
import { isAmong, type IsEntryChanged } from './list-edits';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';
import { held, HeldNumbers, numbersOf, type Held } from './number-set';

const REASONS = 'draft/reasons.jsonl';

export const LoggedReason = v.object({
  who: v.string(),
  at: v.string(),
  why: v.string(),
  source: v.string(),
  /** They are of the compact set. */
  compact: v.boolean(),
  ...HeldNumbers,
  /** Entries of the other lists that it is of. */
  entries: v.optional(v.array(v.object({ list: v.picklist(LISTS), part: v.string(), key: v.string() }))),
  /** What was proposed of the draft with it, as contentId() names it; lines of older versions do not say it. */
  proposed: v.optional(v.array(v.string())),
  /** The file of the publication told it; nobody signed it. */
  told: v.optional(v.boolean()),
});

/** Why numbers change, or entries. */
export interface Logged extends Reason, Held {
  readonly compact: boolean;
  readonly entries?: readonly EntryPlace[] | undefined;
  readonly proposed?: readonly string[] | undefined;
  readonly told?: boolean | undefined;
}

/** What a call says of why it changes something. */
export type Said = Partial<Readonly<Record<'who' | 'why' | 'source', string | undefined>>>;

/** What a call says of its change; undefined where it says nothing. */
function reasonIn({ who = '', why = '', source = '' }: Said): Reason | undefined {
  return who + why + source === '' ? undefined : { who, at: new Date().toISOString(), why, source };
}

/** Why numbers of the draft change, the oldest first. */
export function readReasons(folder: FeedFolder): Logged[] {
  if (!folder.has(REASONS)) return [];
  const lines = textOf(folder.disk.read(REASONS)).split('\n');
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    try {
      return [v.parse(LoggedReason, JSON.parse(line))];
    } catch (error) {
      const place = `${folder.path}/${REASONS}:${String(at + 1)}`;
      throw new Error(`${place} is damaged: mend the line, or take it out.`, { cause: error });
    }
  });
}

/** The file of the reasons; none where nothing is left of them. */
export function reasonsFile(folder: FeedFolder, reasons: readonly Logged[]): Changes {
  const text = reasons.map((reason) => `${JSON.stringify(reason)}\n`).join('');
  return new Map(text !== '' || folder.has(REASONS) ? [[REASONS, text === '' ? undefined : utf8(text)]] : []);
}

/** The file of the reasons with what a call says of the numbers that it changes. */
export function withReason(
  folder: FeedFolder,
  values: Said,
  numbers: readonly string[],
  compact = false,
): Changes {
  const logged = saidOf(values, compact ? { compact: numbers } : { numbers });
  return logged.length === 0 ? new Map() : reasonsFile(folder, [...readReasons(folder), ...logged]);
}

/** What a draft changes, one by one. */
export interface Changed {
  readonly numbers?: readonly string[];
  readonly compact?: readonly string[];
  readonly entries?: readonly EntryPlace[];
}

/** What a call says of changes, as it is written down: nothing where it says nothing, or nothing changes. */
export function saidOf(said: Said, { numbers = [], compact = [], entries = [] }: Changed): Logged[] {
  const reason = reasonIn(said);
  if (!reason) return [];
  const places = entries.map(({ list, part, key }) => ({ list, part, key }));
  const printed = { ...held(numbers), ...(places.length > 0 && { entries: places }) };
  return [
    ...(numbers.length + places.length > 0 ? [{ ...reason, compact: false, ...printed, proposed: [] }] : []),
    ...(compact.length > 0 ? [{ ...reason, compact: true, ...held(compact), proposed: [] }] : []),
  ];
}

/** Of changes those that no reason is of. Where an older version wrote only how many numbers it had, all may be of it. */
export function unsaid(
  reasons: readonly Logged[],
  { numbers = [], compact = [], entries = [] }: Changed,
): Changed {
  const left = (of: boolean, all: readonly string[]) => {
    const some = reasons.filter((reason) => reason.compact === of).map(numbersOf);
    const said = new Set(some.flatMap((of) => of ?? []));
    return some.includes(undefined) ? [] : all.filter((number) => !said.has(number));
  };
  const isSaid = isAmong(reasons.flatMap((reason) => reason.entries ?? []));
  return {
    numbers: left(false, numbers),
    compact: left(true, compact),
    entries: entries.filter((place) => !isSaid(place)),
  };
}

/** The file of the reasons once the draft was proposed: they belong to what this became, and to no other publication. */
export function proposedReasons(
  folder: FeedFolder,
  id: string,
  reasons: readonly Logged[] = readReasons(folder),
): Changes {
  if (reasons.length === 0) return new Map();
  const marked = reasons.map((reason) => ({
    ...reason,
    proposed: [...new Set([...(reason.proposed ?? []), id])],
  }));
  return reasonsFile(folder, marked);
}

/** True where a publication changes a number, of the compact set or of the printed reports. */
export type IsChanged = (number: string, compact: boolean) => boolean;

/** The same by what it changes. */
export function changesOf(reported: ReportedDiff, compact: ReportedDiff | undefined): IsChanged {
  const all = ({ added, removed, changed }: ReportedDiff) => new Set([...added, ...removed, ...changed]);
  const [printed, others] = [all(reported), compact && all(compact)];
  // Where nobody can say what the compact set was before, what was said of it stands.
  return (number, isCompact) => (isCompact ? (others?.has(number) ?? true) : printed.has(number));
}

/** Why numbers and entries of the draft change, for the file of its proposal. */
export function toldOfDraft(
  logged: readonly Logged[],
  isChanged: IsChanged,
  isEntry: IsEntryChanged,
): object | undefined {
  const of = (compact: boolean) =>
    logged
      .filter((reason) => reason.compact === compact)
      .flatMap((reason) => {
        const { who, at, why, source } = reason;
        const numbers = (numbersOf(reason) ?? []).filter((number) => isChanged(number, compact));
        return numbers.map((number) => ({ number, who, at, why, source }));
      });
  // Folders of older versions know only how many they were.
  const bulk = logged.flatMap((reason) => {
    const { who, at, why, source, compact, many = 0 } = reason;
    return numbersOf(reason) ? [] : [{ who, at, why, source, compact, many }];
  });
  const entries = logged.flatMap(({ who, at, why, source, entries: places = [] }) =>
    places.filter(isEntry).map((place) => ({ ...place, reason: { who, at, why, source } })),
  );
  const told = { reasons: of(false), compact: of(true), bulk, entries };
  return Object.values(told).every((some) => some.length === 0) ? undefined : toldBy(told);
}

/** What the file of a colleague's publication tells of the numbers and entries that it changes. Throws PublishError. */
export function toldReasons(told: object, isChanged: IsChanged, isEntry: IsEntryChanged): Logged[] {
  const entries = toldOfEntries(told, isEntry).map(({ reason, entries: places }) => ({
    ...reason,
    compact: false,
    told: true,
    numbers: [],
    entries: places,
  }));
  const numbers = toldOfNumbers(told, isChanged).flatMap(({ reason, compact, numbers, many }) =>
    many === undefined && numbers.length === 0
      ? []
      : [{ ...reason, compact, told: true, ...(many === undefined ? held(numbers) : { numbers: [], many }) }],
  );
  return [...numbers, ...entries];
}
