/** What a client keeps of a feed's metadata between runs: the files as they came, verified. */
import type { Bytes } from './bytes';

export interface Trusted {
  readonly root: Bytes;
  readonly timestamp?: Bytes | undefined;
  readonly snapshot?: Bytes | undefined;
  readonly targets?: Bytes | undefined;
}

export interface TrustStore {
  /** Undefined while the first root was never seen. */
  load(): Promise<Trusted | undefined>;
  /** Replaces all of it at once. */
  save(trusted: Trusted): Promise<void>;
}
