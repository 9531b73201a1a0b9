/** What the guided making of a feed gathers, step by step. */
import type { KeyPlan } from '../../../lib/admin/keys/ceremony';

export interface FeedPlan {
  readonly name: { readonly vi: string; readonly en: string };
  readonly contact: string;
  readonly plan: KeyPlan;
}

/** A holder and how far the keeping of their keys is. */
export interface HolderState {
  readonly holder: string;
  readonly roles: readonly string[];
  /** The file was saved. */
  readonly saved: boolean;
  /** The file was read back with its passphrase, and its keys sign. */
  readonly proven: boolean;
  readonly problem?: string | undefined;
}
