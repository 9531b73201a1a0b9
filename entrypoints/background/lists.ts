/** The lists in use: from the local store, or from what came with the extension. */
import browser from 'webextension-polyfill';
import type { EmbeddedLists } from '../../lib/lists/embedded';
import { createLookup, type Lookup } from '../../lib/lists/lookup';
import { openListStore } from '../../lib/lists/open-list-store';
import type { ListStore } from '../../lib/lists/store';
import { compilePack, type CompiledPack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { preparePack, readPrepared, type PreparedPack } from '../../lib/phrasing/prepared';
import { CODE } from './build';
import { tellAllFrames } from './frames';
import { today } from './today';
import { noteTrouble } from './troubles';

export interface OpenLists {
  readonly lookup: Lookup;
  /** Absent where the browser gives no database. */
  readonly store: ListStore | undefined;
}

async function open(): Promise<OpenLists> {
  const store = openListStore();
  const lookup = createLookup({ store, embedded: readEmbedded, now: today, code: CODE });
  return { lookup, store: await store.catch(() => undefined) };
}

let opening: Promise<OpenLists> | undefined;

/** The open lists; opened once, and again by the next call where that failed. */
export function openLists(): Promise<OpenLists> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** The open lists, after one more try where the embedded ones have to answer: a store that was full or blocked comes back. */
export async function recoverLists(): Promise<OpenLists> {
  const lists = await openLists();
  if (lists.store) {
    const { lookup } = lists;
    if ((await lookup.state()).kind === 'embedded-only') {
      await lookup.reload();
      if ((await lookup.state()).kind !== 'embedded-only') tellPages();
    }
    return lists;
  }
  const again = await open();
  // What could not be opened again would only lose what is loaded.
  if (!again.store) return lists;
  opening = Promise.resolve(again);
  tellPages();
  return again;
}

/**
 * Brings what went live into use: call it where lists changed. Look-ups meanwhile are answered from the lists of before;
 * open pages are judged again afterwards.
 */
export async function reloadLists(): Promise<void> {
  const { lookup } = await openLists();
  await lookup.reload();
  tellPages();
}

/** Not waited for: a frozen tab may answer late or never. */
function tellPages(): void {
  tellAllFrames({ name: 'lists' }).catch(() => undefined);
}

/** By what they were made of. */
const compiled = new WeakMap<object, CompiledPack>();

/** A worker that has just started has better things to do than to write down what it will need next time. */
const KEEP_AFTER_MS = 3_000;

/**
 * The phrase pack, ready to use. Apart from the lists: notice and hotlines must come up even without it. One that this
 * version of the extension can no longer read gives way to the pack that came with it: judging never stops.
 */
export async function openPack(): Promise<CompiledPack> {
  const { lookup } = await openLists();
  const kept = keptPack(await lookup.preparedPack());
  if (kept) return kept;
  const json = await lookup.phrasePack();
  const key = typeof json === 'object' && json !== null ? json : {};
  let pack = compiled.get(key);
  if (!pack) {
    try {
      const fresh = compilePack(parsePhrasePack(json));
      pack = fresh;
      setTimeout(() => void lookup.keepPack(json, preparePack(fresh)).catch(() => undefined), KEEP_AFTER_MS);
    } catch (error) {
      noteTrouble('phrase-pack', error);
      pack = compilePack(parsePhrasePack(await readFile('phrase-pack')));
    }
    compiled.set(key, pack);
  }
  return pack;
}

/** The pack that was kept when the worker ran before. */
function keptPack(prepared: unknown): CompiledPack | undefined {
  if (typeof prepared !== 'object' || prepared === null) return undefined;
  let pack = compiled.get(prepared);
  if (!pack) {
    try {
      compiled.set(prepared, (pack = readPrepared(prepared as PreparedPack)));
    } catch {
      return undefined;
    }
  }
  return pack;
}

async function readFile(name: string): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(`feed/${name}.json`))).json();
}

async function readEmbedded(): Promise<EmbeddedLists> {
  const [directory, reported, sitePack, phrasePack] = await Promise.all(
    ['directory', 'reported', 'site-pack', 'phrase-pack'].map(readFile),
  );
  return { directory, reported, sitePack, phrasePack };
}
