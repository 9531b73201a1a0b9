/** Compact sets in the store: answers, deltas, refusals. Pure logic, on fake-indexeddb. */
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfBlocks } from '../../../lib/lists/compact/whole-set';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { blocksOf } from './compact/sets';
import { freshDatabase } from './fresh-database';
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
} from './set-feed';

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
