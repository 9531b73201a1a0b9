import type { IDBPTransaction, StoreNames } from 'idb';
import type { ListDatabase, ListSchema } from './store-schema';

type Names = readonly StoreNames<ListSchema>[];

/** Runs a job in one transaction: all of it is written, or, whatever goes wrong, none. */
export async function transact<const Stores extends Names, Mode extends 'readonly' | 'readwrite', Result>(
  db: ListDatabase,
  stores: Stores,
  mode: Mode,
  job: (tx: IDBPTransaction<ListSchema, Stores, Mode>) => Promise<Result>,
): Promise<Result> {
  const tx = db.transaction(stores, mode);
  // Awaited below; where the job fails first, its own error says more than the abort that follows.
  tx.done.catch(() => undefined);
  try {
    const result = await job(tx);
    await tx.done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has ended already.
    }
    throw error;
  }
}

/** Runs a step for every item at once; a step that throws rejects, so that no other is left unheard. */
export async function forAll<Item>(
  items: readonly Item[],
  step: (item: Item) => Promise<unknown> | undefined,
): Promise<void> {
  await Promise.all(
    items.map(async (item) => {
      await step(item);
    }),
  );
}
