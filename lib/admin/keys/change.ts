/** Other keys for a role: a new root that the keys of before and after sign. Pure but for WebCrypto: time is an argument. */
import type { Role, Root } from '../../lists/feed/metadata';
import { namedKey, signerOf, type Signer } from '../../lists/publish/keys';
import { propose } from '../../lists/publish/proposal';
import { keyringOf, nextRoot } from '../../lists/publish/root';
import { signProposal } from '../../lists/publish/signing';
import type { OpenFeed } from '../open/read-feed';
import type { Prepared } from '../publish/prepare';
import type { MadeKey } from './ceremony';
import type { HeldSigner } from './stored-signer';

/** Keys of a role that are given up. */
export interface KeysOut {
  readonly role: Role;
  /** Their ids. */
  readonly ids: readonly string[];
}

/** How many root keys that are not given up can still sign, and how many must. */
export function rootsLeft({ roles }: Root, out: KeysOut, lost: boolean): { have: number; need: number } {
  const { keyids, threshold } = roles.root;
  // A key that was stolen is still here to sign its own end.
  const gone = out.role === 'root' && lost ? out.ids : [];
  return { have: keyids.filter((id) => !gone.includes(id)).length, need: threshold };
}

/**
 * The feed under a root that names `made` in the place of the keys that are given up, signed as far as these signers
 * reach. What the old keys signed is void once it is published. Throws RangeError where too few keys stay.
 */
export async function prepareKeyChange(
  { published, root, info }: Pick<OpenFeed, 'published' | 'root' | 'info'>,
  out: KeysOut,
  made: readonly MadeKey[],
  signers: readonly Signer[],
  now: number,
): Promise<Prepared> {
  const { keys, threshold } = keyringOf(root)[out.role];
  const fresh = await Promise.all(made.map(({ pair }) => namedKey(pair.public)));
  const kept = keys.filter(({ id }) => !out.ids.includes(id));
  const next = nextRoot(root, { [out.role]: { keys: [...kept, ...fresh], threshold } }, now);
  const own = await Promise.all(made.map(({ pair }) => signerOf(pair)));
  // A publication ends with a timestamp, also where the root alone changes.
  const start = await propose(published, { nextRoot: next, renew: ['timestamp'] }, now);
  const { proposal, missing } = await signProposal(start, [...signers, ...own], now);
  return { proposal, missing, info };
}

/** The signers of a holder's root keys, as the file has them. */
export function rootSigners(keys: readonly MadeKey[]): Promise<HeldSigner[]> {
  const roots = keys.filter(({ role }) => role === 'root');
  return Promise.all(roots.map(async ({ pair, holder }) => ({ ...(await signerOf(pair)), holder })));
}
