/** Lists of a verified publication, and what is remembered of it. */
import type { Lists } from '../../lib/admin/merge/lists';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { DOCUMENTS, publishedDocument } from '../../lib/admin/publish/documents';
import { sha256, utf8 } from '../../lib/lists/feed/bytes';
import { readReportedIndex } from '../../lib/lists/feed/content-schema';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { FeedContent } from '../../lib/lists/publish/content';

/** The targets of a publication that was verified here. */
export interface Known {
  readonly version: number;
  /** SHA-256 of their metadata. */
  readonly sha256: string;
  /** Of the reported list; records of older versions do not have it. */
  readonly state?: string | undefined;
  /** SHA-256 of its other lists by name; records of older versions do not have them. */
  readonly lists?: Readonly<Record<string, string>> | undefined;
  /** It was read at an address: whoever publishes there goes on from it. */
  readonly isLive?: boolean | undefined;
}

/** SHA-256 of each list that is one document; of what the feed says of itself without version and day. */
export async function listHashes({
  info,
  directory,
  phrasePack,
  sitePack,
}: Lists['documents']): Promise<Record<string, string>> {
  const named = { info: { ...(info as FeedContent['info']), version: '', published: '' } };
  const lists = Object.entries({ ...named, directory, phrasePack, sitePack });
  return Object.fromEntries(
    await Promise.all(
      lists.map(async ([name, list]) => [name, await sha256(utf8(JSON.stringify(list ?? null)))]),
    ),
  ) as Record<string, string>;
}

/** A publication as the record keeps it. */
export async function knownOf(open: OpenFeed, isLive: boolean): Promise<Known> {
  const { published, targets } = open;
  const { state } = readReportedIndex(targets.get('reported.json') ?? new Uint8Array());
  return {
    version: readMetadata('targets', published.targets).signed.version,
    sha256: await sha256(published.targets),
    state,
    lists: await listHashes(listsOf(contentOf(open)).documents),
    isLive,
  };
}

/** The lists of a verified feed. */
export function contentOf({
  info,
  reported,
  targets,
}: Pick<OpenFeed, 'info' | 'reported' | 'targets'>): FeedContent {
  const documents = DOCUMENTS.map((name) => [name, publishedDocument(targets, name)] as const);
  return { info, reported, ...Object.fromEntries(documents) };
}

/** Lists as they are merged. */
export function listsOf({ reported, info, directory, phrasePack, sitePack }: FeedContent): Lists {
  return { reported, documents: { info, directory, phrasePack, sitePack } };
}
