/**
 * The database `canh-giac`:
 *   meta        'live' -> Pointer; 'next' -> number of the next generation; 'nextBlock' -> next id
 *   generations number -> Generation, there while its lists are being written or are live
 *   feeds       id -> FeedRecord, with the generation of its own that is live
 *   documents   [generation, name] -> JSON
 *   reported    [generation, number] -> Report[]
 *   sets        [generation, 'places' | 'rest'] -> what is kept of a feed's compact set beside its blocks
 *   blocks      id -> a block of lib/lists/compact; ids are never used again, generations share blocks
 *   prepared    'lists' -> what the live lists were made into for a fast start, see ./prepared
 *   hidden      counted up -> { key }, with an index on key; the lowest id is the oldest
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FeedRecord } from './feed-record';
import { ListError } from './list-error';
import type { Prepared } from './prepared';
import type { DocumentName, LiveLists } from './store';
import type { Report } from './standing';
import { storeError } from './store-error';

export const DB_NAME = 'canh-giac';
export const DB_VERSION = 4;

/** Which generation is live. */
export interface Pointer extends LiveLists {
  readonly generation: number;
}

export interface Generation {
  readonly version: string;
}

/** What a look-up needs of a set: where its blocks lie, and their ids in the same order. */
export interface SetPlaces {
  /** As compact/shape writes it. */
  readonly shape: Uint8Array<ArrayBuffer>;
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Checksum of both. */
  readonly check: number;
}

/** What an update needs besides: numbers in each block, and its hash. */
export interface SetRest {
  readonly counts: Uint16Array<ArrayBuffer>;
  readonly hashes: Uint8Array<ArrayBuffer>;
}

export interface ListSchema extends DBSchema {
  meta: { key: string; value: Pointer | number };
  generations: { key: number; value: Generation };
  feeds: { key: string; value: FeedRecord };
  documents: { key: [number, DocumentName]; value: unknown };
  reported: { key: [number, string]; value: readonly Report[] };
  sets: { key: [number, 'places' | 'rest']; value: SetPlaces | SetRest };
  prepared: { key: 'lists'; value: Prepared };
  blocks: { key: number; value: Uint8Array<ArrayBuffer> };
  hidden: { key: number; value: { readonly key: string }; indexes: { key: string } };
}

export type ListDatabase = IDBPDatabase<ListSchema>;

function upgrade(db: ListDatabase, from: number): void {
  // One step per version, each from the one before, so that any old database arrives here.
  if (from < 1) {
    db.createObjectStore('meta');
    db.createObjectStore('generations');
    db.createObjectStore('documents');
    db.createObjectStore('reported');
    db.createObjectStore('hidden', { autoIncrement: true }).createIndex('key', 'key', { unique: true });
  }
  if (from < 2) db.createObjectStore('feeds');
  if (from < 3) {
    db.createObjectStore('sets');
    db.createObjectStore('blocks');
  }
  if (from < 4) db.createObjectStore('prepared');
}

/**
 * Opens the database. `gone` is called when the connection ends by itself: the browser closed it, or a newer
 * version of the extension waits for it.
 */
export async function openDatabase(gone: () => void, version = DB_VERSION): Promise<ListDatabase> {
  if (typeof indexedDB === 'undefined') {
    throw new ListError(
      'ERR_STORE_UNAVAILABLE',
      'store',
      'This browser keeps no data here.',
      'The built-in lists answer; nothing needs to be done.',
    );
  }
  let database: ListDatabase | undefined;
  return new Promise((resolve, reject) => {
    let blocked = false;
    openDB<ListSchema>(DB_NAME, version, {
      upgrade,
      blocked() {
        blocked = true;
        reject(
          new ListError(
            'ERR_STORE_BLOCKED',
            'store',
            'An older window of the extension holds the lists open.',
            'Close its other pages; until then the built-in lists answer.',
          ),
        );
      },
      blocking() {
        database?.close();
        gone();
      },
      terminated: gone,
    }).then(
      (opened) => {
        database = opened;
        // Nobody waits any more: a connection left open would block the next version.
        if (blocked) opened.close();
        else resolve(opened);
      },
      (error: unknown) => {
        reject(storeError(error, 'store'));
      },
    );
  });
}
