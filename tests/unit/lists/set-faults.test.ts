/** Compact sets in the store that are damaged, raced or killed: whole or not at all. On fake-indexeddb. */
import fc from 'fast-check';
import { IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { blocksOf, type Model } from './compact/sets';
import { freshDatabase, killAfter } from './fresh-database';
import {
  answers,
  baseOf,
  countOf,
  deltaOf,
  each,
  FEED,
  followed,
  hashOf,
  lists,
  modelAt,
  numbersOf,
  OTHER,
  PRINTED,
  spoil,
} from './set-feed';

beforeEach(freshDatabase);

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
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
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
