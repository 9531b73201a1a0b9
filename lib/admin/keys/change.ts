/** A new root that the keys of before and after sign: other keys, another threshold, or only a new date. Pure but for WebCrypto: time is an argument. */
import type { Role, Root } from '../../lists/feed/metadata';
import { namedKey, signerOf, type Signer } from '../../lists/publish/keys';
import { propose } from '../../lists/publish/proposal';
import { keyringOf, nextRoot } from '../../lists/publish/root';
import { signProposal } from '../../lists/publish/signing';
import type { OpenFeed } from '../open/read-feed';
import type { Prepared } from '../publish/prepare';
import { nameKey, namesTwice } from './holder-name';
import { thresholdHolds, tooManyFor, type MadeKey, type PlanProblem } from './ceremony';
import type { HeldSigner } from './stored-signer';

/** Why keys of a role change: they are out of reach, in other hands, or people and numbers are to be others. */
export type Why = 'lost' | 'stolen' | 'people';

/** What is to be otherwise with the keys of a role. */
export interface KeyChange {
  readonly role: Role;
  /** Ids of the keys that are given up. */
  readonly ids: readonly string[];
  /** Who holds the new keys. */
  readonly holders: readonly string[];
  /** How many must sign from now on. */
  readonly threshold: number;
}

export type ChangeProblem =
  | Exclude<PlanProblem, 'ERR_PLAN_HOLDERS'>
  | 'change_nothing'
  | 'change_no_key'
  | 'change_twice'
  | 'change_over';

/**
 * What stands against a change, or undefined. `change_over`: the root keys that are left are too few to sign it.
 * `known`: who holds which key, by its public half.
 */
export function changeProblem(
  { roles, keys }: Root,
  change: KeyChange,
  why: Why,
  known: ReadonlyMap<string, string> = new Map(),
): ChangeProblem | undefined {
  const { role, ids, holders, threshold } = change;
  if (why !== 'people' && ids.length === 0) return 'change_no_key';
  const kept = roles[role].keyids.filter((id) => !ids.includes(id));
  // A key that was stolen, or is given up, is still here to sign its own end.
  const roots = role === 'root' && why === 'lost' ? kept : roles.root.keyids;
  if (roots.length < roles.root.threshold) return 'change_over';
  const stay = kept.flatMap((id) => known.get(keys[id]?.keyval.public ?? '') ?? []).map(nameKey);
  if (namesTwice(holders) || holders.some((holder) => stay.includes(nameKey(holder)))) return 'change_twice';
  if (!thresholdHolds(threshold, kept.length + holders.length)) return 'ERR_PLAN_THRESHOLD';
  if (tooManyFor(role, threshold)) return 'ERR_PLAN_TIMESTAMP';
  const same = ids.length === 0 && holders.length === 0 && threshold === roles[role].threshold;
  return same ? 'change_nothing' : undefined;
}

/**
 * How many of the root keys that are there must sign the root after a change, or after a new date alone where it is
 * absent: with those that have (`by`), the fewest that do. The root of before asks for its number of its keys, given up
 * or not; the next one asks for its own, of keys that stay (TUF 5.3.4). New keys sign by themselves.
 */
export function rootsNeeded(
  { roles }: Root,
  change: KeyChange | undefined,
  by: readonly string[] = [],
): number {
  const { keyids, threshold } = roles.root;
  const signed = keyids.filter((id) => by.includes(id));
  const before = threshold - signed.length;
  if (change?.role !== 'root') return signed.length + Math.max(0, before);
  const staying = signed.filter((id) => !change.ids.includes(id)).length;
  const after = change.threshold - change.holders.length - staying;
  return signed.length + Math.max(0, before, after);
}

/** The root that follows. Without a change it says the same and holds for another year. Throws RangeError where too few keys stay. */
export async function rootAfter(
  root: Root,
  change: KeyChange | undefined,
  made: readonly MadeKey[],
  now: number,
): Promise<Root> {
  if (!change) return nextRoot(root, {}, now);
  const { role, ids, threshold } = change;
  const kept = keyringOf(root)[role].keys.filter(({ id }) => !ids.includes(id));
  const fresh = await Promise.all(made.map(({ pair }) => namedKey(pair.public)));
  return nextRoot(root, { [role]: { keys: [...kept, ...fresh], threshold } }, now);
}

/**
 * The feed under a root that follows, signed as far as these signers and the keys that were `made` for it reach. What
 * keys signed that are given up is void once it is published. Throws RangeError where too few keys stay.
 */
export async function prepareRoot(
  { published, root, info }: Pick<OpenFeed, 'published' | 'root' | 'info'>,
  change: KeyChange | undefined,
  made: readonly MadeKey[],
  signers: readonly Signer[],
  now: number,
): Promise<Prepared> {
  const next = await rootAfter(root, change, made, now);
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
