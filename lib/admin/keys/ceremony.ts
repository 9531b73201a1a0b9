/** A new feed: keys for every role, the first root, the first publication. */
import { fromHex, sha256 } from '../../lists/feed/bytes';
import type { FeedInfo } from '../../lists/feed/content-schema';
import { ROLES, type Role } from '../../lists/feed/metadata';
import { targetsOf, type FeedContent } from '../../lists/publish/content';
import { generateKeyPair, namedKey, signerOf, type KeyPair } from '../../lists/publish/keys';
import { propose, publicationFiles, type Files } from '../../lists/publish/proposal';
import { makeRoot, type RoleKeys } from '../../lists/publish/root';
import { MAX_TIMESTAMP_SIGNATURES, signProposal } from '../../lists/publish/signing';
import { nameKey, namesTwice, tidyName } from './holder-name';

/** Who holds the keys of a role, and how many of them must sign. */
export interface RolePlan {
  readonly holders: readonly string[];
  readonly threshold: number;
}
export type KeyPlan = Readonly<Record<Role, RolePlan>>;

export interface MadeKey {
  readonly role: Role;
  readonly holder: string;
  readonly pair: KeyPair;
}

/** The names of a list that has one on each line. */
export function namesOn(lines: string): string[] {
  return lines.split('\n').flatMap((name) => tidyName(name) || []);
}

export type PlanProblem = 'ERR_PLAN_HOLDERS' | 'ERR_PLAN_THRESHOLD' | 'ERR_PLAN_TIMESTAMP';

/** True where so many of so many keys can sign. */
export function thresholdHolds(threshold: number, keys: number): boolean {
  return Number.isInteger(threshold) && threshold >= 1 && threshold <= keys;
}

/** True where the file of the role has no room for so many signatures. */
export function tooManyFor(role: Role, threshold: number): boolean {
  return role === 'timestamp' && threshold > MAX_TIMESTAMP_SIGNATURES;
}

/** What is wrong with a plan, or undefined. Each holder of a role is another person. */
export function planProblem(plan: KeyPlan): PlanProblem | undefined {
  for (const role of ROLES) {
    const { holders, threshold } = plan[role];
    if (holders.length === 0 || holders.some((holder) => tidyName(holder) === '') || namesTwice(holders))
      return 'ERR_PLAN_HOLDERS';
    if (!thresholdHolds(threshold, holders.length)) return 'ERR_PLAN_THRESHOLD';
    if (tooManyFor(role, threshold)) return 'ERR_PLAN_TIMESTAMP';
  }
  return undefined;
}

/** New keys for a plan. Whoever holds keys of several roles has one name, as it is written first. */
export function makeKeys(plan: KeyPlan): Promise<MadeKey[]> {
  const spelt = new Map<string, string>();
  const wanted = ROLES.flatMap((role) =>
    plan[role].holders.map((typed) => {
      const holder = spelt.get(nameKey(typed)) ?? tidyName(typed);
      spelt.set(nameKey(typed), holder);
      return { role, holder };
    }),
  );
  return Promise.all(wanted.map(async (one) => ({ ...one, pair: await generateKeyPair() })));
}

export interface FirstPublication {
  readonly files: Files;
  readonly fingerprint: string;
}

/** The first root and version of a feed. `now`: milliseconds since 1970. Throws PublishError. */
export async function firstPublication(
  plan: KeyPlan,
  keys: readonly MadeKey[],
  content: FeedContent,
  now: number,
): Promise<FirstPublication> {
  const ofRole = async (role: Role): Promise<RoleKeys> => ({
    threshold: plan[role].threshold,
    keys: await Promise.all(keys.filter((key) => key.role === role).map(({ pair }) => namedKey(pair.public))),
  });
  const [root, timestamp, snapshot, targets] = await Promise.all(ROLES.map(ofRole));
  if (!root || !timestamp || !snapshot || !targets) throw new RangeError('a role has no keys');
  const nextRoot = makeRoot({ root, timestamp, snapshot, targets }, 1, now);
  const proposal = await propose(undefined, { content: await targetsOf(content, undefined), nextRoot }, now);
  const signers = await Promise.all(keys.map(({ pair }) => signerOf(pair)));
  const files = await publicationFiles((await signProposal(proposal, signers, now)).proposal);
  return { files, fingerprint: await sha256(files.get('metadata/1.root.json') ?? new Uint8Array()) };
}

/** The empty content of a new feed. */
export function emptyContent(info: FeedInfo): FeedContent {
  return { info, reported: new Map() };
}

/** The key of a pair for daily use: it signs, and can never be read out again. */
export async function dailyKey(pair: KeyPair): Promise<CryptoKey> {
  const secret = Uint8Array.from(atob(pair.secret), (char) => char.charCodeAt(0));
  return crypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
}

/** Holds that a backup restores the key whose public half the root names: it signs, and the signature is good. */
export async function restores(pair: KeyPair): Promise<boolean> {
  const probe = crypto.getRandomValues(new Uint8Array(32));
  const signature = await crypto.subtle.sign('Ed25519', await dailyKey(pair), probe);
  const key = await crypto.subtle.importKey('raw', fromHex(pair.public), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, probe);
}
