/** What runs in the background worker of a real Chromium: the store as the extension has it, and its peers. */
import type { Entries } from '../../../lib/lists/compact/block';
import { GONE } from '../../../lib/lists/compact/changes';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { openDatabase } from '../../../lib/lists/store-schema';
import { canhGiacLists } from '../../browser/support/lists-worker';
import { dayOf, generate, questions } from './generate';

const LOOKUPS = 40;

/** Bytes that look-ups read from the database. */
let loaded = 0;
const proto = IDBObjectStore.prototype;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
const get = proto.get;
proto.get = function (this: IDBObjectStore, key: IDBValidKey) {
  const request = get.call(this, key);
  request.addEventListener('success', () => {
    const value: unknown = request.result;
    for (const part of ArrayBuffer.isView(value)
      ? [value]
      : Object.values({ ...(value as object | undefined) }))
      if (ArrayBuffer.isView(part)) loaded += part.byteLength;
  });
  return request;
};

const percentile = (times: number[], share: number) =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;

const shares = (cold: number[], warm: number[]) => ({
  coldMs: percentile(cold, 0.95),
  coldMedian: percentile(cold, 0.5),
  warmMs: percentile(warm, 0.95),
});

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

/** A store that was just opened, as after a start of the worker, is asked for 50 numbers; then again. */
async function lookups(asked: readonly string[][]) {
  const [cold, warm, bytes]: [number[], number[], number[]] = [[], [], []];
  for (const numbers of asked) {
    loaded = 0;
    let store: ListStore | undefined;
    cold.push(
      await timed(async () => {
        store = await openListStore();
        await store.reportsFor(numbers);
      }),
    );
    bytes.push(loaded);
    warm.push(await timed(async () => store?.reportsFor(numbers)));
    await store?.close();
  }
  return { ...shares(cold, warm), loaded: Math.max(...bytes) };
}

/** The list that peers are made of. */
let list: Entries = { keys: new Float64Array(), records: new Uint32Array() };

