/** What commands that sign stand on: the record of the draft, and `public` as it was verified against it. */
import { join } from 'node:path';
import { readFeed, requireGoesOn, type OpenFeed } from '../../lib/admin/open/read-feed';
import { FeedError, type FeedErrorCode } from '../../lib/lists/feed/feed-error';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { Transport } from '../../lib/lists/feed/transport';
import { PublishError } from '../../lib/lists/publish/publish-error';
import { BaseError, contentId, readBase, type Base } from './base';
import type { FeedFolder } from './folder';
import { folderTransport } from './verify';

/** Both are there, or neither: then nothing was published yet. */
export type Ground =
  { readonly base: Base; readonly live: OpenFeed } | { readonly base?: undefined; readonly live?: undefined };

/** Nothing is wrong with a feed that cannot be reached. */
const UNREACHABLE: ReadonlySet<FeedErrorCode> = new Set([
  'ERR_FEED_ADDRESS',
  'ERR_FEED_NETWORK',
  'ERR_FEED_TIMEOUT',
  'ERR_FEED_SERVER',
]);

/** A feed that is not what was signed, or older than what is known; what to do stands in the message. */
export class RefusedFeed extends Error {
  readonly code: string;
  constructor(place: string, cause: FeedError, remedy: string) {
    super(`${place} is refused: ${cause.message} Nothing was changed. ${remedy}`, { cause });
    this.code = cause.code;
  }
}

/** A feed that goes on from what was seen last: signed, whole, not older. Throws FeedError. */
async function readNewer(
  transport: Transport,
  { fingerprint, trusted, seen: published = trusted }: Base,
): Promise<OpenFeed> {
  const open = await readFeed(transport, fingerprint);
  const root = readMetadata('root', published.root).signed;
  await requireGoesOn({ fingerprint, root, published }, open);
  return open;
}

const TAKE_IT = 'Take the feed whole from where it is right: pull DIR ADDRESS-OR-FOLDER.';
/** Of a place that is not the folder's own. */
export const COPY_IT = `${TAKE_IT} Where that is DIR/public itself, copy it there.`;

/** What is read at a place; what is refused there says where it is, and what to do. Throws RefusedFeed. */
export async function atPlace<Result>(
  place: string,
  read: () => Promise<Result>,
  remedy = TAKE_IT,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FeedError) || UNREACHABLE.has(error.code)) throw error;
    throw new RefusedFeed(place, error, remedy);
  }
}

/** Reads and verifies a feed: against what is known of it, or by its fingerprint. Throws RefusedFeed. */
export function readPlace(
  place: string,
  transport: Transport,
  known: Base | string,
  remedy?: string,
): Promise<OpenFeed> {
  const read = () => (typeof known === 'string' ? readFeed(transport, known) : readNewer(transport, known));
  return atPlace(place, read, remedy);
}

/** What is published here, verified, and the record of the draft. Throws BaseError or RefusedFeed. */
export async function groundOf(folder: FeedFolder): Promise<Ground> {
  const base = readBase(folder);
  const place = join(folder.path, 'public');
  if (!base && !folder.isPublished()) return {};
  if (!base) {
    throw new BaseError(
      `${folder.path} was made by an older version: what its draft was made over stands nowhere. Nothing was changed. Run once: pull DIR --fingerprint SHA256, with the fingerprint that people were given (init prints it).`,
    );
  }
  return { base, live: await readPlace(place, folderTransport(place), base) };
}

/** Whether the draft was made over what is published. */
export async function isCurrent({ base, live }: Ground): Promise<boolean> {
  if (!base) return true;
  return (await contentId(base.trusted.targets)) === (await contentId(live.published.targets));
}

/** Says that the draft was made over another publication. */
export function behind({ base, live }: Ground): string {
  return `Version ${live?.info.version ?? ''} is published, the draft was made over ${base?.content.info.version ?? ''}. Take it into the draft with pull DIR, look at it with diff, then sign.`;
}

/**
 * What a command stands on that signs content or keys, once what a crash left is done. Throws PublishError
 * ERR_PUBLISH_CONFLICT where `public` holds another publication than the draft was made over.
 */
export async function currentGround(folder: FeedFolder): Promise<Ground> {
  folder.disk.finish();
  const ground = await groundOf(folder);
  if (!(await isCurrent(ground)))
    throw new PublishError('ERR_PUBLISH_CONFLICT', `Nothing was signed. ${behind(ground)}`);
  return ground;
}
