import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedLists, WantedFeed } from '../../../lib/lists/feed-record';
import { createLookup, type LookupOptions } from '../../../lib/lists/lookup';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { freshDatabase } from './fresh-database';
import { embeddedFeed, feedJson } from './read-feed';

const PACK = { made: 'ready', numbers: Uint32Array.of(1, 2, 3) };
const now = () => '2026-11-29';
let read = 0;
const embedded = () => {
  read++;
  return Promise.resolve(embeddedFeed());
};
const lookupOf = (store: ListStore, options: Partial<LookupOptions> = {}) =>
  createLookup({ store, embedded, now, code: 'one', ...options });

/** A start that reads everything, and keeps what it made of it. */
async function keep(store: ListStore, code = 'one'): Promise<void> {
  const lookup = lookupOf(store, { code });
  expect(await lookup.preparedPack()).toBeUndefined();
  await lookup.keepPack(await lookup.phrasePack(), PACK);
}
const isKept = async (store: ListStore, code = 'one') =>
  (await lookupOf(store, { code }).preparedPack()) !== undefined;

const FEED: WantedFeed = {
  id: 'f'.repeat(64),
  address: 'https://feed.invalid/',
  origin: 'person',
  scope: ['reported', 'directory', 'packs'],
};

/** Follows a feed with a directory of its own, and gives what it would bring next. */
async function follow(store: ListStore, change: Partial<WantedFeed> = {}): Promise<void> {
  await store.followFeeds([{ ...FEED, ...change }], 1);
}
async function bring(store: ListStore, directory: string, state = ''): Promise<void> {
  const [feed] = await store.feeds();
  if (!feed) throw new Error('no feed is followed');
  const lists: FeedLists = {
    ...{ version: '2026.11.29', published: '2026-11-29', name: { vi: 'Nguồn', en: 'Feed' } },
    ...{ state, entries: 0, settled: 1, reports: [] },
    documents: { directory },
    fresh: new Map([['directory', feedJson('directory')]]),
  };
  await store.installFeed(feed, lists);
}

beforeEach(() => {
  read = 0;
  freshDatabase();
});

