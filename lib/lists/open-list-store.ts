/** The store of lists in the browser's database. */
import { hiddenOf, hideKey, unhideKey } from './hidden';
import { FeedError } from './feed/feed-error';
import { feedEntries, followFeeds, listFeeds, markDamaged, patchFeed } from './feed-store';
import { asPointer } from './generation';
import { installFeed, installLists } from './install';
import { dropLeftovers } from './leftovers';
import { keepPrepared, readDocuments, readPrepared } from './prepared';
import { readReports } from './read-reports';
import { SetReader } from './set-read';
import type { ListStore, LiveLists } from './store';
import { storeError } from './store-error';
import { openDatabase, type ListDatabase } from './store-schema';

async function readLive(db: ListDatabase): Promise<LiveLists | undefined> {
  const pointer = asPointer(await db.get('meta', 'live'));
  if (!pointer) return undefined;
  const { version, published, installedAt } = pointer;
  return { version, published, ...(installedAt !== undefined && { installedAt }) };
}

/** Opens the store and clears away what an unfinished update left. Throws ListError where nothing can be kept. */
export async function openListStore(): Promise<ListStore> {
  let connection: Promise<ListDatabase> | undefined;
  let sets = new SetReader();
  const connect = (): Promise<ListDatabase> => {
    if (connection) return connection;
    // A connection that ended, or never came, is asked for again by the next call.
    const opening = openDatabase(() => {
      if (connection !== opening) return;
      connection = undefined;
      // What comes next may be a database that was wiped and counts anew.
      sets = new SetReader();
    });
    connection = opening;
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
    return opening;
  };
  const run = async <Result>(place: string, job: (db: ListDatabase) => Promise<Result>): Promise<Result> => {
    try {
      return await job(await connect());
    } catch (error) {
      // A download that an installation waits for has its own words.
      throw error instanceof FeedError ? error : storeError(error, place);
    }
  };

  const reportsOrMark = async (db: ListDatabase, numbers: readonly string[]) => {
    const { reports, damaged } = await readReports(db, sets, numbers);
    // What cannot be noted now is found again by the next look-up.
    for (const generation of damaged) await markDamaged(db, generation).catch(() => undefined);
    return reports;
  };

  await run('leftovers', dropLeftovers);
  return {
    install: (lists) => run('install', (db) => installLists(db, lists)),
    live: () => run('live', readLive),
    reportsFor: (numbers) => run('reported', (db) => reportsOrMark(db, numbers)),
    hide: (key) => run('hidden', (db) => hideKey(db, key)),
    unhide: (key) => run('hidden', (db) => unhideKey(db, key)),
    isHidden: (keys) => run('hidden', (db) => hiddenOf(db, keys)),
    feeds: () => run('feeds', listFeeds),
    followFeeds: (wanted, now) => run('feeds', (db) => followFeeds(db, wanted, now)),
    patchFeed: (begun, change) => run('feeds', (db) => patchFeed(db, begun, change)),
    installFeed: (begun, lists) => run('feeds', (db) => installFeed(db, begun, lists)),
    feedEntries: (id) => run('feeds', (db) => feedEntries(db, id)),
    documents: () => run('documents', readDocuments),
    prepared: (code) => run('prepared', (db) => readPrepared(db, code)),
    keepPrepared: (prepared) => run('prepared', (db) => keepPrepared(db, prepared)),
    close: async () => {
      const open = await connection?.catch(() => undefined);
      connection = undefined;
      open?.close();
    },
  };
}
