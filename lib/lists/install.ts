/** Writing a generation: many small transactions, then one that makes it live. */
import type { IDBPTransaction } from 'idb';
import type { FeedLists, FeedRecord, FollowedFeed } from './feed-record';
import { stillFollowed } from './feed-store';
import { asPointer, conflict, everythingOf } from './generation';
import { dropGeneration } from './leftovers';
import { dropBlocks } from './set-blocks';
import { writeSet, type WrittenSet } from './set-update';
import type { Lists } from './store';
import { DOCUMENT_NAMES, type DocumentName } from './store';
import type { Report } from './standing';
import type { ListDatabase, ListSchema } from './store-schema';
import { forAll, transact } from './transact';

type NumberReports = readonly [string, readonly Report[]];

/** Records of one transaction: small enough that a page's lookup waits only for milliseconds. */
const BATCH = 500;

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

type InstallStores = readonly ['meta', 'generations', 'feeds', 'documents', 'reported', 'sets'];
type InstallTransaction = IDBPTransaction<ListSchema, InstallStores, 'readwrite'>;

/** Runs what makes a written generation live, in one transaction. Gives the generation that was live before. */
function makeLive(
  db: ListDatabase,
  generation: number,
  count: number,
  goLive: (tx: InstallTransaction) => Promise<number | undefined>,
): Promise<number | undefined> {
  const stores = ['meta', 'generations', 'feeds', 'documents', 'reported', 'sets'] as const;
  return transact(db, stores, 'readwrite', async (tx) => {
    const known = await tx.objectStore('generations').getKey(generation);
    const written = await tx.objectStore('reported').count(everythingOf(generation));
    if (known === undefined || written !== count) throw conflict(generation);
    return goLive(tx);
  });
}

/**
 * Writes a generation in small transactions and makes it live; on any error the old one stays.
 * @param more what else is written before
 * @param written ids of the blocks that `more` has written: no generation names them until it is live
 */
async function install<More>(
  db: ListDatabase,
  version: string,
  reports: Iterable<NumberReports>,
  more: (generation: number) => Promise<More>,
  goLive: (tx: InstallTransaction, generation: number, more: More) => Promise<number | undefined>,
  written: readonly number[] = [],
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
    const written = await more(generation);
    old = await makeLive(db, generation, count, (tx) => goLive(tx, generation, written));
  } catch (error) {
    // Blocks first: if this fails too, the generation stays, and the next start clears both away.
    await dropBlocks(db, written)
      .then(() => dropGeneration(db, generation))
      .catch(() => undefined);
    throw error;
  }
  if (old !== undefined) await dropGeneration(db, old, generation).catch(() => undefined);
}

/** Makes the lists that came with the extension live. */
export function installLists(db: ListDatabase, lists: Lists): Promise<void> {
  const { version, published, installedAt } = lists;
  const nothing = () => Promise.resolve();
  return install(db, version, lists.reports, nothing, async (tx, generation) => {
    const before = await tx.objectStore('meta').get('live');
    const documents = tx.objectStore('documents');
    await forAll(DOCUMENT_NAMES, (name) => documents.put(lists.documents[name], [generation, name]));
    const pointer = { generation, version, published, ...(installedAt !== undefined && { installedAt }) };
    await tx.objectStore('meta').put(pointer, 'live');
    return asPointer(before)?.generation;
  });
}

/**
 * Makes the lists of a feed live. Throws ERR_STORE_CONFLICT where it is no longer followed as the update began with it,
 * ERR_STORE_DAMAGED where its compact set did not become what was announced: then the whole set is needed anew.
 */
export async function installFeed(db: ListDatabase, begun: FollowedFeed, lists: FeedLists): Promise<void> {
  const { reports, numbers, fresh, ...live } = lists;
  const { id } = begun;
  const before = stillFollowed(await db.get('feeds', id), begun).live?.generation;
  const written: number[] = [];
  const write = async (generation: number) => numbers && writeSet(db, generation, before, numbers, written);
  const goLive = async (tx: InstallTransaction, generation: number, set: WrittenSet | undefined) => {
    const feed = stillFollowed(await tx.objectStore('feeds').get(id), begun);
    // Blocks are shared with the generation that was live when the set was written, and with no other.
    if (feed.live?.generation !== before) throw conflict(generation);
    const next: FeedRecord = {
      ...feed,
      live: {
        ...live,
        generation,
        ...(numbers &&
          set && {
            numbers: { state: numbers.state, categories: numbers.categories, count: set.count },
          }),
      },
      damaged: undefined,
    };
    const documents = tx.objectStore('documents');
    await forAll(Object.keys(live.documents) as DocumentName[], async (name) => {
      const held = () => documents.get([before ?? generation, name]);
      await documents.put(fresh.get(name) ?? (await held()), [generation, name]);
    });
    if (set) {
      await tx.objectStore('sets').put(set.places, [generation, 'places']);
      await tx.objectStore('sets').put(set.rest, [generation, 'rest']);
    }
    await tx.objectStore('feeds').put(next, id);
    return before;
  };
  await install(db, live.version, reports, write, goLive, written);
}
