/** Section 5.3 of the specification: from the root that is trusted to the newest. */
import { sha256, type Bytes } from './bytes';
import { FeedError } from './feed-error';
import { MAX_METADATA, MAX_ROOTS } from './limits';
import { readMetadata, type Role, type Root } from './metadata';
import { requireSignatures } from './signatures';
import type { Transport } from './transport';
import type { Trusted, TrustStore } from './trust-store';

/** The first root: the file whose SHA-256 the person was given elsewhere. */
export async function firstRoot(transport: Transport, fingerprint: string): Promise<Trusted> {
  const place = 'metadata/1.root.json';
  const bytes = await transport.get(place, MAX_METADATA.root);
  if (!bytes) throw new FeedError('ERR_FEED_MISSING', place, 'the server has no such file.');
  const metadata = readMetadata('root', bytes);
  if ((await sha256(bytes)) !== fingerprint) {
    throw new FeedError('ERR_FEED_FINGERPRINT', place, 'it is not the file of the fingerprint.');
  }
  await requireSignatures(metadata.signed, 'root', metadata);
  return { root: bytes };
}

function keysOf(root: Root, role: Role): string {
  return JSON.stringify([[...root.roles[role].keyids].sort(), root.roles[role].threshold]);
}

/**
 * What stays trusted under a new root. Versions that a thief of keys signed far ahead would lock a client out for
 * good (fast-forward attack), so new keys of timestamp or snapshot begin anew, and with them what the snapshot says of
 * the targets: against a thief of the targets' key too, the snapshot gets new keys.
 */
function keptUnder(next: Root, before: Root, trusted: Trusted, root: Bytes): Trusted {
  const changed = (role: Role) => keysOf(next, role) !== keysOf(before, role);
  if (changed('timestamp') || changed('snapshot')) return { root, targets: trusted.targets };
  return { ...trusted, root };
}

/**
 * Takes one new root after the other, each signed by the one before and by itself, and saves each. Only 404 says that
 * there is no newer. Throws FeedError; roots that were taken before it stay taken.
 */
export async function updateRoot(
  transport: Transport,
  store: TrustStore,
  start: Trusted,
): Promise<{ readonly trusted: Trusted; readonly root: Root }> {
  let trusted = start;
  let root = readMetadata('root', start.root).signed;
  for (let taken = 0; ; taken++) {
    const next = root.version + 1;
    const bytes = await transport.get(`metadata/${String(next)}.root.json`, MAX_METADATA.root);
    if (!bytes) return { trusted, root };
    if (taken === MAX_ROOTS) {
      throw new FeedError(
        'ERR_FEED_ROOT_LIMIT',
        'root',
        `there are more than ${String(MAX_ROOTS)} new roots.`,
      );
    }
    const metadata = readMetadata('root', bytes);
    await requireSignatures(root, 'root', metadata);
    await requireSignatures(metadata.signed, 'root', metadata);
    if (metadata.signed.version !== next) {
      const code = metadata.signed.version < next ? 'ERR_FEED_ROLLBACK' : 'ERR_FEED_ROOT_SKIPS';
      throw new FeedError(
        code,
        'root',
        `version ${String(metadata.signed.version)} stands for ${String(next)}.`,
      );
    }
    trusted = keptUnder(metadata.signed, root, trusted, bytes);
    root = metadata.signed;
    await store.save(trusted);
  }
}
