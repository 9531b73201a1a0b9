/** Answers from the lists: from the store where there is one, else from the embedded lists in memory. */
import type { Localised } from '../i18n/translate';
import { monthsBetween } from './age';
import { parseEmbedded, type EmbeddedLists, type ParsedLists } from './embedded';
import { fromMemory, fromStore, type LoadedLists, type LookupState } from './loaded';
import type { Directory } from './schema-directory';
import type { ReportedEntry } from './schema-reported';
import type { SitePack } from './schema-site-pack';
import { reportsByNumber, standingOf } from './standings';
import type { ListStore, LiveLists } from './store';
import { storeError } from './store-error';
import type { AnyReport, Standing } from './standing';

export type { EmbeddedLists } from './embedded';
export type { LookupState } from './loaded';

export interface LookupOptions {
  /** The store, or its opening; absent or failed: the embedded lists answer. */
  readonly store?: ListStore | Promise<ListStore> | undefined;
  readonly embedded: EmbeddedLists;
  /** Today as an ISO date; asked again each time, since a background page may live for days. */
  readonly now: () => string;
  /** The invented numbers of the practice pages; never stored. */
  readonly extraReports?: readonly ReportedEntry[] | undefined;
}

export interface ListsAge extends LiveLists {
  /** Whole months since the lists were published. */
  readonly months: number;
}

export interface Lookup {
  /** The standing of every number asked, unknown ones too. Faults of the store never reach the caller. */
  standings(numbers: readonly string[]): Promise<Map<string, Standing>>;
  directory(): Promise<Directory>;
  /** The directory with what feeds add; the same object where they add nothing. */
  widerDirectory(): Promise<Directory>;
  /** The feed behind each notice that is not the directory's own, by the notice's id. */
  noticeFeeds(): Promise<ReadonlyMap<string, Localised>>;
  sitePack(): Promise<SitePack>;
  /** JSON, for lib/phrasing to parse. */
  phrasePack(): Promise<unknown>;
  age(): Promise<ListsAge>;
  state(): Promise<LookupState>;
  /** Reads the lists again: after an update went live, or to try a failed store once more. */
  reload(): Promise<void>;
}

type Reports = ReadonlyMap<string, readonly AnyReport[]>;

/**
 * Creates the lookup, which loads its lists at the first question. Questions are refused with a ListError only where
 * the embedded lists are at fault.
 */
export function createLookup(options: LookupOptions): Lookup {
  const extra = reportsByNumber(options.extraReports ?? []);
  // A store that fails to open is met when it is asked, not as an unhandled rejection before.
  const opening = Promise.resolve(options.store);
  opening.catch(() => undefined);
  let parsed: ParsedLists | undefined;
  let loading: Promise<LoadedLists> | undefined;

  const embedded = (): ParsedLists => (parsed ??= parseEmbedded(options.embedded));
  const load = async (): Promise<LoadedLists> => {
    const builtIn = embedded();
    try {
      const store = await opening;
      if (!store) return fromMemory(builtIn, 'ERR_STORE_UNAVAILABLE');
      return await fromStore(store, builtIn, options.now());
    } catch (error) {
      return fromMemory(builtIn, storeError(error, 'lookup').code);
    }
  };
  const lists = (): Promise<LoadedLists> => (loading ??= load());

  /** The lists and the reports of the numbers, both from the same place. */
  async function ask(numbers: readonly string[]): Promise<readonly [LoadedLists, Reports]> {
    for (const last of [false, true]) {
      const asked = await lists();
      try {
        return [asked, await asked.reportsFor(numbers)];
      } catch (fault) {
        const { code } = storeError(fault, 'reported');
        // A wiped store is filled again, once; after any other fault the embedded lists answer until reload().
        const wiped = code === 'ERR_STORE_EMPTY' && !last;
        loading = wiped ? load() : Promise.resolve(fromMemory(embedded(), code));
      }
    }
    return [await lists(), embedded().reports];
  }

  return {
    async standings(numbers) {
      const [asked, reports] = await ask(numbers);
      return new Map(
        numbers.map((number) => {
          const known = [...(reports.get(number) ?? []), ...(extra.get(number) ?? [])];
          return [number, standingOf(asked.contacts.get(number), known, asked.claims.get(number))];
        }),
      );
    },
    directory: async () => (await lists()).directory,
    widerDirectory: async () => (await lists()).widerDirectory,
    noticeFeeds: async () => (await lists()).noticeFeeds,
    sitePack: async () => (await lists()).sitePack,
    phrasePack: async () => (await lists()).phrasePack,
    async age() {
      const { live } = await lists();
      return { ...live, months: monthsBetween(live.published, options.now()) };
    },
    state: async () => (await lists()).state,
    async reload() {
      // Questions that come meanwhile are answered from what is loaded: a look-up never waits for an update.
      const next = await load();
      loading = Promise.resolve(next);
    },
  };
}
