/**
 * What the live lists were made into, kept beside them: a worker that was stopped answers from it without reading,
 * checking and compiling them again. It counts only for the code that made it, and for exactly the lists it was made
 * of; that is looked at in the transaction in which it is read or written.
 */
import type { FeedRecord } from './feed-record';
import { byAge, documentsOf, takenFrom } from './feed-store';
import { asPointer } from './generation';
import type { DocumentName, FeedDocuments, LiveLists } from './store';
import { DOCUMENT_NAMES } from './store';
import type { ListDatabase, Pointer } from './store-schema';
import { transact } from './transact';

/** What is kept. */
export interface Prepared {
  /** Names the code that made it. */
  readonly code: string;
  /** Names the lists it was made of. */
  readonly of: string;
  readonly lists: unknown;
  readonly pack: unknown;
}

/** What was kept of the lists that are live. */
export interface ReadPrepared extends Prepared {
  readonly live: LiveLists;
}

/** The documents that are live, all from one moment. */
export interface StoredDocuments {
  readonly live: LiveLists;
  /** Names them. */
  readonly of: string;
  readonly documents: Readonly<Record<DocumentName, unknown>>;
  readonly feeds: readonly FeedDocuments[];
}

/**
 * Names all that answers beside reported numbers: a generation is never given twice and never changes, documents of
 * feeds go by their SHA-256.
 */
function nameOf(pointer: Pointer, feeds: readonly FeedRecord[]): string {
  const brought = byAge(feeds).flatMap((feed) => {
    const taken = takenFrom(feed).sort();
    const hashes = taken.map((name) => [name, feed.live?.documents[name]]);
    return taken.length > 0 ? [[feed.id, feed.origin, feed.live?.name, hashes]] : [];
  });
  return JSON.stringify([pointer.generation, brought]);
}

function liveOf({ version, published, installedAt }: Pointer): LiveLists {
  return { version, published, ...(installedAt !== undefined && { installedAt }) };
}

/** What was kept, where it was made by this code of the lists that are live. */
export function readPrepared(db: ListDatabase, code: string): Promise<ReadPrepared | undefined> {
  return transact(db, ['meta', 'feeds', 'prepared'], 'readonly', async (tx) => {
    const [live, feeds, kept] = await Promise.all([
      tx.objectStore('meta').get('live'),
      tx.objectStore('feeds').getAll(),
      tx.objectStore('prepared').get('lists'),
    ]);
    const pointer = asPointer(live);
    if (!pointer || kept?.code !== code || kept.of !== nameOf(pointer, feeds)) return undefined;
    return { ...kept, live: liveOf(pointer) };
  });
}

/** Keeps what was made of lists, unless others are live by now. One is kept at a time. */
export function keepPrepared(db: ListDatabase, prepared: Prepared): Promise<void> {
  return transact(db, ['meta', 'feeds', 'prepared'], 'readwrite', async (tx) => {
    const [live, feeds] = await Promise.all([
      tx.objectStore('meta').get('live'),
      tx.objectStore('feeds').getAll(),
    ]);
    const pointer = asPointer(live);
    if (pointer && prepared.of === nameOf(pointer, feeds))
      await tx.objectStore('prepared').put(prepared, 'lists');
  });
}

/** All documents that are live; undefined while nothing was ever installed. */
export function readDocuments(db: ListDatabase): Promise<StoredDocuments | undefined> {
  return transact(db, ['meta', 'feeds', 'documents'], 'readonly', async (tx) => {
    const [live, feeds] = await Promise.all([
      tx.objectStore('meta').get('live'),
      tx.objectStore('feeds').getAll(),
    ]);
    const pointer = asPointer(live);
    if (!pointer) return undefined;
    const [[directory, sitePack, phrasePack], brought] = await Promise.all([
      Promise.all(DOCUMENT_NAMES.map((name) => tx.objectStore('documents').get([pointer.generation, name]))),
      documentsOf(tx, feeds),
    ]);
    const documents = { directory, sitePack, phrasePack };
    return { live: liveOf(pointer), of: nameOf(pointer, feeds), documents, feeds: brought };
  });
}
