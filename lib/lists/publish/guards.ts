/** What a change of the reported numbers must not do, or not without being asked twice. Pure. */
import type { ReportedState } from '../reported/state';
import type { DOCUMENT_TARGETS } from '../feed/targets';
import type { Directory } from '../schema-directory';
import { diffReported, type ReportedDiff } from './diff';
import { PublishError } from './publish-error';

/** What is asked about: each is allowed by its name. */
export const CONFIRMABLE = ['official', 'removal', 'addition', 'list'] as const;
export type Confirmable = (typeof CONFIRMABLE)[number];

/** An objection to numbers. `short-code`: short and emergency numbers are never reported; nothing allows it. */
export interface NumberObjection {
  readonly code: Exclude<Confirmable, 'list'> | 'short-code';
  readonly numbers: readonly string[];
}

/** An objection to whole lists that the feed will not have any more. */
export interface ListObjection {
  readonly code: 'list';
  readonly lists: readonly (keyof typeof DOCUMENT_TARGETS)[];
}

export type Objection = NumberObjection | ListObjection;

/** A removal of more than this share of the published numbers is asked about. */
export const MAX_REMOVED_SHARE = 0.1;
/** An addition of more numbers than this is asked about. */
export const MAX_ADDED = 500;

/** Short and emergency codes: 113, 114, 156, brand codes of messages. */
const SHORT_CODE = /^\d{2,5}$/;

/** Every number that the directory gives as official. */
export function officialNumbers(directory: Directory | undefined): ReadonlySet<string> {
  if (!directory) return new Set();
  const { hotlines, sms, notices } = directory;
  return new Set([
    ...hotlines.map(({ number }) => number),
    ...sms.flatMap(({ to }) => to),
    ...notices.flatMap(({ contacts }) => contacts.flatMap(({ number }) => number ?? [])),
  ]);
}

/**
 * Objections to a change of numbers, of which `before` were there. An official number can be reported, since callers
 * forge it, but only as a step of its own. Linear.
 */
export function objectionsToChange(
  { added, removed }: ReportedDiff,
  before: number,
  official: ReadonlySet<string>,
): NumberObjection[] {
  const all: NumberObjection[] = [
    { code: 'short-code', numbers: added.filter((number) => SHORT_CODE.test(number)) },
    { code: 'official', numbers: added.filter((number) => official.has(number)) },
    {
      code: 'removal',
      numbers: removed.length > before * MAX_REMOVED_SHARE && before > 0 ? removed : [],
    },
    // The first list of a new feed is as long as it is.
    { code: 'addition', numbers: added.length > MAX_ADDED && before > 0 ? added : [] },
  ];
  return all.filter(({ numbers }) => numbers.length > 0);
}

/** The same between two states of the printed reports. */
export function objectionsTo(
  from: ReportedState,
  to: ReportedState,
  official: ReadonlySet<string>,
): NumberObjection[] {
  return objectionsToChange(diffReported(from, to), from.size, official);
}

/** Objections to whole lists that are taken out of a feed: browsers then go by what comes with the extension. */
export function objectionsToLists(gone: ListObjection['lists']): ListObjection[] {
  return gone.length > 0 ? [{ code: 'list', lists: gone }] : [];
}

/** The objections that stand when these are allowed. */
export function standing<One extends { readonly code: string }>(
  objections: readonly One[],
  allowed: ReadonlySet<string>,
): One[] {
  return objections.filter(({ code }) => code === 'short-code' || !allowed.has(code));
}

/** Nothing is signed while something stands against it. */
export class GuardError extends PublishError {
  constructor(readonly objections: readonly Objection[]) {
    super('ERR_PUBLISH_GUARD', `Nobody said yes to: ${objections.map(({ code }) => code).join(', ')}.`);
  }
}

/** Holds that each objection was said yes to, where a signature is made. Throws GuardError. */
export function requireAllowed(
  objections: readonly Objection[],
  allowed: ReadonlySet<string> = new Set(),
): void {
  const open = standing(objections, allowed);
  if (open.length > 0) throw new GuardError(open);
}
