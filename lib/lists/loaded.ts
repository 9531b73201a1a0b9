/** The lists that a lookup answers from, read from the store or from memory. */
import { asLists, packVersion, type ParsedLists } from './embedded';
import type { ListErrorCode } from './list-error';
import { withFeeds, type ListsOfFeeds } from './feed-lists';
import { parseDirectory } from './schema-directory';
import { parseSitePack } from './schema-site-pack';
import { contactsByNumber } from './standings';
import type { ListStore, LiveLists } from './store';
import type { AnyReport, OfficialContact } from './standing';
import { compareVersions } from './versions';

/** Which lists answer, and why not the stored ones. */
export type LookupState =
  { readonly kind: 'stored' } | { readonly kind: 'embedded-only'; readonly code: ListErrorCode };

export interface LoadedLists extends ListsOfFeeds {
  readonly live: LiveLists;
  readonly state: LookupState;
  readonly contacts: ReadonlyMap<string, readonly OfficialContact[]>;
  readonly reportsFor: (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly AnyReport[]>>;
}

/** The embedded lists; `code` says why the stored ones do not answer. */
export function fromMemory(parsed: ParsedLists, code: ListErrorCode): LoadedLists {
  const { version, published, directory, reports } = parsed;
  return {
    ...withFeeds(parsed, []),
    live: { version, published },
    state: { kind: 'embedded-only', code },
    contacts: contactsByNumber(directory),
    reportsFor: () => Promise.resolve(reports),
  };
}

/** The stored lists, the embedded ones installed first where they are newer. Throws ListError. */
export async function fromStore(store: ListStore, parsed: ParsedLists, now: string): Promise<LoadedLists> {
  let live = await store.live();
  if (!live || compareVersions(live.version, parsed.version) < 0) {
    await store.install(asLists(parsed, now));
    live = { version: parsed.version, published: parsed.published, installedAt: now };
  }
  const [directoryJson, sitePackJson, phrasePack, feeds] = await Promise.all([
    store.document('directory'),
    store.document('sitePack'),
    store.document('phrasePack'),
    store.feedDocuments(),
  ]);
  const sitePack = parseSitePack(sitePackJson);
  // The packs have versions of their own: an update of the extension may bring newer ones beside older lists.
  const newerPhrases = compareVersions(packVersion(phrasePack), packVersion(parsed.phrasePack)) < 0;
  const newerSites = compareVersions(sitePack.version, parsed.sitePack.version) < 0;
  const base = {
    directory: parseDirectory(directoryJson),
    sitePack: newerSites ? parsed.sitePack : sitePack,
    phrasePack: newerPhrases ? parsed.phrasePack : phrasePack,
  };
  const lists = withFeeds(base, feeds);
  return {
    ...lists,
    live,
    state: { kind: 'stored' },
    contacts: contactsByNumber(lists.directory),
    reportsFor: (numbers) => store.reportsFor(numbers),
  };
}
