import { openDB } from 'idb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME, DB_VERSION, openDatabase } from '../../../lib/lists/store-schema';
import { freshDatabase, killAfter, listsOf, reportOf } from './fresh-database';

const NUMBERS = ['+842923000001', '+842923000002', '19009999', '156'];

/** What a store holds, all of it. */
async function contents(store: ListStore, numbers: readonly string[]): Promise<unknown> {
  const stored = await store.documents();
  return { live: await store.live(), documents: stored?.documents, reports: await store.reportsFor(numbers) };
}

async function countsOf(): Promise<Record<string, number>> {
  const db = await openDB(DB_NAME);
  const counts = await Promise.all(['generations', 'documents', 'reported'].map((name) => db.count(name)));
  db.close();
  return { generations: counts[0] ?? 0, documents: counts[1] ?? 0, reported: counts[2] ?? 0 };
}

beforeEach(freshDatabase);

describe('lists', () => {
  test('a new store is empty and says so', async () => {
    const store = await openListStore();
    expect(await store.live()).toBeUndefined();
    expect(await store.documents()).toBeUndefined();
    await expect(store.reportsFor(NUMBERS)).rejects.toMatchObject({ code: 'ERR_STORE_EMPTY' });
  });

  test('what is installed is read back, after a restart too', async () => {
    const numberOf = fc
      .integer({ min: 10_000_000, max: 99_999_999 })
      .map((digits) => `+8491${String(digits)}`);
    const entries = fc.dictionary(
      numberOf,
      fc.array(fc.string().map(reportOf), { minLength: 1, maxLength: 3 }),
      {
        maxKeys: 30,
        noNullPrototype: true,
      },
    );
    await fc.assert(
      fc.asyncProperty(entries, fc.jsonValue(), async (reports, document) => {
        freshDatabase();
        const wanted = new Map(Object.entries(reports));
        const first = await openListStore();
        await first.install({
          version: '2026.11.25',
          published: '2026-11-25',
          installedAt: '2026-11-26',
          documents: { directory: document, sitePack: null, phrasePack: [document] },
          reports: wanted,
        });
        await first.close();
        const store = await openListStore();
        expect(await store.reportsFor([...wanted.keys(), '+84900000000'])).toEqual(wanted);
        expect((await store.documents())?.documents).toEqual({
          directory: structuredClone(document),
          sitePack: null,
          phrasePack: [structuredClone(document)],
        });
        expect(await store.live()).toEqual({
          version: '2026.11.25',
          published: '2026-11-25',
          installedAt: '2026-11-26',
        });
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  test('more records than one transaction takes, from an iterator', async () => {
    const store = await openListStore();
    const numberAt = (i: number) => `+84292${String(3_000_000 + i)}`;
    function* many() {
      for (let i = 0; i < 1203; i++) yield [numberAt(i), [reportOf(String(i))]] as const;
    }
    await store.install({ ...listsOf('2026.1.1', []), reports: many() });
    const found = await store.reportsFor([numberAt(0), numberAt(500), numberAt(1202), numberAt(1203)]);
    expect([...found.values()].map(([report]) => report?.tally ?? report?.pretends.vi)).toEqual([
      '0',
      '500',
      '1202',
    ]);
  });

  test('an update takes the place of the old lists, and nothing of them is kept', async () => {
    const store = await openListStore();
    await store.install(listsOf('2026.1.1', NUMBERS));
    await store.install(listsOf('2026.2.1', NUMBERS.slice(2)));
    expect((await store.live())?.version).toBe('2026.2.1');
    expect([...(await store.reportsFor(NUMBERS)).keys()]).toEqual(NUMBERS.slice(2));
    expect(await countsOf()).toEqual({ generations: 1, documents: 3, reported: 2 });
  });

  test('a number that comes twice is refused, the old lists stay', async () => {
    const store = await openListStore();
    await store.install(listsOf('2026.1.1', NUMBERS));
    await expect(store.install(listsOf('2026.2.1', ['156', '156']))).rejects.toMatchObject({
      code: 'ERR_STORE_FAILED',
    });
    expect((await store.live())?.version).toBe('2026.1.1');
    expect(await countsOf()).toEqual({ generations: 1, documents: 3, reported: 4 });
  });

  test('an update that another start cleared away is refused, the old lists stay', async () => {
    const store = await openListStore();
    await store.install(listsOf('2026.1.1', NUMBERS));
    // The iterator is asked between two transactions: there the other page opens the store.
    let opened: Promise<ListStore> | undefined;
    function* slow() {
      for (let i = 0; i < 1200; i++) {
        if (i === 600) opened = openListStore();
        yield [`+84292${String(3_000_000 + i)}`, [reportOf('new')]] as const;
      }
    }
    const update = store.install({ ...listsOf('2026.2.1', []), reports: slow() });
    await expect(update).rejects.toMatchObject({ code: 'ERR_STORE_CONFLICT' });
    await (await opened)?.close();
    expect((await store.live())?.version).toBe('2026.1.1');
    expect((await store.reportsFor(NUMBERS)).size).toBe(4);
  });
});

describe('killed in the middle', () => {
  const old = listsOf('2026.1.1', NUMBERS);
  const update = listsOf('2026.2.1', [...NUMBERS.slice(1), '+842923000003', '113']);
  const asked = [...NUMBERS, '+842923000003', '113'];

  async function wholeOf(lists: typeof old): Promise<unknown> {
    freshDatabase();
    const store = await openListStore();
    await store.install(lists);
    const whole = await contents(store, asked);
    await store.close();
    return whole;
  }

  /** Kills the update at its nth write; gives what a new start finds, and whether the update had ended by then. */
  async function killedAt(
    n: number,
  ): Promise<{ found: unknown; ended: boolean; counts: Record<string, number> }> {
    freshDatabase();
    const before = await openListStore();
    await before.install(old);
    const kill = killAfter(n);
    await before.install(update).catch(() => undefined);
    kill.revive();
    await before.close();
    const after = await openListStore();
    const found = await contents(after, asked);
    await after.close();
    return { found, ended: kill.tried() <= n, counts: await countsOf() };
  }

  test('at every write: the old or the new lists, whole, and no leftovers after the next start', async () => {
    const [oldWhole, newWhole] = [await wholeOf(old), await wholeOf(update)];
    const seen: ('old' | 'new')[] = [];
    for (let n = 0; ; n++) {
      const { found, ended, counts } = await killedAt(n);
      const which = (found as { live: { version: string } }).live.version === old.version ? 'old' : 'new';
      expect(found).toEqual(which === 'old' ? oldWhole : newWhole);
      expect(counts).toEqual({ generations: 1, documents: 3, reported: which === 'old' ? 4 : 5 });
      seen.push(which);
      if (ended) break;
    }
    // Two writes to begin, five numbers, three documents and the pointer; after it the new lists are live.
    expect(seen.indexOf('new')).toBe(11);
    expect(seen.slice(11)).not.toContain('old');
    expect(seen.length).toBeGreaterThan(12);
  });

  test('the first installation: nothing or all', async () => {
    for (let n = 0; n <= 10; n++) {
      freshDatabase();
      const first = await openListStore();
      const kill = killAfter(n);
      await first.install(old).catch(() => undefined);
      kill.revive();
      await first.close();
      const after = await openListStore();
      const live = await after.live();
      expect(live === undefined || (await after.reportsFor(NUMBERS)).size === 4).toBe(true);
      expect((await countsOf()).reported).toBe(live ? 4 : 0);
      await after.close();
    }
  });
});

describe('opening', () => {
  test('no database: its own code', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    await expect(openListStore()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', place: 'store' });
  });

  test('a database of a newer version is left alone', async () => {
    (await openDB(DB_NAME, 99)).close();
    await expect(openListStore()).rejects.toMatchObject({ code: 'ERR_STORE_NEWER' });
  });

  test('an older window that does not let go: its own code, and no connection left behind', async () => {
    const holder = await openDB(DB_NAME, 1);
    await expect(openDatabase(() => undefined, DB_VERSION)).rejects.toMatchObject({
      code: 'ERR_STORE_BLOCKED',
    });
    holder.close();
    // A connection that stayed open would block this one.
    (await openDatabase(() => undefined, DB_VERSION + 1)).close();
  });

  test('lets a newer version of the extension through, and then says that it is older', async () => {
    const store = await openListStore();
    await store.install(listsOf('2026.1.1', NUMBERS));
    const newer = await openDB(DB_NAME, 99);
    await expect(store.live()).rejects.toMatchObject({ code: 'ERR_STORE_NEWER' });
    newer.close();
  });

  test('a wiped database is opened anew and says that it is empty', async () => {
    const store = await openListStore();
    await store.install(listsOf('2026.1.1', NUMBERS));
    const deleting = indexedDB.deleteDatabase(DB_NAME);
    await new Promise((resolve) => (deleting.onsuccess = resolve));
    await expect(store.reportsFor(NUMBERS)).rejects.toMatchObject({ code: 'ERR_STORE_EMPTY' });
  });
});
