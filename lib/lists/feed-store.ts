/** Feeds in the store: which are followed, and what is known of each. */
import type { IDBPTransaction } from 'idb';
import type { FeedRecord, FollowedFeed, WantedFeed } from './feed-record';
import { everythingOf } from './generation';
import { dropGeneration } from './leftovers';
import { ListError } from './list-error';
import { lineOf, stateOf, type ReportedState } from './reported/state';
import type { DocumentName, FeedDocuments } from './store';
import { DOCUMENT_SCOPES } from './store';
import type { ListDatabase, ListSchema } from './store-schema';
import { transact } from './transact';

/** Feeds in the order in which they were added. */
export function byAge(feeds: readonly FeedRecord[]): FeedRecord[] {
  return [...feeds].sort((a, b) => a.addedAt - b.addedAt);
}

/** The documents of a feed that answer: those that are live and in its scope. */
export function takenFrom({ live, scope }: Pick<FeedRecord, 'live' | 'scope'>): DocumentName[] {
  const names = Object.keys(live?.documents ?? {}) as DocumentName[];
  return names.filter((name) => scope.includes(DOCUMENT_SCOPES[name]));
}

/** The feeds that are followed, in the order in which they were added. */
export async function listFeeds(db: ListDatabase): Promise<FeedRecord[]> {
  return byAge(await db.getAll('feeds'));
}

type Way = Pick<WantedFeed, 'address' | 'scope'>;

/** Asked at the same address for the same parts. */
function sameWay(a: Way, b: Way): boolean {
  const sameScope = a.scope.length === b.scope.length && a.scope.every((one) => b.scope.includes(one));
  return a.address === b.address && sameScope;
}

/**
 * The record of a feed that an update began with. Throws ERR_STORE_CONFLICT where it is no longer followed, or followed
 * anew or otherwise: what that update brings belongs to a feed that is gone.
 */
export function stillFollowed(record: FeedRecord | undefined, begun: FollowedFeed): FeedRecord {
  if (record?.addedAt === begun.addedAt && sameWay(record, begun)) return record;
  throw new ListError(
    'ERR_STORE_CONFLICT',
    'feeds',
    'This feed is no longer followed, or otherwise than when this update began.',
    'Nothing needs to be done.',
  );
}

/**
 * Makes the followed feeds exactly those that are wanted, in one transaction: new ones are due at once, and of those
 * that are no longer wanted nothing answers from then on, whatever is deleted after. A feed whose address or scope is
 * another is due at once, and goes through the whole workflow.
 */
export async function followFeeds(
  db: ListDatabase,
  wanted: readonly WantedFeed[],
  now: number,
): Promise<void> {
  const gone = await transact(db, ['feeds', 'prepared'], 'readwrite', async (tx) => {
    const feeds = tx.objectStore('feeds');
    const known = new Map((await feeds.getAll()).map((feed) => [feed.id, feed]));
    for (const [i, feed] of wanted.entries()) {
      const held = known.get(feed.id);
      known.delete(feed.id);
      if (!held) {
        await feeds.put({ ...feed, addedAt: now + i, dueAt: 0, failures: 0 }, feed.id);
        continue;
      }
      const moved = !sameWay(held, feed);
      if (!moved && held.origin === feed.origin) continue;
      await feeds.put({ ...held, ...feed, ...(moved && { dueAt: 0, failures: 0, fullAt: 0 }) }, feed.id);
    }
    for (const id of known.keys()) await feeds.delete(id);
    // It may hold what a feed that is gone had brought.
    if (known.size > 0) await tx.objectStore('prepared').clear();
    return [...known.values()].flatMap(({ live }) => live?.generation ?? []);
  });
  // Cut short, they are leftovers for the next start.
  for (const generation of gone) await dropGeneration(db, generation);
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

/** Changes the record of a feed; a conflict where it is no longer followed as it was when the work began. */
export function patchFeed(db: ListDatabase, begun: FollowedFeed, change: Partial<FeedRecord>): Promise<void> {
  return transact(db, ['feeds'], 'readwrite', async (tx) => {
    const feed = stillFollowed(await tx.objectStore('feeds').get(begun.id), begun);
    await tx.objectStore('feeds').put({ ...feed, ...change }, begun.id);
  });
}

/** The printed reports of a feed's live lists; none before the first update. */
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

type Reading = Pick<IDBPTransaction<ListSchema, readonly ['feeds', 'documents']>, 'objectStore'>;

/** The documents of every feed that are live and in its scope, oldest feed first. */
export async function documentsOf(tx: Reading, feeds: readonly FeedRecord[]): Promise<FeedDocuments[]> {
  const found: FeedDocuments[] = [];
  for (const { id, origin, live, ...feed } of byAge(feeds)) {
    if (!live) continue;
    const documents: Partial<Record<DocumentName, unknown>> = {};
    for (const name of takenFrom({ live, ...feed })) {
      documents[name] = await tx.objectStore('documents').get([live.generation, name]);
    }
    const { name, version, published } = live;
    found.push({ id, origin, name, version, published, documents });
  }
  return found;
}
