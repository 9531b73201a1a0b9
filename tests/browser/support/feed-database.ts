/** The lists' database as a page of the extension sees it, read past our own code. */
import type { OwnPage } from './ask';

export interface StoredFeed {
  readonly version: string | undefined;
  /** Entries that the record says, and those that are there. */
  readonly entries: number;
  readonly counted: number;
  /** Number of the generation that is live; -1 without one. */
  readonly generation: number;
  /** Generations that are stored, live or not. */
  readonly generations: number;
}

/** What is stored of the only feed, all in one transaction, as look-ups read it. */
export async function storedFeed(page: OwnPage): Promise<StoredFeed> {
  return (await page.evaluate(`(${inPage.toString()})()`)) as StoredFeed;
}

/** Runs in the page: it may use nothing of this file. */
async function inPage(): Promise<StoredFeed> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('canh-giac');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const tx = db.transaction(['feeds', 'reported', 'generations']);
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not read'));
    });
  const [feed] = (await ask(tx.objectStore('feeds').getAll())) as {
    live?: { generation: number; version: string; entries: number };
  }[];
  const generation = feed?.live?.generation ?? -1;
  const counted = await ask(
    tx.objectStore('reported').count(IDBKeyRange.bound([generation], [generation + 1], false, true)),
  );
  const generations = await ask(tx.objectStore('generations').count());
  db.close();
  return {
    version: feed?.live?.version,
    entries: feed?.live?.entries ?? 0,
    counted,
    generation,
    generations,
  };
}
