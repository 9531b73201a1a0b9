/** What the workflow holds of dates, versions and files. */
import { sha256, type Bytes } from './bytes';
import { maybeAhead, viewClock } from './clock';
import { FeedError } from './feed-error';
import type { Role, Signed } from './metadata';

/** When a role was signed, where its publisher says so: no or one time, in milliseconds. */
export function signedAt(signed: { 'x-signed-at'?: string | undefined }): number[] {
  const text = signed['x-signed-at'];
  return text === undefined ? [] : [Date.parse(text)];
}

/** Holds that a role has not expired at the time that the update began. */
export function requireFresh(role: Role, signed: Signed<Role>, now: number, known: readonly number[]): void {
  if (Date.parse(signed.expires) > viewClock(now, known).time) return;
  if (maybeAhead(now, known)) {
    throw new FeedError('ERR_FEED_CLOCK_AHEAD', role, 'all dates lie far before the clock of this computer.');
  }
  throw new FeedError('ERR_FEED_EXPIRED', role, `it expired at ${signed.expires}.`);
}

function rolledBack(role: Role, version: number, held: number): FeedError {
  return new FeedError(
    'ERR_FEED_ROLLBACK',
    role,
    `version ${String(version)} came, ${String(held)} is known.`,
  );
}

/** Holds that a file is the one that metadata names. */
export async function requireFile(
  bytes: Bytes | undefined,
  place: string,
  named: { length?: number | undefined; hashes?: { sha256: string } | undefined },
): Promise<Bytes> {
  if (!bytes) throw new FeedError('ERR_FEED_MISSING', place, 'the server has no such file.');
  if (named.length !== undefined && bytes.length !== named.length) {
    throw new FeedError(
      'ERR_FEED_LENGTH',
      place,
      `${String(bytes.length)} bytes, not ${String(named.length)}.`,
    );
  }
  if (named.hashes && (await sha256(bytes)) !== named.hashes.sha256) {
    throw new FeedError('ERR_FEED_HASH', place, 'it has other content than was signed.');
  }
  return bytes;
}

/** Holds that a new timestamp goes on from the one that is trusted. */
export function requireNewer(next: Signed<'timestamp'>, held: Signed<'timestamp'> | undefined): void {
  if (!held) return;
  if (next.version < held.version) throw rolledBack('timestamp', next.version, held.version);
  const [to, from] = [next.meta['snapshot.json'].version, held.meta['snapshot.json'].version];
  if (next.version > held.version && to < from) throw rolledBack('snapshot', to, from);
}

/** Holds that no file that a snapshot names is older than the trusted snapshot says, or gone. */
export function requireNoRollback(next: Signed<'snapshot'>, held: Signed<'snapshot'> | undefined): void {
  for (const [name, { version }] of Object.entries(held?.meta ?? {})) {
    const to = next.meta[name]?.version ?? 0;
    if (to < version) throw rolledBack(name === 'targets.json' ? 'targets' : 'snapshot', to, version);
  }
}
