/** Writing a generation: many small transactions, then one that makes it live. */
import type { IDBPTransaction } from 'idb';
import type { FeedLists } from './feed-record';
import { ListError } from './list-error';
import type { Lists } from './store';
import { DOCUMENT_NAMES } from './store';
import type { Report } from './standing';
import type { ListDatabase, ListSchema, Pointer } from './store-schema';
import { forAll, transact } from './transact';

type NumberReports = readonly [string, readonly Report[]];

/** Records of one transaction: small enough that a page's lookup waits only for milliseconds. */
const BATCH = 500;

/** The live pointer of a meta record, which also holds a counter under another key. */
export function asPointer(record: Pointer | number | undefined): Pointer | undefined {
  return typeof record === 'object' ? record : undefined;
}

/** All keys of a generation. */
export function everythingOf(generation: number): IDBKeyRange {
  return IDBKeyRange.bound([generation], [generation + 1], false, true);
}

function conflict(generation: number): ListError {
  return new ListError(
    'ERR_STORE_CONFLICT',
    `generation ${String(generation)}`,
    'Its lists were cleared away while they were being written.',
    'Start the update again; the lists at hand stay in use.',
  );
}

function begin(db: ListDatabase, version: string): Promise<number> {
  return transact(db, ['meta', 'generations'], 'readwrite', async (tx) => {
    const next = await tx.objectStore('meta').get('next');
    const generation = typeof next === 'number' ? next : 1;
    await tx.objectStore('meta').put(generation + 1, 'next');
    await tx.objectStore('generations').put({ version }, generation);
    return generation;
  });
}

function writeBatch(db: ListDatabase, generation: number, batch: readonly NumberReports[]): Promise<void> {
  return transact(db, ['generations', 'reported'], 'readwrite', async (tx) => {
    // Another start may have taken this generation for a leftover: then nothing more is written into it.
    const known = await tx.objectStore('generations').getKey(generation);
    if (known === undefined) throw conflict(generation);
    const reported = tx.objectStore('reported');
    // add, not put: a number that comes twice must not lose its first reports.
    await forAll(batch, ([number, reports]) => reported.add(reports, [generation, number]));
  });
}

/** What makes a written generation live, in one transaction. Gives the generation that was live before. */
type GoLive = (tx: InstallTransaction, generation: number) => Promise<number | undefined>;
type InstallStores = readonly ['meta', 'generations', 'feeds', 'documents', 'reported'];
type InstallTransaction = IDBPTransaction<ListSchema, InstallStores, 'readwrite'>;

function makeLive(
  db: ListDatabase,
  generation: number,
  count: number,
  goLive: GoLive,
): Promise<number | undefined> {
  const stores = ['meta', 'generations', 'feeds', 'documents', 'reported'] as const;
  return transact(db, stores, 'readwrite', async (tx) => {
    const known = await tx.objectStore('generations').getKey(generation);
    const written = await tx.objectStore('reported').count(everythingOf(generation));
    if (known === undefined || written !== count) throw conflict(generation);
    return goLive(tx, generation);
  });
}

/** Deletes a generation with all that it holds, in one transaction. */
function dropGeneration(db: ListDatabase, generation: number): Promise<void> {
  return transact(db, ['generations', 'documents', 'reported'], 'readwrite', async (tx) => {
    await tx.objectStore('generations').delete(generation);
    await tx.objectStore('documents').delete(everythingOf(generation));
    await tx.objectStore('reported').delete(everythingOf(generation));
  });
}

/** Deletes what unfinished updates left behind. */
export function dropLeftovers(db: ListDatabase): Promise<void> {
  // One transaction with the look at the pointer: a generation that goes live meanwhile is no leftover.
  return transact(db, ['meta', 'generations', 'feeds', 'documents', 'reported'], 'readwrite', async (tx) => {
    const feeds = await tx.objectStore('feeds').getAll();
    const kept = new Set(feeds.map((feed) => feed.live?.generation));
    kept.add(asPointer(await tx.objectStore('meta').get('live'))?.generation);
    for (const generation of await tx.objectStore('generations').getAllKeys()) {
      if (kept.has(generation)) continue;
      await tx.objectStore('generations').delete(generation);
      await tx.objectStore('documents').delete(everythingOf(generation));
      await tx.objectStore('reported').delete(everythingOf(generation));
    }
  });
}

/** Writes a generation in small transactions and makes it live; on any error the old one stays. */
async function install(
  db: ListDatabase,
  version: string,
  reports: Iterable<NumberReports>,
  goLive: GoLive,
): Promise<void> {
  const generation = await begin(db, version);
  let count = 0;
  let batch: NumberReports[] = [];
  let old: number | undefined;
  try {
    for (const entry of reports) {
      batch.push(entry);
      if (batch.length < BATCH) continue;
      await writeBatch(db, generation, batch);
      count += batch.length;
      batch = [];
    }
    await writeBatch(db, generation, batch);
    count += batch.length;
    old = await makeLive(db, generation, count, goLive);
  } catch (error) {
    // If this fails too, the next start clears it away.
    await dropGeneration(db, generation).catch(() => undefined);
    throw error;
  }
  if (old !== undefined) await dropGeneration(db, old).catch(() => undefined);
}

/** Makes the lists that came with the extension live. */
export function installLists(db: ListDatabase, lists: Lists): Promise<void> {
  const { version, published, installedAt } = lists;
  return install(db, version, lists.reports, async (tx, generation) => {
    const before = await tx.objectStore('meta').get('live');
    const documents = tx.objectStore('documents');
    await forAll(DOCUMENT_NAMES, (name) => documents.put(lists.documents[name], [generation, name]));
    const pointer = { generation, version, published, ...(installedAt !== undefined && { installedAt }) };
    await tx.objectStore('meta').put(pointer, 'live');
    return asPointer(before)?.generation;
  });
}

/** Makes the lists of a feed live. Throws ERR_STORE_CONFLICT where it is no longer followed. */
export function installFeed(db: ListDatabase, id: string, lists: FeedLists): Promise<void> {
  const { reports, ...live } = lists;
  return install(db, live.version, reports, async (tx, generation) => {
    const feed = await tx.objectStore('feeds').get(id);
    if (!feed) throw conflict(generation);
    await tx.objectStore('feeds').put({ ...feed, live: { ...live, generation } }, id);
    return feed.live?.generation;
  });
}
