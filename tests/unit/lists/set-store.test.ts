/** Compact sets in the store: whole or not at all, whatever happens between. Pure logic, on fake-indexeddb. */
import fc from 'fast-check';
import { IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeChanges } from '../../../lib/lists/compact/changes';
import { numberOf } from '../../../lib/lists/compact/number-key';
import { countClass, packRecord } from '../../../lib/lists/compact/record';
import { hashOfBlocks } from '../../../lib/lists/compact/whole-set';
import type { FeedLists, FeedNumbers, WantedFeed } from '../../../lib/lists/feed-record';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { blocksOf, changesBetween, type Model } from './compact/sets';
import { freshDatabase, killAfter, listsOf } from './fresh-database';

const FEED = {
  id: 'ab'.repeat(32),
  address: 'https://feed.test/',
  origin: 'person',
  scope: ['reported'],
  addedAt: 1,
} as const;
const OTHER = { ...FEED, id: 'cd'.repeat(32), address: 'https://other.test/', addedAt: 2 } as const;
/** In the lists that came with the extension. */
const PRINTED = '1900292900';
const CATEGORIES = ['bank_impersonation', 'advertising'];
const RECORD = packRecord({
  category: 1,
  first: '2025-11',
  last: '2026-03',
  count: countClass(12),
  status: 'reported',
});
const modelAt = (step: number): Model =>
  new Map(
    Array.from({ length: 3000 }, (_, i) => [
      912_000_000 + i * 7 + (i % 97 === step ? 1 : 0),
      RECORD + (i % 3),
    ]),
  );

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

const hashOf = (model: Model) => hashOfBlocks(blocksOf(model));

async function baseOf(model: Model): Promise<FeedNumbers> {
  const file = new Uint8Array(Buffer.concat(blocksOf(model)));
  return { state: await hashOf(model), categories: CATEGORIES, base: each([file]), changes: each([]) };
}

async function deltaOf(...models: Model[]): Promise<FeedNumbers> {
  const steps = models.slice(1).map((to, i) => encodeChanges(changesBetween(models[i] ?? to, to)));
  const last = models.at(-1) ?? new Map<number, number>();
  return { state: await hashOf(last), categories: CATEGORIES, changes: each(steps) };
}

