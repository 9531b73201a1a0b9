/** Generations of lists in the store. */
import { ListError } from './list-error';
import type { Pointer } from './store-schema';

/** The live pointer of a meta record, which also holds counters under other keys. */
export function asPointer(record: Pointer | number | undefined): Pointer | undefined {
  return typeof record === 'object' ? record : undefined;
}

/** All keys of a generation. */
export function everythingOf(generation: number): IDBKeyRange {
  return IDBKeyRange.bound([generation], [generation + 1], false, true);
}

/** The error of a writer whose generation was cleared away under it. */
export function conflict(generation: number): ListError {
  return new ListError(
    'ERR_STORE_CONFLICT',
    `generation ${String(generation)}`,
    'Its lists were cleared away while they were being written.',
    'Start the update again; the lists at hand stay in use.',
  );
}
