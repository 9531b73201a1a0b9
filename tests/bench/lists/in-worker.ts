/** What runs in the background worker of a real Chromium: the store as the extension has it, and its peers. */
import { GONE } from '../../../lib/lists/compact/changes';
import { MAX_TARGET } from '../../../lib/lists/feed/limits';
import { createTransport } from '../../../lib/lists/feed/transport';
import type { FeedNumbers } from '../../../lib/lists/feed-record';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';
import { dayOf, generate, questions } from './generate';

const FEED = {
  id: 'ab'.repeat(32),
  address: 'https://feed.test/',
  origin: 'person',
  scope: ['reported'],
  addedAt: 1,
} as const;
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

/** Files as an update downloads them. */
async function* fetched(urls: readonly string[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const transport = createTransport({ address: '', fetch: globalThis.fetch.bind(globalThis) });
  for (const url of urls) {
    const bytes = await transport.get(url, MAX_TARGET);
    if (!bytes) throw new Error(`${url} is not there`);
    yield bytes;
  }
}
async function* one(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield await Promise.resolve(bytes);
}

const CATEGORIES = Array.from({ length: 12 }, (_, i) => `category_${i}`);
const listsOf = (version: string, numbers: FeedNumbers) => ({
  ...{ version, published: '2026-11-25', name: { vi: 'Thử', en: 'Test' }, state: FEED.id, settled: 1 },
  ...{ reports: [], numbers, entries: 0, documents: {}, fresh: new Map() },
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

const BENCH = {
  /** First load of a base over http. */
  async build(urls: readonly string[], state: string): Promise<number> {
    const store = await openListStore();
    await store.install({
      ...{ version: '2026.1.1', published: '2026-01-01' },
      ...{ documents: { directory: {}, sitePack: {}, phrasePack: {} }, reports: [] },
    });
    await store.followFeeds([FEED], FEED.addedAt);
    // The background of the extension must not ask a server that is not there.
    await store.patchFeed(FEED, { dueAt: 9e15 });
    const numbers = { state, categories: CATEGORIES, base: fetched(urls), changes: fetched([]) };
    const ms = await timed(() => store.installFeed(FEED, listsOf('2026.1.1', numbers)));
    await store.close();
    return ms;
  },

  lookups: (asked: readonly string[][]) => lookups(asked),

  /** A day of changes, while look-ups go on beside it. */
  async update(url: string, state: string, asked: readonly string[][]) {
    const store = await openListStore();
    const [changes] = await Array.fromAsync(fetched([url]));
    if (!changes) throw new Error('no changes');
    let done = false;
    const beside: number[] = [];
    const asking = (async () => {
      for (let i = 0; !done; i++)
        beside.push(await timed(() => store.reportsFor(asked[i % asked.length] ?? [])));
    })();
    const numbers = { state, categories: CATEGORIES, changes: one(changes) };
    const ms = await timed(() => store.installFeed(FEED, listsOf('2026.1.2', numbers)));
    done = true;
    await asking;
    await store.close();
    return { ms, slowestBeside: Math.max(...beside) };
  },

  /** A peer that keeps the numbers as one record and all of them in memory. */
  async whole(kind: 'Set' | 'sorted Uint32Array', count: number) {
    const keys = generate(count);
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
      run('readwrite', (all) => all.put(Uint32Array.from(keys.keys).sort(), 'list')),
    );
    const changes = dayOf(keys);
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < 5; round++) {
      const asked = questions(keys, 50, round);
      let list: Awaited<ReturnType<typeof load>> | undefined;
      cold.push(
        await timed(async () => {
          list = await load();
          for (const key of asked) list.has(key);
        }),
      );
      warm.push(await timed(() => Promise.resolve(asked.filter((key) => list?.has(key)))));
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
  async rows(count: number, limit: number) {
    const entries = generate(count);
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

  /** Bytes of databases alone: the extension's own script counts as storage as well. */
  async usage() {
    const { usage, usageDetails } = (await navigator.storage.estimate()) as StorageEstimate & {
      readonly usageDetails?: { readonly indexedDB?: number };
    };
    return usageDetails?.indexedDB ?? usage ?? 0;
  },
};

export type WorkerBench = typeof BENCH;
Object.assign(globalThis, { canhGiacBench: BENCH });
