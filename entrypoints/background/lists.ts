/** The lists in use: opened once a worker, from the local store or from what came with the extension. */
import browser from 'webextension-polyfill';
import type { EmbeddedLists } from '../../lib/lists/embedded';
import { createLookup, type Lookup } from '../../lib/lists/lookup';
import { openListStore } from '../../lib/lists/open-list-store';
import type { ListStore } from '../../lib/lists/store';
import { compilePack, type CompiledPack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { today } from './today';

export interface OpenLists {
  readonly lookup: Lookup;
  /** Absent where the browser gives no database. */
  readonly store: ListStore | undefined;
}

/** Runs `open` once; the next call tries again where it failed. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | undefined;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

/** The open lists. */
export const openLists = once(async (): Promise<OpenLists> => {
  const store = openListStore();
  const lookup = createLookup({ store, embedded: await readEmbedded(), now: today });
  return { lookup, store: await store.catch(() => undefined) };
});

/** The phrase pack, ready to use. Apart from the lists: notice and hotlines must come up even without it. */
export const openPack = once(async (): Promise<CompiledPack> => {
  const { lookup } = await openLists();
  return compilePack(parsePhrasePack(await lookup.phrasePack()));
});

async function readEmbedded(): Promise<EmbeddedLists> {
  const read = async (name: string): Promise<unknown> =>
    (await fetch(browser.runtime.getURL(`feed/${name}.json`))).json();
  const [directory, reported, sitePack, phrasePack] = await Promise.all(
    ['directory', 'reported', 'site-pack', 'phrase-pack'].map(read),
  );
  return { directory, reported, sitePack, phrasePack };
}
