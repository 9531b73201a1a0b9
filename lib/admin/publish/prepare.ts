/** From a draft to a proposal that is signed as far as the keys at hand reach. Pure but for WebCrypto: time is an argument. */
import type { FeedInfo } from '../../lists/feed/content-schema';
import { readMetadata, type Role } from '../../lists/feed/metadata';
import { publishedNumbers, targetsOf, type FeedContent } from '../../lists/publish/content';
import {
  CONTENT_ROLES,
  propose,
  publicationFiles,
  type ContentRole,
  type Files,
  type Proposal,
} from '../../lists/publish/proposal';
import { requireAllowed } from '../../lists/publish/guards';
import { proposedTargets } from '../../lists/publish/proposal-file';
import { dueRoles } from '../../lists/publish/refresh';
import type { Signer } from '../../lists/publish/keys';
import { signProposal, type Missing } from '../../lists/publish/signing';
import { nextVersion } from '../../lists/publish/versions';
import type { EntryReasons } from '../entry-edits';
import type { HeldSigner } from '../keys/stored-signer';
import { sameJson } from '../merge/three-way';
import type { OpenFeed } from '../open/read-feed';
import type { ReportedDraft } from '../reported/draft';
import { countChanges, countProposal } from './count';
import { entryReasons, numberReasons, type NumberReason, type VersionEdits } from './draft-reasons';
import { DOCUMENTS, documentToPublish, type DocumentDrafts } from './documents';
import { pathsByName, rolledBackTo, type WaitingEntry } from './history';
import { infoIn } from './info';
import { objectionsToDraft, objectionsToTargets } from './objections';

/** A publication that is on its way. */
export interface Prepared {
  readonly proposal: Proposal;
  /** What it still waits for; absent once every signature is there. */
  readonly missing?: Missing | undefined;
  readonly info: FeedInfo;
  /** Absent where only dates or keys were signed anew. */
  readonly history?: WaitingEntry | undefined;
  /** It is a colleague's: the draft here is another one. */
  readonly received?: boolean | undefined;
}

async function contentOf(
  open: OpenFeed,
  reported: ReportedDraft,
  drafts: DocumentDrafts,
  info: FeedInfo,
): Promise<FeedContent> {
  const documents = DOCUMENTS.map((part) => [part, documentToPublish(open.targets, drafts, part)] as const);
  // The compact set is no part of the draft: it stays as it is published.
  const numbers = await publishedNumbers(open.targets);
  return { info, reported: reported.state(), numbers, ...Object.fromEntries(documents) };
}

/** Path of every target of a proposal by its name. */
function targetPaths(open: OpenFeed, { metadata }: Proposal): Record<string, string> {
  return pathsByName(metadata.targets ?? open.published.targets);
}

export interface PrepareOptions {
  readonly open: OpenFeed;
  readonly reported: ReportedDraft;
  readonly drafts: DocumentDrafts;
  /** Why entries of the lists in `drafts` change. */
  readonly reasons: EntryReasons;
  readonly signers: readonly HeldSigner[];
  /** What was said yes to, of all that stands against the draft. */
  readonly allowed?: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Proposes and signs a draft. Throws PublishError, GuardError where something stands against it. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { open, reported, drafts, signers, now } = options;
  requireAllowed(objectionsToDraft(open, options), options.allowed);
  const at = new Date(now).toISOString();
  const version = nextVersion(open.info.version, now);
  const info = { ...(drafts.info ?? open.info), version, published: at.slice(0, 10) };
  const content = await targetsOf(await contentOf(open, reported, drafts, info), open.targets);
  const { proposal, missing } = await signProposal(
    await propose(open.published, { content }, now),
    signers,
    now,
  );
  const reasons = numberReasons(open, reported);
  const entries = entryReasons(open, drafts, options.reasons);
  const history: WaitingEntry = {
    version,
    at,
    count: countChanges(open, reported, drafts),
    reasons,
    entries,
    targets: targetPaths(open, proposal),
    rollBackTo: rolledBackTo([...reasons, ...entries.map(({ reason }) => reason)]),
  };
  return { proposal, missing, info, history };
}

/** New dates for what is published: all that is due, as far as the keys reach; the timestamp at least. */
export async function prepareRefresh(
  { open, signers }: Pick<PrepareOptions, 'open' | 'signers'>,
  now: number,
): Promise<Prepared> {
  const due = await dueRoles(open.published, now);
  let last: Prepared | undefined;
  for (let first = 0; first < due.length; first++) {
    const start = await propose(open.published, { renew: due.slice(first) }, now);
    const { proposal, missing } = await signProposal(start, signers, now);
    last = { proposal, missing, info: open.info };
    if (!missing) return last;
  }
  return last ?? { proposal: await propose(open.published, {}, now), info: open.info };
}

/**
 * A proposal of somebody else with the signatures of the keys at hand. The last arguments: what it changes, for the history,
 * and what was said yes to. Throws PublishError, GuardError where something stands against it.
 */
export async function countersign(
  open: OpenFeed,
  received: Proposal,
  signers: readonly HeldSigner[],
  now: number,
  { numbers, entries, bulk }: VersionEdits = { numbers: [], entries: [] },
  allowed?: ReadonlySet<string>,
): Promise<Prepared> {
  requireAllowed(await objectionsToTargets(open, proposedTargets(received, open.targets)), allowed);
  const { proposal, missing } = await signProposal(received, signers, now);
  const info = infoIn(proposedTargets(proposal, open.targets));
  const waiting: Prepared = { proposal, missing, info, received: true };
  const targets = targetPaths(open, proposal);
  // Under new dates or keys the live version stays, and with it what is known of it here.
  if (sameJson(targets, pathsByName(open.published.targets))) return waiting;
  const reasons = numbers.filter((edit): edit is NumberReason => edit.why !== undefined);
  const history: WaitingEntry = {
    version: info.version,
    at: new Date(now).toISOString(),
    count: await countProposal(open, proposal),
    reasons,
    bulk,
    entries,
    targets,
  };
  return { ...waiting, history };
}

/** The same publication with the signatures of more keys. Throws PublishError. */
export async function signFurther(
  prepared: Prepared,
  signers: readonly Signer[],
  now: number,
): Promise<Prepared> {
  const { proposal, missing } = await signProposal(prepared.proposal, signers, now);
  return { ...prepared, proposal, missing };
}

/** The files of a publication that has all its signatures, and when each role then expires. Throws PublishError. */
export async function finished(
  { proposal }: Prepared,
  before: Readonly<Record<Role, string>>,
): Promise<{ readonly files: Files; readonly expires: Readonly<Record<Role, string>> }> {
  const files = await publicationFiles(proposal);
  const expiresOf = (role: ContentRole): string => {
    const file = proposal.metadata[role];
    return file ? readMetadata(role, file).signed.expires : before[role];
  };
  const content = Object.fromEntries(CONTENT_ROLES.map((role) => [role, expiresOf(role)]));
  const root = proposal.nextRoot ? readMetadata('root', proposal.nextRoot).signed.expires : before.root;
  return { files, expires: { ...before, ...content, root } };
}