const lists = (version: string, numbers?: FeedNumbers): FeedLists => ({
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

async function followed(feeds: readonly WantedFeed[] = [FEED]): Promise<ListStore> {
  freshDatabase();
  const store = await openListStore();
  await store.install(listsOf('2026.1.1', [PRINTED]));
  await store.followFeeds(feeds, 1);
  return store;
}

/** A part of all keys, those that the models do not share among them. */
const asked = (key: number) => key % 5 === 0 || Math.floor((key - 912_000_000) / 7) % 97 < 4;

/** Which of the asked keys that any model has are answered for. */
async function answers(store: ListStore, models: readonly Model[]): Promise<Set<string>> {
  const keys = new Set(models.flatMap((model) => [...model.keys()]).filter(asked));
  return new Set((await store.reportsFor([...keys].map(numberOf))).keys());
}

const numbersOf = (model: Model) => new Set([...model.keys()].filter(asked).map(numberOf));

async function countOf(name: string): Promise<number> {
  const db = await openDB(DB_NAME);
  const count = await db.count(name);
  db.close();
  return count;
}

/** Spoils the stored bytes of a block. */
async function spoil(change: (bytes: Uint8Array) => Uint8Array | undefined, which = 0): Promise<void> {
  const db = await openDB(DB_NAME);
  const key = (await db.getAllKeys('blocks'))[which];
  if (key === undefined) throw new Error('no such block');
  const changed = change((await db.get('blocks', key)) as Uint8Array);
  if (changed) await db.put('blocks', changed, key);
  else await db.delete('blocks', key);
  db.close();
}

beforeEach(freshDatabase);

describe('a compact set of a feed', { timeout: 60_000 }, () => {
  const [a, b, c] = [modelAt(1), modelAt(2), modelAt(3)];

  test('every number in it is answered for with its record and its publisher, and none else', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    expect(await answers(store, [a, b])).toEqual(numbersOf(a));
    expect((await store.reportsFor(['+84912000000', 'no number', '113'])).get('+84912000000')).toEqual([
      {
        category: 'advertising',
        publisher: 'Tỉnh',
        date: '2026-03',
        strength: 'strong',
        tally: { first: '2025-11', last: '2026-03', atLeast: 10, status: 'reported' },
        feed: { name: { vi: 'Tỉnh', en: 'Province' }, contact: '0292 3811502' },
      },
    ]);
    expect((await store.feeds())[0]?.live?.numbers?.count).toBe(a.size);
  });

  test('a delta leads on, shares the blocks that stay, and leaves none behind', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    const touched = new Map([...a].slice(10));
    await store.installFeed(FEED, lists('2026.1.2', await deltaOf(a, touched)));
    expect(await answers(store, [a])).toEqual(numbersOf(touched));
    expect(await countOf('blocks')).toBe(blocksOf(touched).length);
    const db = await openDB(DB_NAME);
    expect((await db.get('meta', 'nextBlock')) as number).toBe(blocksOf(a).length + 2);
    db.close();
    await store.installFeed(FEED, lists('2026.1.3', await deltaOf(touched, b, c)));
    expect(await answers(store, [a, b, c])).toEqual(numbersOf(c));
    expect(await countOf('blocks')).toBe(blocksOf(c).length);
    expect(await countOf('sets')).toBe(2);
  });

  test('base and deltas in one update, deltas without a base, an empty set', async () => {
    const store = await followed();
    const { state, changes } = await deltaOf(a, b);
    await store.installFeed(FEED, lists('2026.1.1', { ...(await baseOf(a)), state, changes }));
    expect(await answers(store, [a, b])).toEqual(numbersOf(b));
    await store.installFeed(FEED, lists('2026.1.2', await deltaOf(b, new Map())));
    expect(await answers(store, [a, b])).toEqual(new Set());
    await store.installFeed(FEED, lists('2026.1.3', await deltaOf(new Map(), c)));
    expect(await answers(store, [a, b, c])).toEqual(numbersOf(c));
  });

  test('a set that is not the announced one never goes live, and nothing of it stays', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    const blocks = await countOf('blocks');
    const wrong = { ...(await deltaOf(a, b)), state: await hashOf(c) };
    const refusal = { code: 'ERR_STORE_DAMAGED' };
    await expect(store.installFeed(FEED, lists('2026.1.2', wrong))).rejects.toMatchObject(refusal);
    const turned = blocksOf(b).reverse();
    const backwards = {
      ...(await baseOf(b)),
      state: await hashOfBlocks(turned),
      base: each([new Uint8Array(Buffer.concat(turned))]),
    };
    await expect(store.installFeed(FEED, lists('2026.1.2', backwards))).rejects.toMatchObject(refusal);
    expect(await answers(store, [a, b])).toEqual(numbersOf(a));
    expect(await countOf('blocks')).toBe(blocks);
    expect(await countOf('generations')).toBe(2);
  });

  test('a feed without a set, and one that gives its set up', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    await store.installFeed(FEED, lists('2026.1.2'));
    expect(await answers(store, [a])).toEqual(new Set());
    expect([await countOf('blocks'), await countOf('sets')]).toEqual([0, 0]);
  });

  test('a feed that is removed takes its set with it', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    await store.followFeeds([], 2);
    expect(await answers(store, [a])).toEqual(new Set());
    expect([await countOf('blocks'), await countOf('sets'), await countOf('generations')]).toEqual([0, 0, 1]);
  });
});

describe('damage', { timeout: 60_000 }, () => {
  const [a, b] = [modelAt(1), modelAt(2)];
  const damages: [string, (bytes: Uint8Array) => Uint8Array | undefined][] = [
    ['a flipped bit', (bytes) => bytes.map((byte, i) => (i === 777 ? byte ^ 4 : byte))],
    ['a cut', (bytes) => bytes.slice(0, -1)],
    ['nothing left', () => new Uint8Array()],
    ['a block gone', () => undefined],
  ];

  test.each(damages)(
    '%s: no answer rather than a wrong one, and the next update takes all anew',
    async (_, damage) => {
      const first = await followed();
      await first.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
      await first.close();
      await spoil(damage, 3);
      const store = await openListStore();
      expect(await answers(store, [a])).toEqual(new Set());
      expect((await store.feeds())[0]).toMatchObject({ damaged: true, dueAt: 0 });
      // A delta that touches the block finds it too; the whole set mends it.
      await expect(store.installFeed(FEED, lists('2026.1.2', await deltaOf(a, b)))).rejects.toMatchObject({
        code: 'ERR_STORE_DAMAGED',
      });
      await store.installFeed(FEED, lists('2026.1.2', await baseOf(b)));
      expect(await answers(store, [a, b])).toEqual(numbersOf(b));
      expect((await store.feeds())[0]?.damaged).toBeUndefined();
    },
  );

  test('places that were changed are found, too', async () => {
    const first = await followed();
    await first.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    await first.close();
    const db = await openDB(DB_NAME);
    const [key] = (await db.getAllKeys('sets')).filter((one) => (one as string[])[1] === 'places');
    const places = (await db.get('sets', key ?? [])) as { ids: Uint32Array };
    places.ids.reverse();
    await db.put('sets', places, key);
    db.close();
    const store = await openListStore();
    expect(await answers(store, [a])).toEqual(new Set());
    expect((await store.feeds())[0]).toMatchObject({ damaged: true });
  });

  test('one damaged block takes neither the sets of other feeds nor printed reports with it', async () => {
    const first = await followed([FEED, OTHER]);
    await first.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    await first.installFeed(OTHER, lists('2026.1.1', await baseOf(b)));
    await first.close();
    await spoil(() => undefined, 0);
    const store = await openListStore();
    expect(await answers(store, [a, b])).toEqual(numbersOf(b));
    expect((await store.reportsFor([PRINTED])).size).toBe(1);
    expect((await store.feeds()).map(({ damaged }) => damaged)).toEqual([true, undefined]);
    // Found once: what the next update was planned for stays, however often its numbers are asked for.
    await store.patchFeed(FEED, { dueAt: 7 });
    expect(await answers(store, [a, b])).toEqual(numbersOf(b));
    expect((await store.feeds())[0]).toMatchObject({ damaged: true, dueAt: 7 });
  });
});

