/** What the commands do that change what is published. Each leaves the folder as it was, or done, wherever it is killed. */
import type { Taken } from '../../lib/admin/merge/lists';
import { filesTransport } from '../../lib/admin/open/files';
import { readFeed, type OpenFeed } from '../../lib/admin/open/read-feed';
import { objectionsToTargets } from '../../lib/admin/publish/objections';
import { toldPart } from '../../lib/admin/publish/told-file';
import { sha256 } from '../../lib/lists/feed/bytes';
import type { FeedInfo } from '../../lib/lists/feed/content-schema';
import type { Role } from '../../lib/lists/feed/metadata';
import { targetsOf } from '../../lib/lists/publish/content';
import { namedKey, type Signer } from '../../lib/lists/publish/keys';
import { propose, publicationFiles, rootsOf, type Proposal } from '../../lib/lists/publish/proposal';
import { requireAllowed } from '../../lib/lists/publish/guards';
import {
  proposalFile,
  proposedTargets,
  readProposal,
  rebased,
  requireSound,
} from '../../lib/lists/publish/proposal-file';
import { PublishError } from '../../lib/lists/publish/publish-error';
import { makeRoot, nextRoot, type Keyring, type RoleKeys } from '../../lib/lists/publish/root';
import { signProposal, type Missing } from '../../lib/lists/publish/signing';
import { baseAfter, baseFile, contentId, readBase } from './base';
import { contentOf } from './known';
import type { Conflict } from './conflict';
import { requireRootHolds } from './due';
import type { FeedFolder } from './folder';
import { currentGround, type Ground } from './ground';
import { mergeDraft } from './merging';
import { proposeDraft } from './proposing';
import { proposedReasons, type Logged, type Said } from './reasons';
import type { Start } from './start';
import { toldFile } from './told-here';
import { requireNoOther, requireNoProposal } from './waiting';

/** `missing` is what a proposal still waits for; it then lies in proposal.json. */
export interface Signing {
  readonly signedRoles: readonly Role[];
  readonly missing: Missing | undefined;
  /** What is published once nothing is missing. */
  readonly info?: FeedInfo;
  /** What the draft took from a colleague's publication. */
  readonly taken?: Taken;
  /** What the draft changes in another way than a colleague's publication; it stands as it was until that is chosen. */
  readonly conflicts?: readonly Conflict[];
  /** The draft says what is published: nothing was signed. */
  readonly isEmpty?: boolean;
}

/** SHA-256 of the first root: what people paste beside the address. */
export async function fingerprintOf(folder: FeedFolder): Promise<string> {
  return readBase(folder)?.fingerprint ?? sha256(folder.disk.read('public/metadata/1.root.json'));
}

/** A role's keys by their public halves. */
export async function roleKeys(publics: readonly string[], threshold: number): Promise<RoleKeys> {
  return { keys: await Promise.all(publics.map(namedKey)), threshold };
}

/** The feed as a proposal makes it, verified before anything of it is written. Throws FeedError. */
export async function verified(proposal: Proposal, { base, live }: Ground) {
  const files = await publicationFiles(proposal);
  const all = new Map([...(live?.files ?? []), ...files]);
  const fingerprint =
    base?.fingerprint ?? (await sha256(all.get('metadata/1.root.json') ?? new Uint8Array()));
  return { files, next: await readFeed(filesTransport(all), fingerprint) };
}

interface Carrying {
  /** The draft is what is proposed. */
  readonly isOwn: boolean;
  /** Why it changes what it changes, for its file. */
  readonly told?: object | undefined;
  /** The same, as the folder keeps it. */
  readonly reasons?: readonly Logged[] | undefined;
  /** What was said yes to, of all that stands against it. */
  readonly allowed?: ReadonlySet<string> | undefined;
}

/**
 * Signs as far as the keys reach: publishes what is complete, keeps as proposal.json what is not. Throws GuardError where
 * something stands against it.
 */
