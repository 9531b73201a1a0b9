/** What the console remembers of each version that it published, and what a version changed in numbers. Pure. */
import type { Reason } from '../reported/change';

/** How much a version changed. */
export interface ChangeCount {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Lists that changed beside the reported one. */
  readonly documents: readonly string[];
}

export interface HistoryEntry {
  readonly version: string;
  /** ISO 8601. */
  readonly at: string;
  readonly signedBy: readonly string[];
  readonly count: ChangeCount;
  /** Why each number changed. */
  readonly reasons: readonly (Reason & {
    readonly number: string;
    readonly kind: 'added' | 'removed' | 'changed';
  })[];
  /** Path of every target of this version by its name: what a roll-back publishes anew. */
  readonly targets: Readonly<Record<string, string>>;
  /** The version that this one brought back. */
  readonly rollBackTo?: string | undefined;
}
