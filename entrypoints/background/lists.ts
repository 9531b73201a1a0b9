/** The lists in use: opened once a worker, from the local store or from what came with the extension. */
import browser from 'webextension-polyfill';
import type { EmbeddedLists } from '../../lib/lists/embedded';
import { createLookup, type Lookup } from '../../lib/lists/lookup';
import type { ListStore } from '../../lib/lists/store';
import { openListStore } from '../../lib/lists/open-list-store';
import { compilePack, type CompiledPack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { today } from './today';

export interface OpenLists {
  readonly lookup: Lookup;
  readonly pack: CompiledPack;
  /** Absent where the browser gives no database. */
  readonly store: ListStore | undefined;
}

let opening: Promise<OpenLists> | undefined;

/** The open lists; the next call tries again where opening failed. */
export function openLists(): Promise<OpenLists> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<OpenLists> {
  const store = openListStore();
  const lookup = createLookup({ store, embedded: await readEmbedded(), now: today });
  const pack = compilePack(parsePhrasePack(await lookup.phrasePack()));
  return { lookup, pack, store: await store.catch(() => undefined) };
}

async function readEmbedded(): Promise<EmbeddedLists> {
  const read = async (name: string): Promise<unknown> =>
    (await fetch(browser.runtime.getURL(`feed/${name}.json`))).json();
  const [directory, reported, sitePack, phrasePack] = await Promise.all(
    ['directory', 'reported', 'site-pack', 'phrase-pack'].map(read),
  );
  return { directory, reported, sitePack, phrasePack };
}
