/** A feed with a compact set in the store, as the tests of set-store and set-faults need it. */
import { openDB } from 'idb';
import { encodeChanges } from '../../../lib/lists/compact/changes';
import { numberOf } from '../../../lib/lists/compact/number-key';
import { countClass, packRecord } from '../../../lib/lists/compact/record';
import { hashOfBlocks } from '../../../lib/lists/compact/whole-set';
import type { FeedLists, FeedNumbers, WantedFeed } from '../../../lib/lists/feed-record';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { blocksOf, changesBetween, type Model } from './compact/sets';
import { freshDatabase, listsOf } from './fresh-database';

export const FEED = {
  id: 'ab'.repeat(32),
  address: 'https://feed.test/',
  origin: 'person',
  scope: ['reported'],
  addedAt: 1,
} as const;
export const OTHER = { ...FEED, id: 'cd'.repeat(32), address: 'https://other.test/', addedAt: 2 } as const;
/** In the lists that came with the extension. */
export const PRINTED = '1900292900';
const CATEGORIES = ['bank_impersonation', 'advertising'];
const RECORD = packRecord({
  category: 1,
  first: '2025-11',
  last: '2026-03',
  count: countClass(12),
  status: 'reported',
});
export const modelAt = (step: number): Model =>
  new Map(
    Array.from({ length: 3000 }, (_, i) => [
      912_000_000 + i * 7 + (i % 97 === step ? 1 : 0),
      RECORD + (i % 3),
    ]),
  );

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

export const hashOf = (model: Model) => hashOfBlocks(blocksOf(model));

export async function baseOf(model: Model): Promise<FeedNumbers> {
  const file = new Uint8Array(Buffer.concat(blocksOf(model)));
  return { state: await hashOf(model), categories: CATEGORIES, base: each([file]), changes: each([]) };
}

export async function deltaOf(...models: Model[]): Promise<FeedNumbers> {
  const steps = models.slice(1).map((to, i) => encodeChanges(changesBetween(models[i] ?? to, to)));
  const last = models.at(-1) ?? new Map<number, number>();
  return { state: await hashOf(last), categories: CATEGORIES, changes: each(steps) };
}

export const lists = (version: string, numbers?: FeedNumbers): FeedLists => ({
  version,
  published: '2026-11-25',
  name: { vi: 'Tỉnh', en: 'Province' },
  contact: '0292 3811502',
  state: 'ab'.repeat(32),
  settled: 1,
  entries: 0,
  documents: {},
  fresh: new Map(),
  reports: [],
  ...(numbers && { numbers }),
});

export async function followed(feeds: readonly WantedFeed[] = [FEED]): Promise<ListStore> {
  freshDatabase();
  const store = await openListStore();
  await store.install(listsOf('2026.1.1', [PRINTED]));
  await store.followFeeds(feeds, 1);
  return store;
}

/** A part of all keys, those that the models do not share among them. */
const asked = (key: number) => key % 5 === 0 || Math.floor((key - 912_000_000) / 7) % 97 < 4;

/** Which of the asked keys that any model has are answered for. */
export async function answers(store: ListStore, models: readonly Model[]): Promise<Set<string>> {
  const keys = new Set(models.flatMap((model) => [...model.keys()]).filter(asked));
  return new Set((await store.reportsFor([...keys].map(numberOf))).keys());
}

export const numbersOf = (model: Model) => new Set([...model.keys()].filter(asked).map(numberOf));

export async function countOf(name: string): Promise<number> {
  const db = await openDB(DB_NAME);
  const count = await db.count(name);
  db.close();
  return count;
}

/** Spoils the stored bytes of a block. */
export async function spoil(change: (bytes: Uint8Array) => Uint8Array | undefined, which = 0): Promise<void> {
  const db = await openDB(DB_NAME);
  const key = (await db.getAllKeys('blocks'))[which];
  if (key === undefined) throw new Error('no such block');
  const changed = change((await db.get('blocks', key)) as Uint8Array);
  if (changed) await db.put('blocks', changed, key);
  else await db.delete('blocks', key);
  db.close();
}