const BENCH = {
  /** Follows a feed and nothing else; the background of the extension leaves it to us. */
  async follow(id: string, address: string): Promise<void> {
    const feed = { id, address, origin: 'person', scope: ['reported'] } as const;
    const store = await openListStore();
    const now = Date.now();
    await store.followFeeds([feed], now);
    await store.patchFeed({ ...feed, addedAt: now }, { dueAt: 9e15 });
    await store.close();
  },

  /** An update as the extension makes it. */
  async update(id: string) {
    const { ms, version, count, error } = await canhGiacLists.update(id);
    if (error !== undefined) throw new Error(error);
    return { ms, version, count };
  },

  lookups: (asked: readonly string[][]) => lookups(asked),

  /** The same while look-ups go on beside it. */
  async updateBeside(id: string, asked: readonly string[][]) {
    const store = await openListStore();
    let done = false;
    const beside: number[] = [];
    const asking = (async () => {
      for (let i = 0; !done; i++)
        beside.push(await timed(() => store.reportsFor(asked[i % asked.length] ?? [])));
    })();
    const outcome = await BENCH.update(id).finally(() => {
      done = true;
    });
    await asking;
    await store.close();
    return { ...outcome, slowestBeside: Math.max(...beside) };
  },

  /** Milliseconds of one question to the database that finds nothing, opened anew each time: 95th percentile, median. */
  async question(times: number) {
    const all: number[] = [];
    for (let i = 0; i < times; i++) {
      const db = await openDatabase(() => undefined);
      all.push(await timed(() => db.get('documents', [0, 'directory'])));
      db.close();
    }
    return { p95: percentile(all, 0.95), median: percentile(all, 0.5) };
  },

  /** Makes the list of a peer, so that its memory is none of the peer's. */
  prepare(count: number): void {
    list = generate(count);
  },

  /** A peer that keeps the numbers as one record and all of them in memory. */
  async whole(kind: 'Set' | 'sorted Uint32Array') {
    const entries = list;
    const open = async () =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('peer', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('all');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('no database'));
      });
    const run = async <T>(
      mode: IDBTransactionMode,
      job: (all: IDBObjectStore) => IDBRequest<T>,
    ): Promise<T> => {
      const db = await open();
      const tx = db.transaction('all', mode);
      const request = job(tx.objectStore('all'));
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(new Error('not written'));
      });
      db.close();
      return request.result;
    };
    const load = async () => {
      const sorted = await run<Uint32Array>('readonly', (all) => all.get('list') as IDBRequest<Uint32Array>);
      if (kind === 'Set') {
        const set = new Set(sorted);
        return { sorted, has: (key: number) => set.has(key >>> 0) };
      }
      return {
        sorted,
        has: (key: number) => {
          const wanted = key >>> 0;
          let [low, high] = [0, sorted.length];
          while (low < high) {
            const middle = (low + high) >>> 1;
            if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
            else high = middle;
          }
          return sorted[low] === wanted;
        },
      };
    };
    const buildMs = await timed(() =>
      run('readwrite', (all) => all.put(Uint32Array.from(entries.keys).sort(), 'list')),
    );
    const changes = dayOf(entries);
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < 5; round++) {
      const asked = questions(entries, 50, round);
      let held: Awaited<ReturnType<typeof load>> | undefined;
      cold.push(
        await timed(async () => {
          held = await load();
          for (const key of asked) held.has(key);
        }),
      );
      warm.push(await timed(() => Promise.resolve(asked.filter((key) => held?.has(key)))));
    }
    const updateMs = await timed(async () => {
      const { sorted } = await load();
      const gone = new Set<number>();
      const come: number[] = [];
      changes.keys.forEach((key, i) => (changes.records[i] === GONE ? gone.add(key >>> 0) : come.push(key)));
      const kept = sorted.filter((key) => !gone.has(key));
      const next = new Uint32Array(kept.length + come.length);
      next.set(kept);
      next.set(come, kept.length);
      await run('readwrite', (all) => all.put(next.sort(), 'list'));
    });
    return { buildMs, ...shares(cold, warm), updateMs };
  },

  /** A peer with a row for each number; it stops after `limit` milliseconds of writing. */
  async rows(limit: number) {
    const entries = list;
    const count = entries.keys.length;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('peer-rows', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no database'));
    });
    const write = (job: (rows: IDBObjectStore) => void) =>
      new Promise<void>((resolve, reject) => {
        const tx = db.transaction('rows', 'readwrite');
        job(tx.objectStore('rows'));
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(new Error('not written'));
      });
    let written = 0;
    const start = performance.now();
    while (written < count && performance.now() - start < limit) {
      const to = Math.min(count, written + 5000);
      await write((rows) => {
        for (; written < to; written++) rows.put(entries.records[written], entries.keys[written] ?? 0);
      });
    }
    const buildMs = performance.now() - start;
    const read = (asked: readonly number[]) =>
      new Promise<void>((resolve) => {
        const tx = db.transaction('rows', 'readonly');
        for (const key of asked) tx.objectStore('rows').get(key);
        tx.oncomplete = () => resolve();
      });
    const part = { keys: entries.keys.subarray(0, written), records: entries.records };
    const [cold, warm]: [number[], number[]] = [[], []];
    for (let round = 0; round < LOOKUPS; round++) {
      const asked = questions(part, 50, round);
      cold.push(await timed(() => read(asked)));
      warm.push(await timed(() => read(asked)));
    }
    const changes = dayOf(part);
    const updateMs = await timed(() =>
      write((rows) =>
        changes.keys.forEach((key, i) =>
          changes.records[i] === GONE ? rows.delete(key) : rows.put(changes.records[i], key),
        ),
      ),
    );
    db.close();
    return { buildMs, ...shares(cold, warm), updateMs, written };
  },
};

Object.assign(globalThis, { canhGiacBench: BENCH });
