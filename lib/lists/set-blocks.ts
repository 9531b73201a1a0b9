/** Blocks of compact sets in the store: written under ids that are never used again, deleted when no set names them. */
import { conflict } from './generation';
import type { ListDatabase, SetPlaces, SetRest } from './store-schema';
import { forAll, transact } from './transact';

/** Blocks of one transaction: a look-up waits for some milliseconds at most. */
export const BLOCK_BATCH = 64;

/**
 * Gives a part of a file as bytes that are alone in their buffer, for a put, which would write the whole file with it.
 * One buffer for each length, used again: a put has copied it when it returns, and of the buffers that a whole list
 * would take the collector lets tens of megabytes pile up.
 */
export function separator(): (part: Uint8Array) => Uint8Array<ArrayBuffer> {
  const buffers = new Map<number, Uint8Array<ArrayBuffer>>();
  return (part) => {
    const buffer = buffers.get(part.length) ?? new Uint8Array(part.length);
    buffers.set(part.length, buffer);
    buffer.set(part);
    return buffer;
  };
}

/**
 * Writes blocks, `separate` from each other; gives the id of the first, the others follow. Throws ERR_STORE_CONFLICT
 * where another start cleared up.
 */
export function writeBlocks(
  db: ListDatabase,
  generation: number,
  blocks: readonly Uint8Array[],
  separate: ReturnType<typeof separator>,
): Promise<number> {
  return transact(db, ['meta', 'generations', 'blocks'], 'readwrite', async (tx) => {
    if ((await tx.objectStore('generations').getKey(generation)) === undefined) throw conflict(generation);
    const next = await tx.objectStore('meta').get('nextBlock');
    const first = typeof next === 'number' ? next : 1;
    await tx.objectStore('meta').put(first + blocks.length, 'nextBlock');
    const store = tx.objectStore('blocks');
    await forAll([...blocks.entries()], ([i, block]) => store.add(separate(block), first + i));
    return first;
  });
}

/** Blocks by their ids, in the same order; undefined for one that is gone. */
export function readBlocks(
  db: ListDatabase,
  ids: readonly number[],
): Promise<(Uint8Array<ArrayBuffer> | undefined)[]> {
  return transact(db, ['blocks'], 'readonly', (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('blocks').get(id))),
  );
}

/** The places of a generation's set, undefined where it has none. */
export async function readPlaces(db: ListDatabase, generation: number): Promise<SetPlaces | undefined> {
  const places = await db.get('sets', [generation, 'places']);
  return places && 'shape' in places ? places : undefined;
}

/** Counts and hashes of a generation's blocks. */
export async function readRest(db: ListDatabase, generation: number): Promise<SetRest | undefined> {
  const rest = await db.get('sets', [generation, 'rest']);
  return rest && 'counts' in rest ? rest : undefined;
}

/** Ids that the first list has and the second has not. */
export function without(ids: Iterable<number>, kept: Iterable<number>): number[] {
  const stay = new Set(kept);
  return [...ids].filter((id) => !stay.has(id));
}

/** Runs of ids that follow each other, as key ranges: deleting by range is a hundred times faster. */
export function rangesOf(ids: readonly number[]): IDBKeyRange[] {
  const sorted = [...ids].sort((a, b) => a - b);
  const ranges: IDBKeyRange[] = [];
  let first = sorted[0];
  sorted.forEach((id, i) => {
    if (first === undefined || sorted[i + 1] === id + 1) return;
    ranges.push(IDBKeyRange.bound(first, id));
    first = sorted[i + 1];
  });
  return ranges;
}

/** Deletes blocks, a few ranges at a time. */
export async function dropBlocks(db: ListDatabase, ids: readonly number[]): Promise<void> {
  const ranges = rangesOf(ids);
  for (let at = 0; at < ranges.length; at += BLOCK_BATCH) {
    await transact(db, ['blocks'], 'readwrite', (tx) =>
      forAll(ranges.slice(at, at + BLOCK_BATCH), (range) => tx.objectStore('blocks').delete(range)),
    );
  }
}
