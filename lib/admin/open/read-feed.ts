/** A whole feed as its publisher needs it: verified as a client verifies it, and every file kept as it came. */
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import { refreshMetadata, type Refreshed } from '../../lists/feed/client';
import type { FeedInfo } from '../../lists/feed/content-schema';
import { FeedError } from '../../lists/feed/feed-error';
import { MAX_METADATA } from '../../lists/feed/limits';
import { readMetadata, type Role, type Root } from '../../lists/feed/metadata';
import { fetchTarget, targetPath } from '../../lists/feed/targets';
import type { Transport } from '../../lists/feed/transport';
import type { Trusted } from '../../lists/feed/trust-store';
import { publishedState } from '../../lists/publish/content';
import type { Files, Published } from '../../lists/publish/proposal';
import type { ReportedState } from '../../lists/reported/state';
import { infoIn } from '../publish/info';
import { filesTransport } from './files';

export interface OpenFeed {
  /** SHA-256 of the first root. */
  readonly fingerprint: string;
  readonly root: Root;
  readonly published: Published;
  /** Targets by name. */
  readonly targets: Files;
  /** Every file by its path: roots from the first on, metadata, targets. */
  readonly files: Files;
  readonly info: FeedInfo;
  readonly reported: ReportedState;
  readonly expires: Readonly<Record<Role, string>>;
}

/** Told after each file, for a progress bar. */
export type Progress = (done: number, all: number) => void;

const rootPath = (version: number) => `metadata/${String(version)}.root.json`;

async function rootsOf(transport: Transport, newest: number): Promise<Map<string, Bytes>> {
  const roots = new Map<string, Bytes>();
  for (let version = 1; version <= newest; version++) {
    const path = rootPath(version);
    const bytes = await transport.get(path, MAX_METADATA.root);
    if (!bytes) throw new FeedError('ERR_FEED_MISSING', path, 'it is not there.');
    roots.set(path, bytes);
  }
  return roots;
}

/** All four roles as they came. */
type WholeTrust = { readonly [Name in Role]: Bytes };

async function verified(
  transport: Transport,
  fingerprint: string,
  before?: Trusted,
): Promise<[Refreshed, WholeTrust]> {
  let kept = before;
  const store = {
    load: () => Promise.resolve(kept),
    save: (next: Trusted) => {
      kept = next;
      return Promise.resolve();
    },
  };
  const refreshed = await refreshMetadata({
    transport,
    store,
    fingerprint,
    now: () => 0,
    built: 0,
    takesExpired: true,
  });
  const { root, timestamp, snapshot, targets } = kept ?? {};
  if (!root || !timestamp || !snapshot || !targets)
    throw new TypeError('refreshMetadata keeps all four roles');
  return [refreshed, { root, timestamp, snapshot, targets }];
}

/** Reads and verifies a whole feed, also one whose dates have run out: `expires` says so. Throws FeedError. */
export async function readFeed(
  transport: Transport,
  fingerprint: string,
  progress: Progress = () => undefined,
): Promise<OpenFeed> {
  const [refreshed, trusted] = await verified(transport, fingerprint);
  const root = readMetadata('root', trusted.root).signed;
  const snapshot = readMetadata('snapshot', trusted.snapshot).signed;
  const files = await rootsOf(transport, root.version);
  files.set(`metadata/${String(refreshed.targets.version)}.targets.json`, trusted.targets);
  files.set(`metadata/${String(snapshot.version)}.snapshot.json`, trusted.snapshot);
  files.set('metadata/timestamp.json', trusted.timestamp);
  const targets = new Map<string, Bytes>();
  const named = Object.entries(refreshed.targets.targets);
  for (const [name, { hashes }] of named) {
    const bytes = await fetchTarget(transport, refreshed.targets, name);
    targets.set(name, bytes);
    files.set(targetPath(name, hashes.sha256), bytes);
    progress(targets.size, named.length);
  }
  return {
    fingerprint,
    root,
    published: trusted,
    targets,
    files,
    info: infoIn(targets),
    reported: await publishedState(targets),
    expires: {
      root: root.expires,
      targets: refreshed.targets.expires,
      snapshot: snapshot.expires,
      timestamp: refreshed.expires,
    },
  };
}

/** What is kept of a feed that was verified. */
export type Kept = Pick<OpenFeed, 'fingerprint' | 'root' | 'published'>;

/** Metadata of a feed, verified, without its content; also where dates have run out. Throws FeedError. */
export async function readKept(transport: Transport, fingerprint: string): Promise<Kept> {
  const [, published] = await verified(transport, fingerprint);
  return { fingerprint, root: readMetadata('root', published.root).signed, published };
}

/**
 * Holds that a feed goes on from what is kept of it, as a browser would hold it: the roots that are known, and nothing older
 * than what was seen. Throws FeedError ERR_FEED_ROLLBACK.
 */
export async function requireGoesOn(kept: Kept, next: OpenFeed): Promise<void> {
  const { version } = kept.root;
  const same = next.files.get(rootPath(version));
  const payload = (bytes: Bytes) => readMetadata('root', bytes).payload;
  if (!same || !sameBytes(payload(same), payload(kept.published.root))) {
    const problem = `version ${String(version)} is known, and another one or none is there.`;
    throw new FeedError('ERR_FEED_ROLLBACK', 'root', problem);
  }
  const [, held] = await verified(filesTransport(next.files), kept.fingerprint, kept.published);
  if (!sameBytes(held.timestamp, kept.published.timestamp)) return;
  // Of two timestamps of one version, which browsers do not tell apart, the one that leads to newer files stays.
  for (const role of ['snapshot', 'targets'] as const) {
    const versionIn = ({ published }: Kept) => readMetadata(role, published[role]).signed.version;
    const [old, now] = [versionIn(kept), versionIn(next)];
    if (now >= old) continue;
    const problem = `version ${String(now)} came, ${String(old)} is known.`;
    throw new FeedError('ERR_FEED_ROLLBACK', role, problem);
  }
}
