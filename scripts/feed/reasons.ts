/**
 * Why numbers change in the draft, as --why, --source and --who say it: a line of `draft/reasons.jsonl` for each command.
 * The file of a proposal tells it to who signs next. With the publication of the draft it goes into the history; no
 * browser gets it.
 */
import * as v from 'valibot';
import { toldBy, toldOfNumbers } from '../../lib/admin/publish/told';
import type { Reason } from '../../lib/admin/reported/change';
import { textOf, utf8 } from '../../lib/lists/feed/bytes';
import type { ReportedDiff } from '../../lib/lists/publish/diff';
import type { Values } from './call';
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
  /** What was proposed of the draft with it, as contentId() names it; lines of older versions do not say it. */
  proposed: v.optional(v.array(v.string())),
  /** The file of the publication told it; nobody signed it. */
  told: v.optional(v.boolean()),
});

/** Why numbers change. */
export interface Logged extends Reason, Held {
  readonly compact: boolean;
  readonly proposed?: readonly string[] | undefined;
  readonly told?: boolean | undefined;
}

/** What a call says of why it changes something. */
type Said = Pick<Values, 'who' | 'why' | 'source'>;

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
  const reason = reasonIn(values);
  if (!reason || numbers.length === 0) return new Map();
  const logged = { ...reason, compact, ...held(numbers), proposed: [] };
  return reasonsFile(folder, [...readReasons(folder), logged]);
}

/** The file of the reasons once the draft was proposed: they belong to what this became, and to no other publication. */
export function proposedReasons(folder: FeedFolder, id: string): Changes {
  const reasons = readReasons(folder);
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

/** Why numbers of the draft change, for the file of its proposal. */
export function toldOfDraft(folder: FeedFolder, isChanged: IsChanged): object | undefined {
  const logged = readReasons(folder);
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
  const told = { reasons: of(false), compact: of(true), bulk };
  return Object.values(told).every((some) => some.length === 0) ? undefined : toldBy(told);
}

/** What the file of a colleague's publication tells of the numbers that it changes. Throws PublishError. */
export function toldReasons(told: object, isChanged: IsChanged): Logged[] {
  return toldOfNumbers(told, isChanged).flatMap(({ reason, compact, numbers, many }) =>
    many === undefined && numbers.length === 0
      ? []
      : [{ ...reason, compact, told: true, ...(many === undefined ? held(numbers) : { numbers: [], many }) }],
  );
}
