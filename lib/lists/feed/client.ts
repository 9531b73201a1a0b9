/**
 * The client workflow of The Update Framework 1.0, section 5, without delegations: root, timestamp, snapshot, targets,
 * each verified before the next is asked for. Server, store and clock are given: the same code runs in a worker and in
 * Node. Whatever is refused throws a FeedError and leaves what was verified before.
 */
import type { Bytes } from './bytes';
import { requireFile, requireFresh, requireNewer, requireNoRollback, signedAt } from './checks';
import { viewClock } from './clock';
import { FeedError } from './feed-error';
import { MAX_METADATA } from './limits';
import { readMetadata, type MetaFile, type Metadata, type Role, type Root, type Signed } from './metadata';
import { firstRoot, updateRoot } from './root';
import { requireSignatures } from './signatures';
import type { Transport } from './transport';
import type { Trusted, TrustStore } from './trust-store';

export interface FeedClientOptions {
  readonly transport: Transport;
  readonly store: TrustStore;
  /** SHA-256 of the first root.json, lower-case hex. */
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When this code was built: the clock cannot be before it. Milliseconds since 1970. */
  readonly built: number;
  /** Dates may have run out: for the publisher alone, who must open the feed to sign it anew. */
  readonly takesExpired?: boolean;
}

export interface Refreshed {
  readonly targets: Signed<'targets'>;
  /** Version of the timestamp that leads to these targets. */
  readonly timestamp: number;
  /** When the timestamp was signed, where the publisher says so. */
  readonly signedAt: string | undefined;
  readonly expires: string;
  /** The local clock is behind by days. */
  readonly clockBehind: boolean;
}

type Reading<Name extends Role> = Metadata<Name> | undefined;

/** What was kept, where the present root still stands behind it. */
export async function stillTrusted<Name extends Role>(
  root: Root,
  role: Name,
  bytes: Bytes | undefined,
): Promise<Reading<Name>> {
  if (!bytes) return undefined;
  try {
    const metadata = readMetadata(role, bytes);
    await requireSignatures(root, role, metadata);
    return metadata;
  } catch (error) {
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

/** The timestamp that the server has now, its signatures verified and nothing else. */
export async function newTimestamp(
  transport: Transport,
  root: Root,
): Promise<[Bytes, Metadata<'timestamp'>]> {
  const bytes = await transport.get('metadata/timestamp.json', MAX_METADATA.timestamp);
  const file = await requireFile(bytes, 'metadata/timestamp.json', {});
  const metadata = readMetadata('timestamp', file);
  await requireSignatures(root, 'timestamp', metadata);
  return [file, metadata];
}

/** The file of a role that `named` describes: the kept one where it is that, else from the server. */
async function roleFile<Name extends 'snapshot' | 'targets'>(
  role: Name,
  named: MetaFile,
  held: { readonly bytes: Bytes | undefined; readonly metadata: Reading<Name> },
  root: Root,
  transport: Transport,
): Promise<[Bytes, Metadata<Name>]> {
  const { metadata: known } = held;
  if (held.bytes && known?.signed.version === named.version) {
    const same = await requireFile(held.bytes, role, named).catch(() => undefined);
    if (same) return [same, known];
  }
  const place = `metadata/${String(named.version)}.${role}.json`;
  const max = Math.min(named.length ?? Infinity, MAX_METADATA[role]);
  const bytes = await requireFile(await transport.get(place, max), place, named);
  const metadata = readMetadata(role, bytes);
  await requireSignatures(root, role, metadata);
  if (metadata.signed.version !== named.version) {
    throw new FeedError(
      'ERR_FEED_MIX',
      role,
      `version ${String(metadata.signed.version)} is of another publication.`,
    );
  }
  return [bytes, metadata];
}

/** Brings the metadata up to date; gives the verified targets. Throws FeedError. */
export async function refreshMetadata(options: FeedClientOptions): Promise<Refreshed> {
  const { transport, store, fingerprint, built } = options;
  const now = options.now();
  const requireDate = options.takesExpired ? () => undefined : requireFresh;
  let kept = await store.load();
  if (!kept) {
    kept = await firstRoot(transport, fingerprint);
    await store.save(kept);
  }
  const { trusted, root } = await updateRoot(transport, store, kept);
  const known = [built, ...signedAt(root)];
  requireDate('root', root, now, known);

  const heldTimestamp = await stillTrusted(root, 'timestamp', trusted.timestamp);
  const heldSnapshot = await stillTrusted(root, 'snapshot', trusted.snapshot);
  const heldTargets = await stillTrusted(root, 'targets', trusted.targets);
  for (const held of [heldTimestamp, heldSnapshot, heldTargets])
    if (held) known.push(...signedAt(held.signed));

  let [timestampBytes, timestamp] = await newTimestamp(transport, root);
  requireNewer(timestamp.signed, heldTimestamp?.signed);
  if (heldTimestamp && trusted.timestamp && heldTimestamp.signed.version === timestamp.signed.version) {
    [timestampBytes, timestamp] = [trusted.timestamp, heldTimestamp];
  }
  known.push(...signedAt(timestamp.signed));
  requireDate('timestamp', timestamp.signed, now, known);
  let next: Trusted = { ...trusted, timestamp: timestampBytes };
  await store.save(next);

  const [snapshotBytes, snapshot] = await roleFile(
    'snapshot',
    timestamp.signed.meta['snapshot.json'],
    { bytes: trusted.snapshot, metadata: heldSnapshot },
    root,
    transport,
  );
  requireNoRollback(snapshot.signed, heldSnapshot?.signed);
  requireDate('snapshot', snapshot.signed, now, known);
  next = { ...next, snapshot: snapshotBytes };
  await store.save(next);

  const [targetsBytes, targets] = await roleFile(
    'targets',
    snapshot.signed.meta['targets.json'],
    { bytes: trusted.targets, metadata: heldTargets },
    root,
    transport,
  );
  requireDate('targets', targets.signed, now, known);
  await store.save({ ...next, targets: targetsBytes });

  return {
    targets: targets.signed,
    timestamp: timestamp.signed.version,
    signedAt: timestamp.signed['x-signed-at'],
    expires: timestamp.signed.expires,
    clockBehind: viewClock(now, known).behind,
  };
}
