/** Writing a generation: many small transactions, then one that makes it live. */
import { ListError } from './list-error';
import type { Lists } from './store';
import { DOCUMENT_NAMES } from './store';
import type { Report } from './standing';
import type { ListDatabase, Pointer } from './store-schema';

/** Records of one transaction: small enough that a page's lookup waits only for milliseconds. */
const BATCH = 500;

/** The live pointer of a meta record, which also holds a counter under another key. */
export function asPointer(record: Pointer | number | undefined): Pointer | undefined {
  return typeof record === 'object' ? record : undefined;
}

function everythingOf(generation: number): IDBKeyRange {
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

async function begin(db: ListDatabase, version: string): Promise<number> {
  const tx = db.transaction(['meta', 'generations'], 'readwrite');
  const next = await tx.objectStore('meta').get('next');
  const generation = typeof next === 'number' ? next : 1;
  await Promise.all([
    tx.objectStore('meta').put(generation + 1, 'next'),
    tx.objectStore('generations').put({ version }, generation),
    tx.done,
  ]);
  return generation;
}

async function writeBatch(
  db: ListDatabase,
  generation: number,
  batch: readonly (readonly [string, readonly Report[]])[],
): Promise<void> {
  const tx = db.transaction(['generations', 'reported'], 'readwrite');
  // Another start may have taken this generation for a leftover: then nothing more is written into it.
  if ((await tx.objectStore('generations').getKey(generation)) === undefined) {
    await tx.done;
    throw conflict(generation);
  }
  const reported = tx.objectStore('reported');
  await Promise.all([
    // add, not put: a number that comes twice must not lose its first reports.
    ...batch.map(([number, reports]) => reported.add(reports, [generation, number])),
    tx.done,
  ]);
}

/** Gives the generation that was live before. */
async function makeLive(
  db: ListDatabase,
  pointer: Pointer,
  lists: Lists,
  count: number,
): Promise<number | undefined> {
  const { generation } = pointer;
  const tx = db.transaction(['meta', 'generations', 'documents', 'reported'], 'readwrite');
  const [known, written, before] = await Promise.all([
    tx.objectStore('generations').getKey(generation),
    tx.objectStore('reported').count(everythingOf(generation)),
    tx.objectStore('meta').get('live'),
  ]);
  if (known === undefined || written !== count) {
    await tx.done;
    throw conflict(generation);
  }
  await Promise.all([
    ...DOCUMENT_NAMES.map((name) =>
      tx.objectStore('documents').put(lists.documents[name], [generation, name]),
    ),
    tx.objectStore('meta').put(pointer, 'live'),
    tx.done,
  ]);
  return asPointer(before)?.generation;
}

/** Deletes a generation with all that it holds, in one transaction. */
export async function dropGeneration(db: ListDatabase, generation: number): Promise<void> {
  const tx = db.transaction(['generations', 'documents', 'reported'], 'readwrite');
  await Promise.all([
    tx.objectStore('generations').delete(generation),
    tx.objectStore('documents').delete(everythingOf(generation)),
    tx.objectStore('reported').delete(everythingOf(generation)),
    tx.done,
  ]);
}

/** Deletes what unfinished updates left behind. */
export async function dropLeftovers(db: ListDatabase): Promise<void> {
  const tx = db.transaction(['meta', 'generations']);
  const [live, generations] = await Promise.all([
    tx.objectStore('meta').get('live'),
    tx.objectStore('generations').getAllKeys(),
    tx.done,
  ]);
  const kept = asPointer(live)?.generation;
  for (const generation of generations) {
    if (generation !== kept) await dropGeneration(db, generation);
  }
}

/** Writes whole lists as a new generation and makes it live; on any error the old one stays. */
export async function installLists(db: ListDatabase, lists: Lists): Promise<void> {
  const { version, published, installedAt } = lists;
  const generation = await begin(db, version);
  let count = 0;
  let batch: (readonly [string, readonly Report[]])[] = [];
  let old: number | undefined;
  try {
    for (const entry of lists.reports) {
      batch.push(entry);
      if (batch.length < BATCH) continue;
      await writeBatch(db, generation, batch);
      count += batch.length;
      batch = [];
    }
    await writeBatch(db, generation, batch);
    count += batch.length;
    const pointer = { generation, version, published, ...(installedAt !== undefined && { installedAt }) };
    old = await makeLive(db, pointer, lists, count);
  } catch (error) {
    // If this fails too, the next start clears it away.
    await dropGeneration(db, generation).catch(() => undefined);
    throw error;
  }
  if (old !== undefined) await dropGeneration(db, old).catch(() => undefined);
}
