/** What the commands do that change what is published. Each leaves the folder as it was, or done, wherever it is killed. */
import { sha256 } from '../../lib/lists/feed/bytes';
import { readFeedInfo, type FeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata, type Role } from '../../lib/lists/feed/metadata';
import { targetsOf } from '../../lib/lists/publish/content';
import { namedKey, type Signer } from '../../lib/lists/publish/keys';
import { propose, publicationFiles, type Files, type Proposal } from '../../lib/lists/publish/proposal';
import {
  proposalFile,
  proposedTargets,
  readProposal,
  rebased,
  requireSound,
} from '../../lib/lists/publish/proposal-file';
import { PublishError } from '../../lib/lists/publish/publish-error';
import { dueRoles } from '../../lib/lists/publish/refresh';
import { makeRoot, nextRoot, type Keyring, type RoleKeys } from '../../lib/lists/publish/root';
import { signProposal, type Missing } from '../../lib/lists/publish/signing';
import { nextVersion } from '../../lib/lists/publish/versions';
import { compareVersions } from '../../lib/lists/versions';
import type { FeedFolder } from './folder';
import { draftNumbers, settleNumbers } from './numbers';

/** `missing` is what a proposal still waits for; it then lies in proposal.json. */
export interface Signing {
  readonly signedRoles: readonly Role[];
  readonly missing: Missing | undefined;
  /** What is published once nothing is missing. */
  readonly info: FeedInfo | undefined;
}

/** SHA-256 of the first root: what people paste beside the address. */
export function fingerprintOf(folder: FeedFolder): Promise<string> {
  return sha256(folder.disk.read('public/metadata/1.root.json'));
}

/** A role's keys by their public halves. */
export async function roleKeys(publics: readonly string[], threshold: number): Promise<RoleKeys> {
  return { keys: await Promise.all(publics.map(namedKey)), threshold };
}

/** Signs as far as the keys reach: publishes what is complete, keeps as proposal.json what is not. */
async function carryOn(folder: FeedFolder, start: Proposal, signers: readonly Signer[]): Promise<Signing> {
  const { proposal, missing, signedRoles } = await signProposal(start, signers, Date.now());
  if (missing) {
    folder.writeProposal(proposalFile(proposal));
    return { signedRoles, missing, info: undefined };
  }
  const live = folder.publishedTargets(folder.published());
  folder.publish(await publicationFiles(proposal));
  const info = readFeedInfo(proposedTargets(proposal, live).get('feed.json') ?? new Uint8Array());
  folder.writeInfo(info);
  folder.writeProposal(undefined);
  await settleNumbers(folder);
  return { signedRoles, missing, info };
}

/** Nothing new begins while signatures of something else are being gathered. */
function requireNoProposal(folder: FeedFolder): void {
  if (!folder.has('proposal.json')) return;
  throw new PublishError(
    'ERR_PUBLISH_CONFLICT',
    'A proposal waits for signatures (proposal.json): sign it, or take it back with sign --withdraw.',
  );
}

/** The first publication: the draft under a first root. */
export async function publishFirst(folder: FeedFolder, keyring: Keyring, signers: readonly Signer[]) {
  const content = await targetsOf(folder.draft(), undefined);
  const now = Date.now();
  const proposal = await propose(undefined, { content, nextRoot: makeRoot(keyring, 1, now) }, now);
  return carryOn(folder, proposal, signers);
}

function versionOf(targets: Files): string {
  return readFeedInfo(targets.get('feed.json') ?? new Uint8Array()).version;
}

/** A crash may have kept the draft from hearing of what was published last. */
function newest(a: string, b: string | undefined): string {
  return b !== undefined && compareVersions(b, a) > 0 ? b : a;
}

/** The draft under its next version, not yet signed. */
export async function proposeDraft(folder: FeedFolder): Promise<Proposal> {
  const now = Date.now();
  const published = folder.published();
  const live = published && folder.publishedTargets(published);
  const draft = folder.draft();
  const info = {
    ...draft.info,
    version: nextVersion(newest(draft.info.version, live && versionOf(live)), now),
    published: new Date(now).toISOString().slice(0, 10),
  };
  const numbers = await draftNumbers(folder, live);
  const content = await targetsOf({ ...draft, info, numbers }, live);
  return propose(published, { content }, now);
}

/** Publishes the draft as a new version, or as far as the keys at hand reach. */
export async function signDraft(folder: FeedFolder, signers: readonly Signer[]): Promise<Signing> {
  requireNoProposal(folder);
  return carryOn(folder, await proposeDraft(folder), signers);
}

/** A proposal that came from somebody else, held against what is published here. */
export async function receive(folder: FeedFolder, file: Uint8Array<ArrayBuffer>): Promise<Proposal> {
  const published = folder.published();
  const proposal = rebased(readProposal(file), published);
  await requireSound(proposal, published);
  return proposal;
}

/** Adds signatures to a proposal that came from somebody else, or that waits here. Refused where it is not sound. */
export async function signReceived(
  folder: FeedFolder,
  file: Uint8Array<ArrayBuffer>,
  signers: readonly Signer[],
) {
  const proposal = await receive(folder, file);
  const result = await carryOn(folder, proposal, signers);
  if (result.missing && result.signedRoles.length === 0) {
    throw new PublishError(
      'ERR_PUBLISH_NO_KEY',
      `None of the keys at hand may sign ${result.missing.role} any more.`,
    );
  }
  return result;
}

/** Signs new dates for what is published: all that is due, as far as the keys reach; the timestamp at least. */
export async function refreshDates(
  folder: FeedFolder,
  signers: readonly Signer[],
): Promise<{ expires: string; waiting: Role[] }> {
  const published = folder.published();
  if (!published) throw new Error('Nothing is published yet: sign first.');
  const now = Date.now();
  const due = await dueRoles(published, now);
  // A machine that refreshes by itself has the keys of the timestamp and, at most, of the snapshot.
  for (let first = 0; first < due.length; first++) {
    const proposal = await propose(published, { renew: due.slice(first) }, now);
    const { missing, proposal: done } = await signProposal(proposal, signers, now);
    if (missing) continue;
    folder.publish(await publicationFiles(done));
    const { expires } = readMetadata('timestamp', done.metadata.timestamp ?? published.timestamp).signed;
    return { expires, waiting: due.slice(0, first) };
  }
  throw new PublishError('ERR_PUBLISH_NO_KEY', 'No key of the timestamp is at hand.');
}

/** Gives roles other keys or thresholds by a new root; content is signed anew where its keys change. */
export async function changeKeys(
  folder: FeedFolder,
  changes: Partial<Keyring>,
  signers: readonly Signer[],
): Promise<Signing> {
  requireNoProposal(folder);
  const published = folder.published();
  if (!published) throw new Error('Nothing is published yet: sign first.');
  const now = Date.now();
  const root = nextRoot(readMetadata('root', published.root).signed, changes, now);
  return carryOn(folder, await propose(published, { nextRoot: root }, now), signers);
}
