/** What the console remembers of each version, and what a version changed in numbers. Pure. */
import type { Bytes } from '../../lists/feed/bytes';
import { readMetadata } from '../../lists/feed/metadata';
import { targetPath } from '../../lists/feed/targets';
import type { PartDiff } from '../../lists/publish/diff';
import type { Reason } from '../reported/change';
import type { BulkReason, EntryReason, NumberReason } from './draft-reasons';

/** How much a version changed. */
export interface ChangeCount {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Lists that changed beside the reported one. */
  readonly documents: readonly string[];
  /** Their entries that come, go or change; versions published before this was counted have none. */
  readonly parts?: readonly (PartDiff & { readonly list: string })[] | undefined;
}

export interface HistoryEntry {
  readonly version: string;
  /** ISO 8601. */
  readonly at: string;
  readonly signedBy: readonly string[];
  readonly count: ChangeCount;
  /** Why each number changed. */
  readonly reasons: readonly NumberReason[];
  /** Why many changed at once, as a colleague told it. */
  readonly bulk?: readonly BulkReason[] | undefined;
  /** Entries of the other lists that changed, and why; versions of before this was written down have none. */
  readonly entries?: readonly EntryReason[] | undefined;
  /** Path of every target of this version by its name: what a roll-back publishes anew. */
  readonly targets: Readonly<Record<string, string>>;
  /** The version that this one brought back; of what waits to be published it is only said. */
  readonly rollBackTo?: string | undefined;
  /** It was published from another computer: why each number changed stands there. */
  readonly elsewhere?: boolean | undefined;
}

/** What is remembered of a version that waits: who signs it is known once it has all its signatures. */
export type WaitingEntry = Omit<HistoryEntry, 'signedBy'>;

/** Path of every target by its name. */
export function pathsByName(targetsMetadata: Bytes): Record<string, string> {
  const { targets } = readMetadata('targets', targetsMetadata).signed;
  return Object.fromEntries(
    Object.entries(targets).map(([name, file]) => [name, targetPath(name, file.hashes.sha256)]),
  );
}

const BROUGHT_BACK = '↩ ';

/** Why numbers and entries change that a roll-back brings back or takes out. */
export function rollBackReason(version: string): string {
  return BROUGHT_BACK + version;
}

/** The version that a publication brings back; undefined where anything else changes too. */
export function rolledBackTo(reasons: readonly (Partial<Reason> | undefined)[]): string | undefined {
  const why = reasons[0]?.why;
  if (!why?.startsWith(BROUGHT_BACK)) return undefined;
  return reasons.every((reason) => reason?.why === why) ? why.slice(BROUGHT_BACK.length) : undefined;
}
