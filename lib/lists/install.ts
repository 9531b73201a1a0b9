/** Writing a generation: many small transactions, then one that makes it live. */
import { ListError } from './list-error';
import type { Lists } from './store';
import { DOCUMENT_NAMES } from './store';
import type { Report } from './standing';
import type { ListDatabase, Pointer } from './store-schema';
import { forAll, transact } from './transact';

type NumberReports = readonly [string, readonly Report[]];

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

/** Gives the generation that was live before. */
function makeLive(
  db: ListDatabase,
  pointer: Pointer,
  lists: Lists,
  count: number,
): Promise<number | undefined> {
  const { generation } = pointer;
  return transact(db, ['meta', 'generations', 'documents', 'reported'], 'readwrite', async (tx) => {
    const known = await tx.objectStore('generations').getKey(generation);
    const written = await tx.objectStore('reported').count(everythingOf(generation));
    if (known === undefined || written !== count) throw conflict(generation);
    const before = await tx.objectStore('meta').get('live');
    const documents = tx.objectStore('documents');
    await forAll(DOCUMENT_NAMES, (name) => documents.put(lists.documents[name], [generation, name]));
    await tx.objectStore('meta').put(pointer, 'live');
    return asPointer(before)?.generation;
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
  return transact(db, ['meta', 'generations', 'documents', 'reported'], 'readwrite', async (tx) => {
    const kept = asPointer(await tx.objectStore('meta').get('live'))?.generation;
    for (const generation of await tx.objectStore('generations').getAllKeys()) {
      if (generation === kept) continue;
      await tx.objectStore('generations').delete(generation);
      await tx.objectStore('documents').delete(everythingOf(generation));
      await tx.objectStore('reported').delete(everythingOf(generation));
    }
  });
}

/** Writes whole lists as a new generation and makes it live; on any error the old one stays. */
export async function installLists(db: ListDatabase, lists: Lists): Promise<void> {
  const { version, published, installedAt } = lists;
  const generation = await begin(db, version);
  let count = 0;
  let batch: NumberReports[] = [];
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
