/**
 * A publication: the files that bring new content, or a new date, to a feed. Pure: content, versions, keys and time are
 * arguments. Files are given in the order in which they must be written: a client never meets a name that leads nowhere.
 */
import { sha256, utf8, type Bytes } from '../feed/bytes';
import { MAX_TARGET } from '../feed/limits';
import { readMetadata, type MetaFile, type Signed } from '../feed/metadata';
import { TARGET_FORMAT, targetPath } from '../feed/targets';
import type { Signer } from './keys';
import { head } from './root';
import { signed } from './sign';

/** Who signs. */
export interface Signers {
  readonly targets: readonly Signer[];
  readonly snapshot: readonly Signer[];
  readonly timestamp: readonly Signer[];
}

/** What is published now; undefined before the first time. */
export interface Published {
  readonly targets: Bytes;
  readonly snapshot: Bytes;
  readonly timestamp: Bytes;
}

/** Files by their path in the feed, in the order of writing. */
export type Files = ReadonlyMap<string, Bytes>;

/** Most bytes of a timestamp: that is what 30 million browsers ask for every few minutes. */
export const MAX_TIMESTAMP = 1_024;

async function metaOf(version: number, bytes: Bytes): Promise<MetaFile> {
  return { version, length: bytes.length, hashes: { sha256: await sha256(bytes) } };
}

async function leadTo(
  version: number,
  snapshot: Bytes,
  snapshotVersion: number,
  signers: Signers,
  now: number,
): Promise<Bytes> {
  const value: Signed<'timestamp'> = {
    ...head('timestamp', version, now),
    meta: { 'snapshot.json': await metaOf(snapshotVersion, snapshot) },
  };
  const bytes = await signed(value, signers.timestamp);
  if (bytes.length > MAX_TIMESTAMP) throw new RangeError(`timestamp.json has ${String(bytes.length)} bytes.`);
  return bytes;
}

/** The metadata from targets to timestamp, each one version on. */
async function metadataFor(
  targets: Signed<'targets'>['targets'],
  before: Published | undefined,
  signers: Signers,
  now: number,
): Promise<Map<string, Bytes>> {
  const after = (role: 'targets' | 'snapshot' | 'timestamp') =>
    before ? readMetadata(role, before[role]).signed.version + 1 : 1;
  const [targetsVersion, snapshotVersion] = [after('targets'), after('snapshot')];
  const targetsFile = await signed({ ...head('targets', targetsVersion, now), targets }, signers.targets);
  const meta = { 'targets.json': await metaOf(targetsVersion, targetsFile) };
  const snapshot = await signed({ ...head('snapshot', snapshotVersion, now), meta }, signers.snapshot);
  return new Map([
    [`metadata/${String(targetsVersion)}.targets.json`, targetsFile],
    [`metadata/${String(snapshotVersion)}.snapshot.json`, snapshot],
    ['metadata/timestamp.json', await leadTo(after('timestamp'), snapshot, snapshotVersion, signers, now)],
  ]);
}

/** The files that make `content` (targets by name) the feed's whole content. Throws RangeError beyond 1 MB a target. */
export async function publish(
  content: Files,
  before: Published | undefined,
  signers: Signers,
  now: number,
): Promise<Files> {
  const files = new Map<string, Bytes>();
  const targets: Signed<'targets'>['targets'] = {};
  for (const [name, bytes] of content) {
    if (bytes.length > MAX_TARGET) throw new RangeError(`${name} has more than ${String(MAX_TARGET)} bytes.`);
    const hash = await sha256(bytes);
    targets[name] = { length: bytes.length, hashes: { sha256: hash }, custom: { format: TARGET_FORMAT } };
    files.set(targetPath(name, hash), bytes);
  }
  for (const [path, bytes] of await metadataFor(targets, before, signers, now)) files.set(path, bytes);
  return files;
}

/** Only new dates for the same content: a timestamp where the others still hold for `days`, else all of them. */
export async function refresh(before: Published, signers: Signers, now: number, days = 14): Promise<Files> {
  const targets = readMetadata('targets', before.targets).signed;
  const snapshot = readMetadata('snapshot', before.snapshot).signed;
  const soon = (expires: string) => Date.parse(expires) < now + days * 86_400_000;
  if (soon(targets.expires) || soon(snapshot.expires)) {
    return metadataFor(targets.targets, before, signers, now);
  }
  const version = readMetadata('timestamp', before.timestamp).signed.version + 1;
  const timestamp = await leadTo(version, before.snapshot, snapshot.version, signers, now);
  return new Map([['metadata/timestamp.json', timestamp]]);
}

/** Pretty enough for a repository that people look into, and the same bytes for the same value. */
export function jsonFile(value: unknown): Bytes {
  return utf8(`${JSON.stringify(value)}\n`);
}
