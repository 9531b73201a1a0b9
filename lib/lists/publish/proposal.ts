/**
 * A proposal: new content, new dates or new keys on the way to being published. One signer after the other adds to it;
 * with every signature there it gives the files to write. Pure: keys and time are arguments.
 *
 * Roles are signed in the order root, targets, snapshot, timestamp: each names the bytes of the one before, so it is
 * made only when that one has all its signatures.
 */
import { sha256, type Bytes } from '../feed/bytes';
import { MAX_TARGET } from '../feed/limits';
import { readMetadata, type MetaFile, type Root, type Signed } from '../feed/metadata';
import { TARGET_FORMAT, targetPath } from '../feed/targets';
import { PublishError } from './publish-error';
import { changedRoles, head } from './root';
import { isSigned, signed } from './sign';

/** Files by path or name, in an order that counts where they are written. */
export type Files = ReadonlyMap<string, Bytes>;

/** The roles below the root, in the order of signing. */
export const CONTENT_ROLES = ['targets', 'snapshot', 'timestamp'] as const;
export type ContentRole = (typeof CONTENT_ROLES)[number];

/** Something for some of the roles. */
export type PerRole<Value> = Readonly<Partial<Record<ContentRole, Value | undefined>>>;

/** The metadata that a feed publishes now. `root`: the newest. */
export type Published = Readonly<Record<ContentRole | 'root', Bytes>>;

export interface Proposal {
  /** SHA-256 of the targets that it goes on from; undefined for a first publication. */
  readonly base: string | undefined;
  /** The root that is published; undefined for a first publication. */
  readonly root: Bytes | undefined;
  /** The root that is to follow it. */
  readonly nextRoot: Bytes | undefined;
  /** The roles that are signed anew, with the versions they get. */
  readonly versions: PerRole<number>;
  /** The files of the roles so far: kept ones, signed ones, and at most one that waits for signatures. */
  readonly metadata: PerRole<Bytes>;
  /** Targets that are not published yet, by path. */
  readonly files: Files;
}

export interface Change {
  /** All targets by name; absent where only dates or keys change. */
  readonly content?: Files;
  /** The root that is to follow, or the first. */
  readonly nextRoot?: Root;
  /** Roles that get a new date besides those that change. */
  readonly renew?: readonly ContentRole[];
}

async function targetsOfFiles(content: Files): Promise<[Signed<'targets'>['targets'], Map<string, Bytes>]> {
  const targets: Signed<'targets'>['targets'] = {};
  const files = new Map<string, Bytes>();
  for (const [name, bytes] of content) {
    if (bytes.length > MAX_TARGET) {
      throw new PublishError('ERR_PUBLISH_TOO_LONG', `${name} has more than ${String(MAX_TARGET)} bytes.`);
    }
    const hash = await sha256(bytes);
    targets[name] = { length: bytes.length, hashes: { sha256: hash }, custom: { format: TARGET_FORMAT } };
    files.set(targetPath(name, hash), bytes);
  }
  return [targets, files];
}

/** The first role that must be signed anew; each one behind it follows. */
function firstRole(published: Published | undefined, change: Change): number {
  if (!published || change.content) return 0;
  const wanted = new Set<string>(change.renew);
  if (change.nextRoot) {
    for (const role of changedRoles(readMetadata('root', published.root).signed, change.nextRoot))
      wanted.add(role);
  }
  const first = CONTENT_ROLES.findIndex((role) => wanted.has(role));
  return first < 0 ? CONTENT_ROLES.length : first;
}

/** Begins a proposal that goes on from what is published. Throws PublishError ERR_PUBLISH_TOO_LONG. */
export async function propose(
  published: Published | undefined,
  change: Change,
  now: number,
): Promise<Proposal> {
  const first = firstRole(published, change);
  const versions: Partial<Record<ContentRole, number>> = {};
  const metadata: Partial<Record<ContentRole, Bytes>> = {};
  CONTENT_ROLES.forEach((role, i) => {
    if (i >= first) versions[role] = published ? readMetadata(role, published[role]).signed.version + 1 : 1;
    else if (published) metadata[role] = published[role];
  });
  let files: Files = new Map();
  if (versions.targets !== undefined) {
    let targets = published ? readMetadata('targets', published.targets).signed.targets : {};
    if (change.content) {
      const before = new Set(
        Object.entries(targets).map(([name, file]) => targetPath(name, file.hashes.sha256)),
      );
      const [next, all] = await targetsOfFiles(change.content);
      targets = next;
      files = new Map([...all].filter(([path]) => !before.has(path)));
    }
    metadata.targets = await signed({ ...head('targets', versions.targets, now), targets }, []);
  }
  return {
    base: published && (await sha256(published.targets)),
    root: published?.root,
    nextRoot: change.nextRoot && (await signed(change.nextRoot, [])),
    versions,
    metadata,
    files,
  };
}

/** What a role says of the file that it leads to. */
export async function metaOf(version: number, bytes: Bytes): Promise<MetaFile> {
  return { version, length: bytes.length, hashes: { sha256: await sha256(bytes) } };
}

/** The roots under which a proposal's signatures count: the one that will be in force, and the one before it. */
export function rootsOf({ root, nextRoot }: Proposal): {
  readonly force: Root;
  readonly before: Root | undefined;
} {
  const [before, next] = [root, nextRoot].map((file) => file && readMetadata('root', file).signed);
  const force = next ?? before;
  if (!force) throw new PublishError('ERR_PUBLISH_PROPOSAL', 'The proposal has no root.');
  return { force, before: next && before };
}

/**
 * The files of a proposal in the order of writing: no client ever meets a name that leads nowhere. New keys: where the
 * old ones signed the content too, the new root goes last, so that the feed is whole under either root; else first.
 * Throws PublishError ERR_PUBLISH_UNSIGNED.
 */
export async function publicationFiles(proposal: Proposal): Promise<Files> {
  const { force, before } = rootsOf(proposal);
  const files = new Map(proposal.files);
  let holdsBefore = before !== undefined;
  for (const role of CONTENT_ROLES) {
    const file = proposal.metadata[role];
    if (!file || !(await isSigned(force, role, file))) {
      throw new PublishError('ERR_PUBLISH_UNSIGNED', `Signatures of ${role} are missing.`);
    }
    if (before && !(await isSigned(before, role, file))) holdsBefore = false;
    const version = proposal.versions[role];
    if (version === undefined) continue;
    files.set(`metadata/${role === 'timestamp' ? '' : `${String(version)}.`}${role}.json`, file);
  }
  if (!proposal.nextRoot) return files;
  for (const root of [before, force]) {
    if (root && !(await isSigned(root, 'root', proposal.nextRoot)))
      throw new PublishError('ERR_PUBLISH_UNSIGNED', 'Signatures of root are missing.');
  }
  const rootFile = [`metadata/${String(force.version)}.root.json`, proposal.nextRoot] as const;
  return holdsBefore ? new Map([...files, rootFile]) : new Map([rootFile, ...files]);
}
