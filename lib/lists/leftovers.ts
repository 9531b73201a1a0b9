/** Deleting generations: the one that was replaced, and what unfinished updates left behind. */
import type { IDBPTransaction } from 'idb';
import { asPointer, everythingOf } from './generation';
import { dropBlocks, readPlaces, without } from './set-blocks';
import type { ListDatabase, ListSchema } from './store-schema';
import { forAll, transact } from './transact';

const HOLDING = ['generations', 'documents', 'reported', 'sets'] as const;
type Holding = Pick<IDBPTransaction<ListSchema, typeof HOLDING, 'readwrite'>, 'objectStore'>;
type Reading = Pick<
  IDBPTransaction<ListSchema, readonly ['meta', 'feeds', 'generations'], 'readonly' | 'readwrite'>,
  'objectStore'
>;
type Sweeping = Pick<IDBPTransaction<ListSchema, readonly ['sets', 'blocks'], 'readwrite'>, 'objectStore'>;

async function dropRecords(tx: Holding, generation: number): Promise<void> {
  await tx.objectStore('generations').delete(generation);
  for (const name of ['documents', 'reported', 'sets'] as const) {
    await tx.objectStore(name).delete(everythingOf(generation));
  }
}

/**
 * Deletes a generation with all that it holds, but for blocks that the set of `next` shares. Blocks go first: cut short,
 * the generation still stands as a leftover for the next start.
 */
export async function dropGeneration(db: ListDatabase, generation: number, next?: number): Promise<void> {
  const places = await readPlaces(db, generation);
  if (places) {
    const kept = next === undefined ? undefined : await readPlaces(db, next);
    await dropBlocks(db, without(places.ids, kept?.ids ?? []));
  }
  await transact(db, HOLDING, 'readwrite', (tx) => dropRecords(tx, generation));
}

/** Deletes the blocks that no set of these generations names. */
async function sweepBlocks(tx: Sweeping, live: ReadonlySet<number | undefined>): Promise<void> {
  const named = new Set<number>();
  for (const generation of live) {
    const places =
      generation === undefined ? undefined : await tx.objectStore('sets').get([generation, 'places']);
    if (places && 'shape' in places) for (const id of places.ids) named.add(id);
  }
  const stored = await tx.objectStore('blocks').getAllKeys();
  const runs: [first: number, last: number][] = [];
  let open = false;
  for (const id of stored) {
    const run = runs.at(-1);
    if (named.has(id)) open = false;
    else if (open && run) run[1] = id;
    else {
      runs.push([id, id]);
      open = true;
    }
  }
  await forAll(runs, ([first, last]) => tx.objectStore('blocks').delete(IDBKeyRange.bound(first, last)));
}

/** Generations that are written down and not live. */
async function leftovers(tx: Reading): Promise<[left: number[], live: Set<number | undefined>]> {
  const [feeds, pointer, all] = await Promise.all([
    tx.objectStore('feeds').getAll(),
    tx.objectStore('meta').get('live'),
    tx.objectStore('generations').getAllKeys(),
  ]);
  const live = new Set(feeds.map((feed) => feed.live?.generation));
  live.add(asPointer(pointer)?.generation);
  return [all.filter((one) => !live.has(one)), live];
}

/** Deletes what unfinished updates left behind. */
export async function dropLeftovers(db: ListDatabase): Promise<void> {
  // Most starts find none: a look at three small stores costs less than the right to write to all.
  const [some] = await transact(db, ['meta', 'feeds', 'generations'], 'readonly', leftovers);
  if (some.length === 0) return;
  // One transaction with the look at the pointer: a generation that goes live meanwhile is no leftover.
  const stores = ['meta', 'feeds', 'blocks', ...HOLDING] as const;
  await transact(db, stores, 'readwrite', async (tx) => {
    const [left, live] = await leftovers(tx);
    for (const generation of left) await dropRecords(tx, generation);
    if (left.length > 0) await sweepBlocks(tx, live);
  });
}
