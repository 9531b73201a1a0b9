/** Brings what is published in a folder to a server, by the code of the console: whole, in order, over nobody's work. */
import { readKept, requireGoesOn, type Kept, type OpenFeed } from '../../lib/admin/open/read-feed';
import { PlaceError, type Place } from '../../lib/admin/publish/destination';
import { putFeed, TIMESTAMP } from '../../lib/admin/publish/put-feed';
import { placeTransport } from '../../lib/admin/publish/server-place';
import { sameBytes, sha256 } from '../../lib/lists/feed/bytes';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { targetPath } from '../../lib/lists/feed/targets';
import { CONTENT_ROLES, type Files, type Published } from '../../lib/lists/publish/proposal';
import { isSigned } from '../../lib/lists/publish/sign';
import { baseFile, baseOn, contentId, type Base } from './base';
import type { FeedFolder } from './folder';
import { atPlace } from './ground';

/**
 * `overtaken`: somebody else published there; `ahead`: so it is, and to write over it was asked for, but browsers keep its newer
 * timestamp; `dates`: content that is known here has newer dates there, signed elsewhere; `leftovers`: files of a publication that was given up are in the way.
 */
export type Obstacle = 'overtaken' | 'ahead' | 'dates' | 'leftovers';

/** Nothing that browsers read was changed. */
export class ObstacleError extends Error {
  readonly code: 'ERR_PLACE_CONFLICT' | 'ERR_PLACE_LEFTOVERS';
  constructor(
    readonly obstacle: Obstacle,
    readonly path: string,
    options?: ErrorOptions,
    /** Of `dates` and `ahead`: how many versions the timestamp there is ahead, or level. */
    readonly ahead = 0,
  ) {
    super(`${obstacle}: ${path}`, options);
    this.code = obstacle === 'leftovers' ? 'ERR_PLACE_LEFTOVERS' : 'ERR_PLACE_CONFLICT';
  }
}

const versionOf = ({ timestamp }: Published) => readMetadata('timestamp', timestamp).signed.version;
const overtaken = (cause?: unknown) => new ObstacleError('overtaken', TIMESTAMP, { cause });

/** Holds that what is here goes on from what is there. `over`: also where that is not known here. Throws ObstacleError. */
async function requireOnward(there: Kept, live: OpenFeed, base: Base, over: boolean): Promise<void> {
  const known = new Set([await sha256(live.published.targets), ...base.known.map((one) => one.sha256)]);
  const isKnown = known.has(await sha256(there.published.targets));
  if (!over && !isKnown) throw overtaken();
  // Of two timestamps of one version browsers keep the one that they have.
  const ahead = versionOf(there.published) - versionOf(live.published);
  if (ahead >= 0) throw new ObstacleError(isKnown ? 'dates' : 'ahead', TIMESTAMP, {}, ahead);
  try {
    await requireGoesOn(there, live);
  } catch (error) {
    if (error instanceof FeedError && error.code === 'ERR_FEED_ROLLBACK') throw overtaken(error);
    throw error;
  }
}

const rootPath = (version: number) => `metadata/${String(version)}.root.json`;

/** Whether browsers under each of these roots take what is published. */
async function holdsUnder(roots: Files, there: Kept, { published }: OpenFeed): Promise<boolean> {
  for (const root of [there.root, ...[...roots.values()].map((bytes) => readMetadata('root', bytes).signed)])
    for (const role of CONTENT_ROLES) if (!(await isSigned(root, role, published[role]))) return false;
  return true;
}

/** The files that a place lacks, in the order of writing: see publicationFiles. `there`: what it has; undefined: nothing. */
async function filesFor(live: OpenFeed, there: Kept | undefined): Promise<Files> {
  const named = there ? readMetadata('targets', there.published.targets).signed.targets : {};
  const had = new Set(Object.entries(named).map(([name, { hashes }]) => targetPath(name, hashes.sha256)));
  for (const role of ['targets', 'snapshot'] as const) {
    const bytes = live.published[role];
    if (there && sameBytes(there.published[role], bytes))
      had.add(`metadata/${String(readMetadata(role, bytes).signed.version)}.${role}.json`);
  }
  const roots = new Map<string, Uint8Array<ArrayBuffer>>();
  for (let version = (there?.root.version ?? 0) + 1; version <= live.root.version; version++) {
    const bytes = live.files.get(rootPath(version));
    if (bytes) roots.set(rootPath(version), bytes);
  }
  const of = (isMetadata: boolean) =>
    [...live.files].filter(
      ([path]) =>
        path.startsWith('metadata/') === isMetadata &&
        path !== TIMESTAMP &&
        !path.endsWith('.root.json') &&
        !had.has(path),
    );
  const content = [...of(false), ...of(true), [TIMESTAMP, live.published.timestamp] as const];
  const isLast =
    there &&
    (sameBytes(there.published.timestamp, live.published.timestamp) ||
      (await holdsUnder(roots, there, live)));
  return new Map(isLast ? [...content, ...roots] : [...roots, ...content]);
}

export interface Uploaded {
  /** Files that the place lacked, or that were left to be looked at. */
  readonly files: number;
  /** Everything was there already. */
  readonly already: boolean;
}

/** The server has what was published here: whoever publishes there goes on from it. */
async function recordLive(folder: FeedFolder, live: OpenFeed, base: Base): Promise<void> {
  const [mine, theirs] = await Promise.all(
    [base.trusted.targets, live.published.targets].map((targets) => contentId(targets)),
  );
  if (mine === theirs) folder.commit(baseFile(await baseOn(live, base.known, base, true)));
}

/**
 * Writes what a place lacks of the feed and reads it back as a browser would. `ground`: the folder's, verified. Throws
 * ObstacleError, PlaceError, RefusedFeed where what lies there is no whole feed.
 */
export async function upload(
  folder: FeedFolder,
  { base, live }: { readonly base: Base; readonly live: OpenFeed },
  place: Place,
  { name, over }: { readonly name: string; readonly over: boolean },
): Promise<Uploaded> {
  const transport = placeTransport(place);
  const before = (await place.read(TIMESTAMP))?.bytes;
  const remedy = 'If it is damaged there, put DIR/public up by hand once (docs/feeds.md).';
  const read = () => atPlace(name, () => readKept(transport, base.fingerprint), remedy);
  const there = before && (await read());
  const isThere = before !== undefined && sameBytes(before, live.published.timestamp);
  if (there && !isThere) await requireOnward(there, live, base, over);
  const files = await filesFor(live, there);
  try {
    await putFeed(place, files, before);
  } catch (error) {
    if (!(error instanceof PlaceError) || error.code !== 'ERR_PLACE_CONFLICT') throw error;
    const now = (await place.read(TIMESTAMP))?.bytes;
    const isSame = now === undefined ? before === undefined : before && sameBytes(now, before);
    throw new ObstacleError(isSame ? 'leftovers' : 'overtaken', error.path, { cause: error });
  }
  const { published } = await read();
  for (const role of ['root', ...CONTENT_ROLES] as const)
    if (!sameBytes(published[role], live.published[role])) throw new PlaceError('ERR_PLACE_READ_BACK', role);
  await recordLive(folder, live, base);
  return { files: files.size, already: isThere && there?.root.version === live.root.version };
}
