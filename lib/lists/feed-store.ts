/** Feeds in the store: which are followed, and what is known of each. */
import type { FeedRecord } from './feed-record';
import { everythingOf } from './generation';
import { dropGeneration } from './leftovers';
import { ListError } from './list-error';
import { lineOf, stateOf, type ReportedState } from './reported/state';
import type { ListDatabase } from './store-schema';
import { transact } from './transact';

export async function listFeeds(db: ListDatabase): Promise<FeedRecord[]> {
  return (await db.getAll('feeds')).sort((a, b) => a.addedAt - b.addedAt);
}

export function addFeed(db: ListDatabase, feed: FeedRecord): Promise<void> {
  return transact(db, ['feeds'], 'readwrite', async (tx) => {
    const known = await tx.objectStore('feeds').get(feed.id);
    const { address, origin, dueAt } = feed;
    await tx.objectStore('feeds').put(known ? { ...known, address, origin, dueAt } : feed, feed.id);
  });
}

/** The record and its pointer go first: from then on nothing of the feed answers, whatever is deleted after. */
export async function removeFeed(db: ListDatabase, id: string): Promise<void> {
  const generation = await transact(db, ['feeds'], 'readwrite', async (tx) => {
    const feed = await tx.objectStore('feeds').get(id);
    await tx.objectStore('feeds').delete(id);
    return feed?.live?.generation;
  });
  // Cut short, it is a leftover for the next start.
  if (generation !== undefined) await dropGeneration(db, generation);
}

/** What is stored of a feed was found changed: the next update is due at once and takes all of it anew. */
export function markDamaged(db: ListDatabase, generation: number): Promise<void> {
  return transact(db, ['feeds'], 'readwrite', async (tx) => {
    for (const feed of await tx.objectStore('feeds').getAll()) {
      if (feed.live?.generation === generation) {
        await tx.objectStore('feeds').put({ ...feed, damaged: true, dueAt: 0 }, feed.id);
      }
    }
  });
}

export function patchFeed(db: ListDatabase, id: string, change: Partial<FeedRecord>): Promise<void> {
  return transact(db, ['feeds'], 'readwrite', async (tx) => {
    const feed = await tx.objectStore('feeds').get(id);
    if (!feed) {
      throw new ListError(
        'ERR_STORE_CONFLICT',
        'feeds',
        'This feed is no longer followed.',
        'Nothing needs to be done.',
      );
    }
    await tx.objectStore('feeds').put({ ...feed, ...change }, id);
  });
}

export function feedEntries(db: ListDatabase, id: string): Promise<ReportedState> {
  return transact(db, ['feeds', 'reported'], 'readonly', async (tx) => {
    const live = (await tx.objectStore('feeds').get(id))?.live;
    if (!live) return new Map<string, string[]>();
    const range = everythingOf(live.generation);
    const [keys, values] = await Promise.all([
      tx.objectStore('reported').getAllKeys(range),
      tx.objectStore('reported').getAll(range),
    ]);
    return stateOf(
      keys.flatMap(([, number], i) =>
        (values[i] ?? []).map((report) => [number, lineOf({ number, ...report })] as const),
      ),
    );
  });
}