async function carryOn(
  folder: FeedFolder,
  start: Proposal,
  signers: readonly Signer[],
  ground: Ground,
  { isOwn, told, reasons, allowed }: Carrying,
): Promise<Signing> {
  let { base } = ground;
  const { live } = ground;
  requireRootHolds(rootsOf(start).force, Date.now());
  if (live) requireAllowed(await objectionsToTargets(live, proposedTargets(start, live.targets)), allowed);
  const { proposal, missing, signedRoles } = await signProposal(start, signers, Date.now());
  const { targets } = proposal.metadata;
  const id = targets && (await contentId(targets));
  if (base && isOwn && id !== undefined) {
    // Written first: whatever becomes of it, what is published of this draft is known as its own, with its reasons.
    base = { ...base, proposed: [...new Set([...base.proposed, id])] };
    folder.commit(new Map([...baseFile(base), ...proposedReasons(folder, id, reasons)]));
  }
  if (missing) {
    folder.commit(folder.proposalFile(proposalFile(proposal, told)));
    return { signedRoles, missing };
  }
  const { files, next } = await verified(proposal, ground);
  const known = base?.known ?? [];
  const from: Start =
    !base || (id !== undefined && base.proposed.includes(id))
      ? { kind: 'own', own: id, content: contentOf(next), known }
      : { kind: 'base', content: base.content, known };
  const merge = await mergeDraft(folder, from, next, () => undefined, told);
  const { conflicts } = merge;
  const isTaken = conflicts.length === 0;
  const draft =
    base && !isTaken
      ? new Map([...baseFile(await baseAfter(next, base)), ...(await toldFile(next.published.targets, told))])
      : merge.files;
  folder.publish(files, new Map([...draft, ...folder.proposalFile(undefined)]));
  return { signedRoles, missing, info: next.info, conflicts, ...(isTaken && { taken: merge.taken }) };
}

/** The first publication: the draft under a first root. */
export async function publishFirst(folder: FeedFolder, keyring: Keyring, signers: readonly Signer[]) {
  const content = await targetsOf(folder.draft(), undefined);
  const now = Date.now();
  const proposal = await propose(undefined, { content, nextRoot: makeRoot(keyring, 1, now) }, now);
  return carryOn(folder, proposal, signers, {}, { isOwn: true });
}

/**
 * Publishes the draft as a new version, or as far as the keys at hand reach. `onlyChanges`: where it changes something;
 * `said`: why it changes what has no reason yet.
 */
export async function signDraft(
  folder: FeedFolder,
  signers: readonly Signer[],
  allowed?: ReadonlySet<string>,
  { onlyChanges = false, said }: { readonly onlyChanges?: boolean; readonly said?: Said } = {},
): Promise<Signing> {
  const ground = await currentGround(folder);
  requireNoProposal(folder);
  const { proposal, told, isChanged, reasons } = await proposeDraft(folder, ground.live, said);
  if (onlyChanges && !isChanged)
    return {
      signedRoles: [],
      missing: undefined,
      ...(ground.live && { info: ground.live.info }),
      isEmpty: true,
    };
  return carryOn(folder, proposal, signers, ground, { isOwn: true, told, reasons, allowed });
}

/** A proposal that came from somebody else, held against what is published here. */
export async function receive(live: OpenFeed | undefined, file: Uint8Array<ArrayBuffer>): Promise<Proposal> {
  const proposal = rebased(readProposal(file), live?.published);
  await requireSound(proposal, live?.published);
  return proposal;
}

/** Adds signatures to a proposal that came from somebody else, or that waits here. Refused where it is not sound. */
export async function signReceived(
  folder: FeedFolder,
  file: Uint8Array<ArrayBuffer>,
  signers: readonly Signer[],
  allowed?: ReadonlySet<string>,
) {
  const ground = await currentGround(folder);
  const proposal = await receive(ground.live, file);
  requireNoOther(folder, proposal);
  const waiting = folder.proposal();
  const told = toldPart(file) ?? (waiting && toldPart(waiting));
  const result = await carryOn(folder, proposal, signers, ground, { isOwn: false, told, allowed });
  if (result.missing && result.signedRoles.length === 0) {
    throw new PublishError(
      'ERR_PUBLISH_NO_KEY',
      `None of the keys at hand may sign ${result.missing.role} any more.`,
    );
  }
  return result;
}

/** Gives roles other keys or thresholds by a new root; content is signed anew where its keys change. `known`: its ground, looked at before. */
export async function changeKeys(
  folder: FeedFolder,
  changes: Partial<Keyring>,
  signers: readonly Signer[],
  known?: Ground,
): Promise<Signing> {
  const ground = known ?? (await currentGround(folder));
  requireNoProposal(folder);
  if (!ground.live) throw new Error('Nothing is published yet: sign first.');
  const now = Date.now();
  const root = nextRoot(ground.live.root, changes, now);
  const proposal = await propose(ground.live.published, { nextRoot: root }, now);
  return carryOn(folder, proposal, signers, ground, { isOwn: false });
}
