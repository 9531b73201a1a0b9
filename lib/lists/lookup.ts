/** Answers from the lists: from the store where there is one, else from the embedded lists in memory. */
import type { Localised } from '../i18n/translate';
import { monthsBetween } from './age';
import { parseEmbedded, type EmbeddedLists, type ParsedLists } from './embedded';
import { fromMemory, fromPrepared, fromStore, type LoadedLists, type LookupState } from './loaded';
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
  /** The embedded lists, or what reads them: that is done where the kept form does not answer. */
  readonly embedded: EmbeddedLists | (() => Promise<EmbeddedLists>);
  /** Names this code with its embedded lists: what it makes of lists is kept for its next start. Absent: nothing is. */
  readonly code?: string | undefined;
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
  /** What `keepPack` was given for the pack in use, by this code; undefined where that is not kept. */
  preparedPack(): Promise<unknown>;
  /** Keeps what was made of the pack in use, `json` as `phrasePack` gave it. A pack that is no longer in use is not kept. */
  keepPack(json: unknown, pack: unknown): Promise<void>;
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
  let parsed: Promise<ParsedLists> | undefined;
  let loading: Promise<LoadedLists> | undefined;

  const embedded = (): Promise<ParsedLists> => {
    const read = async () =>
      parseEmbedded(typeof options.embedded === 'function' ? await options.embedded() : options.embedded);
    parsed ??= read().catch((error: unknown) => {
      parsed = undefined;
      throw error;
    });
    return parsed;
  };
  const fromDocuments = async (store: ListStore): Promise<LoadedLists> =>
    fromStore(store, await embedded(), options.now(), options.code);
  const fromKept = async (store: ListStore): Promise<LoadedLists | undefined> => {
    if (options.code === undefined) return undefined;
    const packOf = async () => (await fromDocuments(store)).phrasePack();
    // Where it cannot be read, the documents are: what is wrong with the store is met there.
    return fromPrepared(store, options.code, packOf).catch(() => undefined);
  };
  const load = async (): Promise<LoadedLists> => {
    try {
      const store = await opening;
      if (!store) return fromMemory(await embedded(), 'ERR_STORE_UNAVAILABLE');
      return (await fromKept(store)) ?? (await fromDocuments(store));
    } catch (error) {
      return fromMemory(await embedded(), storeError(error, 'lookup').code);
    }
  };
  /** Loads for all that ask; where it fails, the next question tries again. */
  const begin = (job: Promise<LoadedLists>): Promise<LoadedLists> => {
    loading = job;
    job.catch(() => {
      if (loading === job) loading = undefined;
    });
    return job;
  };
  const lists = (): Promise<LoadedLists> => loading ?? begin(load());

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
        void begin(wiped ? load() : embedded().then((builtIn) => fromMemory(builtIn, code)));
      }
    }
    return [await lists(), (await embedded()).reports];
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
    phrasePack: async () => (await lists()).phrasePack(),
    preparedPack: async () => (await lists()).prepared,
    async keepPack(json, pack) {
      const { keep, phrasePack } = await lists();
      if (keep && (await phrasePack()) === json) await keep(pack);
    },
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