describe('what was made of the lists', () => {
  test('answers the next start the same, and the embedded lists are not even read', async () => {
    const store = await openListStore();
    await follow(store);
    await bring(store, 'a');
    const first = lookupOf(store);
    const answers = async (lookup: typeof first) => [
      await lookup.directory(),
      await lookup.widerDirectory(),
      await lookup.sitePack(),
      [...(await lookup.noticeFeeds())],
      await lookup.age(),
      await lookup.state(),
      [...(await lookup.standings(['+842923899588', '1900292900', '+84912000000']))],
    ];
    const before = await answers(first);
    await first.keepPack(await first.phrasePack(), PACK);
    await store.close();
    read = 0;
    const second = lookupOf(await openListStore());
    expect(await answers(second)).toEqual(before);
    expect(await second.preparedPack()).toEqual(PACK);
    expect(read).toBe(0);
    // Still there for whoever needs its source.
    expect(await second.phrasePack()).toEqual(await first.phrasePack());
  });

  test('a directory to which feeds add nothing stays the same object', async () => {
    const store = await openListStore();
    await keep(store);
    const lookup = lookupOf(store);
    expect(await lookup.preparedPack()).toEqual(PACK);
    expect(await lookup.widerDirectory()).toBe(await lookup.directory());
  });

  test('is not used by other code, which keeps its own in its place', async () => {
    const store = await openListStore();
    await keep(store);
    await keep(store, 'two');
    expect(await isKept(store, 'two')).toBe(true);
    expect(await isKept(store)).toBe(false);
  });

  test('is neither read nor kept without a name of the code', async () => {
    const store = await openListStore();
    const lookup = createLookup({ store, embedded, now });
    await lookup.keepPack(await lookup.phrasePack(), PACK);
    expect(await isKept(store)).toBe(false);
  });

  test.each([
    ['newer lists are installed', (store: ListStore) => lookupOf(store, later()).directory()],
    ['a feed brings another document', (store: ListStore) => bring(store, 'b')],
    ['a feed may no longer bring it', (store: ListStore) => follow(store, { scope: ['reported'] })],
    ['a feed is chosen by somebody else', (store: ListStore) => follow(store, { origin: 'default' })],
    ['a feed is no longer followed', (store: ListStore) => store.followFeeds([], 2)],
  ])('is not used once %s', async (_, change) => {
    const store = await openListStore();
    await follow(store);
    await bring(store, 'a');
    await keep(store);
    expect(await isKept(store)).toBe(true);
    await change(store);
    expect(await isKept(store)).toBe(false);
  });

  test('holds while a feed brings reported numbers alone', async () => {
    const store = await openListStore();
    await follow(store);
    await bring(store, 'a');
    await keep(store);
    await bring(store, 'a', 'others');
    expect(await isKept(store)).toBe(true);
  });

  test('is not kept where other lists went live meanwhile', async () => {
    const store = await openListStore();
    await follow(store);
    await bring(store, 'a');
    const lookup = lookupOf(store);
    const json = await lookup.phrasePack();
    await bring(store, 'b');
    await lookup.keepPack(json, PACK);
    expect(await records()).toHaveLength(0);
    // Nor for a pack that is no longer in use.
    await lookup.reload();
    await lookup.keepPack({ other: 'pack' }, PACK);
    expect(await records()).toHaveLength(0);
  });

  test('goes with the feed that brought some of it', async () => {
    const store = await openListStore();
    await follow(store);
    await bring(store, 'a');
    await keep(store);
    expect(await records()).toHaveLength(1);
    await store.followFeeds([], 2);
    expect(await records()).toHaveLength(0);
  });

  test('that cannot be read gives way to the lists themselves', async () => {
    const store = await openListStore();
    await keep(store);
    const [record] = await records();
    for (const lists of ['{', 7, undefined]) {
      await records({ ...(record as object), lists });
      const lookup = lookupOf(store);
      expect(await lookup.state()).toEqual({ kind: 'stored' });
      expect(await lookup.preparedPack()).toBeUndefined();
      expect((await lookup.directory()).notices).toHaveLength(1);
    }
    const failing = { ...store, prepared: () => Promise.reject(new DOMException('no', 'UnknownError')) };
    expect(await lookupOf(failing).state()).toEqual({ kind: 'stored' });
  });

  test('a pack that could not be read is asked for again', async () => {
    const store = await openListStore();
    await keep(store);
    let tries = 0;
    const failing = {
      ...store,
      documents: () => (tries++ === 0 ? Promise.reject(new TypeError('no disk')) : store.documents()),
    };
    const lookup = lookupOf(failing);
    expect(await lookup.preparedPack()).toEqual(PACK);
    await expect(lookup.phrasePack()).rejects.toThrow('no disk');
    expect(await lookup.phrasePack()).toBeTypeOf('object');
  });

  test('embedded lists that could not be read are asked for again', async () => {
    const store = await openListStore();
    let tries = 0;
    const lookup = lookupOf(store, {
      embedded: () => (tries++ < 2 ? Promise.reject(new TypeError('no file')) : embedded()),
    });
    await expect(lookup.directory()).rejects.toThrow('no file');
    expect((await lookup.directory()).notices).toHaveLength(1);
  });
});

/** The embedded lists of a later version, and the code that has them. */
function later(): Partial<LookupOptions> {
  const lists = embeddedFeed();
  const directory = { ...(lists.directory as object), version: '2999.1.1' };
  return { embedded: { ...lists, directory }, code: 'later' };
}

/** What is kept; `put` is put in its place first. */
function records(put?: unknown): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DB_NAME);
    opening.onsuccess = () => {
      const db = opening.result;
      const store = db.transaction('prepared', 'readwrite').objectStore('prepared');
      if (put !== undefined) store.put(put, 'lists');
      const all = store.getAll();
      all.onsuccess = () => {
        db.close();
        resolve(all.result);
      };
      all.onerror = () => reject(new Error('the database failed'));
    };
    opening.onerror = () => reject(new Error('the database failed'));
  });
}
