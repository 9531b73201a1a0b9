/** A proposal as a file that goes from hand to hand. Whoever gets one holds it against what is published. Pure. */
import * as v from 'valibot';
import { sha256, sameBytes, textOf, utf8, type Bytes } from '../feed/bytes';
import { FeedError } from '../feed/feed-error';
import { readMetadata } from '../feed/metadata';
import { targetPath } from '../feed/targets';
import { fromBase64, toBase64 } from './base64';
import { jsonFile } from './json-file';
import {
  CONTENT_ROLES,
  rootsOf,
  type ContentRole,
  type Files,
  type Proposal,
  type Published,
} from './proposal';
import { PublishError } from './publish-error';
import { MAX_PASSED_OVER } from './raise';

function unsound(problem: string, cause?: unknown): PublishError {
  return new PublishError('ERR_PUBLISH_PROPOSAL', problem, cause);
}

const perRole = <Schema extends v.GenericSchema>(of: Schema) =>
  v.object({ targets: v.optional(of), snapshot: v.optional(of), timestamp: v.optional(of) });

const ProposalFile = v.object({
  format: v.literal(1),
  kind: v.literal('canh-giac-proposal'),
  base: v.optional(v.string()),
  root: v.optional(v.string()),
  nextRoot: v.optional(v.string()),
  versions: perRole(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  metadata: perRole(v.string()),
  files: v.record(v.string(), v.string()),
  /** Targets that are no text, in base64. */
  binaries: v.optional(v.record(v.string(), v.string()), {}),
});

const textOrNone = (bytes: Bytes | undefined) => bytes && textOf(bytes);
const bytesOrNone = (text: string | undefined) => (text === undefined ? undefined : utf8(text));

function isText(bytes: Bytes): boolean {
  try {
    textOf(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The file of a proposal: JSON. `told`: what its maker says beside it, which nobody signs. */
export function proposalFile(proposal: Proposal, told?: object): Bytes {
  const { base, root, nextRoot, versions, metadata, files } = proposal;
  return jsonFile({
    format: 1,
    kind: 'canh-giac-proposal',
    base,
    root: textOrNone(root),
    nextRoot: textOrNone(nextRoot),
    versions,
    metadata: {
      targets: textOrNone(metadata.targets),
      snapshot: textOrNone(metadata.snapshot),
      timestamp: textOrNone(metadata.timestamp),
    },
    files: Object.fromEntries(
      [...files].flatMap(([path, bytes]) => (isText(bytes) ? [[path, textOf(bytes)]] : [])),
    ),
    binaries: Object.fromEntries(
      [...files].flatMap(([path, bytes]) => (isText(bytes) ? [] : [[path, toBase64(bytes)]])),
    ),
    told,
  } satisfies v.InferInput<typeof ProposalFile> & { readonly told: object | undefined });
}

function binaryOf(text: string): Bytes {
  try {
    return fromBase64(text);
  } catch (error) {
    throw unsound('A file of it is no base64.', error);
  }
}

/** Reads the file of a proposal. Throws PublishError ERR_PUBLISH_PROPOSAL. */
export function readProposal(bytes: Bytes): Proposal {
  let file: v.InferOutput<typeof ProposalFile>;
  try {
    file = v.parse(ProposalFile, JSON.parse(textOf(bytes)));
  } catch (error) {
    throw new PublishError('ERR_PUBLISH_PROPOSAL', 'This is no file of a proposal.', error);
  }
  const { targets, snapshot, timestamp } = file.metadata;
  return {
    base: file.base,
    root: bytesOrNone(file.root),
    nextRoot: bytesOrNone(file.nextRoot),
    versions: file.versions,
    metadata: {
      targets: bytesOrNone(targets),
      snapshot: bytesOrNone(snapshot),
      timestamp: bytesOrNone(timestamp),
    },
    files: new Map([
      ...Object.entries(file.files).map(([path, text]) => [path, utf8(text)] as const),
      ...Object.entries(file.binaries).map(([path, text]) => [path, binaryOf(text)] as const),
    ]),
  };
}

async function requireFiles(proposal: Proposal, published: Published | undefined): Promise<void> {
  const { targets } = proposal.metadata;
  if (!targets) throw unsound('It has no targets.');
  const open = new Map(proposal.files);
  const before = published ? readMetadata('targets', published.targets).signed.targets : {};
  const live = new Set(Object.entries(before).map(([name, file]) => targetPath(name, file.hashes.sha256)));
  for (const [name, file] of Object.entries(readMetadata('targets', targets).signed.targets)) {
    const path = targetPath(name, file.hashes.sha256);
    const bytes = open.get(path);
    open.delete(path);
    if (!bytes && live.has(path)) continue;
    if (bytes?.length !== file.length || (await sha256(bytes)) !== file.hashes.sha256)
      throw unsound(`It lacks ${name}, or holds another file in its place.`);
  }
  const [extra] = open.keys();
  if (extra !== undefined) throw unsound(`It brings ${extra}, which nothing names.`);
}

/**
 * The proposal on top of what is published now, where only dates were signed anew since it was made: a daily refresh must
 * not cost the signatures of the content. Roles that would come out under a version that is taken are made again.
 */
export function rebased(proposal: Proposal, published: Published | undefined): Proposal {
  if (!published) return proposal;
  const versions = { ...proposal.versions };
  const metadata: Partial<Record<ContentRole, Bytes | undefined>> = { ...proposal.metadata };
  let stale = false;
  for (const role of ['snapshot', 'timestamp'] as const) {
    const next = readMetadata(role, published[role]).signed.version + 1;
    if (versions[role] === undefined) metadata[role] = published[role];
    else {
      stale ||= versions[role] < next;
      versions[role] = Math.max(versions[role], next);
      if (stale) metadata[role] = undefined;
    }
  }
  return { ...proposal, versions, metadata };
}

/**
 * Holds that a proposal goes on from what is published here, and that it holds together: the root is the published one,
 * versions are the next ones or pass over a few that were given up, kept files are the published ones, and it brings the targets that it names and no others.
 * Throws PublishError ERR_PUBLISH_CONFLICT where somebody published in between, ERR_PUBLISH_PROPOSAL for the rest.
 */
export async function requireSound(proposal: Proposal, published: Published | undefined): Promise<void> {
  if (proposal.base !== (published && (await sha256(published.targets)))) {
    throw new PublishError('ERR_PUBLISH_CONFLICT', 'Something else was published since it was made.');
  }
  try {
    const same = (a: Bytes | undefined, b: Bytes | undefined) => (a && b ? sameBytes(a, b) : a === b);
    if (!same(proposal.root, published?.root)) throw unsound('Its root is not the published one.');
    const { force, before } = rootsOf(proposal);
    if (proposal.nextRoot && force.version !== (before?.version ?? 0) + 1)
      throw unsound('Its new root skips a version.');
    for (const role of CONTENT_ROLES) {
      const [file, version] = [proposal.metadata[role], proposal.versions[role]];
      const live = published && readMetadata(role, published[role]).signed.version;
      if (version === undefined) {
        if (!same(file, published?.[role])) throw unsound(`Its ${role} are neither kept nor new.`);
      } else if (
        version <= (live ?? 0) ||
        version > (live ?? 0) + 1 + MAX_PASSED_OVER ||
        (file && readMetadata(role, file).signed.version !== version)
      ) {
        throw unsound(`Its ${role} have the wrong version.`);
      }
    }
    await requireFiles(proposal, published);
  } catch (error) {
    if (error instanceof FeedError) throw unsound('A part of it is no metadata.', error);
    throw error;
  }
}

/** The targets, by name, that a proposal leads to. `live`: those that are published. */
export function proposedTargets(proposal: Proposal, live: Files): Files {
  const { targets } = proposal.metadata;
  if (!targets) throw unsound('It has no targets.');
  return new Map(
    Object.entries(readMetadata('targets', targets).signed.targets).map(([name, file]) => {
      const bytes = proposal.files.get(targetPath(name, file.hashes.sha256)) ?? live.get(name);
      if (!bytes) throw unsound(`It lacks ${name}.`);
      return [name, bytes] as const;
    }),
  );
}