describe('a set that was written and never went live', { timeout: 60_000 }, () => {
  const [a, b, c] = [modelAt(1), modelAt(2), modelAt(3)];

  /** Two updates at once: one goes live, the other is refused with its set written. Gives which is live. */
  async function race(store: ListStore): Promise<Model> {
    const updates = [
      store.installFeed(FEED, lists('2026.1.2', await baseOf(b))),
      store.installFeed(FEED, lists('2026.1.3', await deltaOf(a, c))),
    ];
    const ended = (await Promise.allSettled(updates)).map(({ status }) => status).sort();
    expect(ended).toEqual(['fulfilled', 'rejected']);
    return (await store.feeds())[0]?.live?.version === '2026.1.2' ? b : c;
  }

  test('leaves no block behind', async () => {
    const store = await followed();
    await store.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
    const live = await race(store);
    expect(await countOf('blocks')).toBe(blocksOf(live).length);
    expect(await answers(store, [a, b, c])).toEqual(numbersOf(live));
  });

  test.each([
    ['the feed is removed meanwhile', 'ERR_STORE_CONFLICT'],
    ['it is another set than was announced', 'ERR_STORE_DAMAGED'],
  ])('%s: blocks that cannot be deleted now go at the next start', async (_, code) => {
    const store = await followed();
    const whole = await baseOf(a);
    async function* removing() {
      await store.followFeeds([], 2);
      yield* whole.base ?? each([]);
    }
    const removed = { ...whole, base: removing() };
    const numbers = code === 'ERR_STORE_CONFLICT' ? removed : { ...whole, state: await hashOf(b) };
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const real = IDBObjectStore.prototype.delete;
    const refused = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (this.name === 'blocks') throw new DOMException('no', 'UnknownError');
      return real.call(this, key);
    });
    const update = store.installFeed(FEED, lists('2026.1.1', numbers));
    await expect(update).rejects.toMatchObject({ code });
    refused.mockRestore();
    expect(await countOf('blocks')).toBe(blocksOf(a).length);
    await store.close();
    await openListStore();
    expect([await countOf('blocks'), await countOf('generations')]).toEqual([0, 1]);
  });
});

describe('killed in the middle of a delta', { timeout: 60_000 }, () => {
  const [a, b] = [modelAt(1), modelAt(2)];

  test('at any write: the old or the new set, whole, and no leftovers after the next start', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 24 }), async (n) => {
        const before = await followed();
        await before.installFeed(FEED, lists('2026.1.1', await baseOf(a)));
        const update = lists('2026.1.2', await deltaOf(a, b));
        const kill = killAfter(n);
        await before.installFeed(FEED, update).catch(() => undefined);
        kill.revive();
        await before.close();
        const after = await openListStore();
        const version = (await after.feeds())[0]?.live?.version ?? '';
        seen.add(version);
        const model = version === '2026.1.1' ? a : b;
        expect(await answers(after, [a, b])).toEqual(numbersOf(model));
        expect(await countOf('blocks')).toBe(blocksOf(model).length);
        expect(await countOf('generations')).toBe(2);
        expect(await countOf('sets')).toBe(2);
        await after.close();
      }),
      { numRuns: 15 },
    );
    expect(seen.size).toBe(2);
  });
});
