/** Documents of a feed before they go live: read by their schemas, and a phrase pack tried out. */
import { ListError } from '../list-error';
import { parseDirectory } from '../schema-directory';
import { parseSitePack } from '../schema-site-pack';
import type { DocumentName } from '../store';
import type { FetchedContent } from './content';
import { FeedError } from './feed-error';

/** Throws FeedError ERR_FEED_CANARY where a phrase pack fails the canary texts; lib/lists knows no phrases. */
export type CheckPhrasePack = (json: unknown) => void;

/** What goes live of a feed's documents. */
export interface CheckedDocuments {
  readonly documents: Partial<Record<DocumentName, string>>;
  readonly fresh: Map<DocumentName, unknown>;
  readonly refusedPack?: string | undefined;
}

function parsed(parse: (json: unknown) => unknown, json: unknown): unknown {
  try {
    return parse(json);
  } catch (error) {
    if (!(error instanceof ListError)) throw error;
    const code = error.code === 'ERR_LIST_FORMAT_NEWER' ? 'ERR_FEED_FORMAT_NEWER' : 'ERR_FEED_CONTENT';
    throw new FeedError(code, error.place, error.message, error);
  }
}

/**
 * Checks the documents that came. A phrase pack that fails the canary texts is refused alone: the one of before, of hash
 * `held`, stays, so that one bad pack does not keep reported numbers from people. Any other fault refuses all of it.
 */
export function checkDocuments(
  content: FetchedContent,
  held: { readonly pack: string | undefined; readonly refused: string | undefined },
  checkPhrasePack: CheckPhrasePack,
): CheckedDocuments {
  const documents = { ...content.hashes };
  const fresh = new Map<DocumentName, unknown>();
  if (content.directory !== undefined) fresh.set('directory', parsed(parseDirectory, content.directory));
  if (content.sitePack !== undefined) fresh.set('sitePack', parsed(parseSitePack, content.sitePack));
  const { phrasePack: hash } = documents;
  let refusedPack = hash !== undefined && hash === held.refused ? hash : undefined;
  if (content.phrasePack !== undefined) {
    try {
      checkPhrasePack(content.phrasePack);
      fresh.set('phrasePack', content.phrasePack);
    } catch (error) {
      if (!(error instanceof FeedError && error.code === 'ERR_FEED_CANARY')) throw error;
      refusedPack = hash;
    }
  }
  if (refusedPack !== undefined) {
    if (held.pack === undefined) delete documents.phrasePack;
    else documents.phrasePack = held.pack;
  }
  return { documents, fresh, refusedPack };
}
