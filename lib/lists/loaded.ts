/** The lists that a lookup answers from, read from the store or from memory. */
import { asLists, packVersion, type ParsedLists } from './embedded';
import type { ListErrorCode } from './list-error';
import { withFeeds, type ListsOfFeeds } from './feed-lists';
import { parseDirectory } from './schema-directory';
import { parseSitePack } from './schema-site-pack';
import { contactsByNumber } from './standings';
import { readLists, writeLists } from './prepared-lists';
import type { ListStore, LiveLists } from './store';
import type { AnyReport, OfficialContact } from './standing';
import { emptyStore } from './store-error';
import { compareVersions } from './versions';

/** Which lists answer, and why not the stored ones. */
export type LookupState =
  { readonly kind: 'stored' } | { readonly kind: 'embedded-only'; readonly code: ListErrorCode };

export interface LoadedLists extends Omit<ListsOfFeeds, 'phrasePack'> {
  readonly live: LiveLists;
  readonly state: LookupState;
  readonly contacts: ReadonlyMap<string, readonly OfficialContact[]>;
  readonly reportsFor: (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly AnyReport[]>>;
  /** JSON, for lib/phrasing to parse. */
  readonly phrasePack: () => Promise<unknown>;
  /** What was made of that pack when it was parsed before. */
  readonly prepared?: unknown;
  /** Keeps what was made of the pack, together with these lists. */
  readonly keep?: ((pack: unknown) => Promise<void>) | undefined;
}

/** The embedded lists; `code` says why the stored ones do not answer. */
export function fromMemory(parsed: ParsedLists, code: ListErrorCode): LoadedLists {
  const { version, published, directory, reports } = parsed;
  const { phrasePack, ...lists } = withFeeds(parsed, []);
  return {
    ...lists,
    live: { version, published },
    state: { kind: 'embedded-only', code },
    contacts: contactsByNumber(directory),
    reportsFor: () => Promise.resolve(reports),
    phrasePack: () => Promise.resolve(phrasePack),
  };
}

/**
 * The stored lists, the embedded ones installed first where they are newer. Throws ListError.
 * @param code names this code: what it made of the lists is kept under it
 */
export async function fromStore(
  store: ListStore,
  parsed: ParsedLists,
  now: string,
  code: string | undefined,
): Promise<LoadedLists> {
  let live = await store.live();
  if (!live || compareVersions(live.version, parsed.version) < 0) {
    await store.install(asLists(parsed, now));
    live = { version: parsed.version, published: parsed.published, installedAt: now };
  }
  const stored = await store.documents();
  if (!stored) throw emptyStore('documents');
  const { of, documents, feeds } = stored;
  const sitePack = parseSitePack(documents.sitePack);
  // The packs have versions of their own: an update of the extension may bring newer ones beside older lists.
  const newerPhrases = compareVersions(packVersion(documents.phrasePack), packVersion(parsed.phrasePack)) < 0;
  const newerSites = compareVersions(sitePack.version, parsed.sitePack.version) < 0;
  const base = {
    directory: parseDirectory(documents.directory),
    sitePack: newerSites ? parsed.sitePack : sitePack,
    phrasePack: newerPhrases ? parsed.phrasePack : documents.phrasePack,
  };
  const { phrasePack, ...lists } = withFeeds(base, feeds);
  return {
    ...lists,
    live: stored.live,
    state: { kind: 'stored' },
    contacts: contactsByNumber(lists.directory),
    reportsFor: (numbers) => store.reportsFor(numbers),
    phrasePack: () => Promise.resolve(phrasePack),
    ...(code !== undefined && {
      keep: (pack) => store.keepPrepared({ code, of, lists: writeLists(lists), pack }),
    }),
  };
}

/** The stored lists as they were kept; undefined where they are not, or cannot be read. Throws ListError. */
export async function fromPrepared(
  store: ListStore,
  code: string,
  phrasePack: () => Promise<unknown>,
): Promise<LoadedLists | undefined> {
  const kept = await store.prepared(code);
  const lists = kept && readLists(kept.lists);
  if (!lists) return undefined;
  let json: Promise<unknown> | undefined;
  return {
    ...lists,
    live: kept.live,
    state: { kind: 'stored' },
    contacts: contactsByNumber(lists.directory),
    reportsFor: (numbers) => store.reportsFor(numbers),
    phrasePack: () =>
      (json ??= phrasePack().catch((error: unknown) => {
        json = undefined;
        throw error;
      })),
    prepared: kept.pack,
    keep: (pack) => store.keepPrepared({ code, of: kept.of, lists: kept.lists, pack }),
  };
}
