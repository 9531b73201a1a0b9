/** What the console keeps in the browser: feeds, their files as published, keys for daily use, drafts, history. */
import { openDB, type IDBPDatabase } from 'idb';
import type { Bytes } from '../lists/feed/bytes';
import { regroup, writeChanges } from './change-records';
import type { Change } from './reported/change';
import type { HistoryEntry } from './publish/history';
import type { Prepared } from './publish/prepare';
import type { AdminSchema, ConsoleFeed, DraftPart, StoredKey } from './store-schema';

const NAMES = ['feeds', 'files', 'keys', 'changes', 'documents', 'history', 'pending'] as const;
const NAMES_OF_PUBLICATION = ['feeds', 'files', 'changes', 'documents', 'history', 'pending'] as const;
/** All keys of a feed in a store whose keys begin with it. */
const ofFeed = (feed: string) => IDBKeyRange.bound([feed], [feed, []]);

/**
 * Waits for the whole transaction. Its own error says why nothing was written (a full disk); that of a request behind the
 * one that failed says no more than that it was aborted.
 */
async function allOrNone(
  tx: { readonly done: Promise<void> },
  jobs: readonly Promise<unknown>[],
): Promise<void> {
  for (const job of jobs) job.catch(() => undefined);
  await tx.done;
}

/** The console's database. Every method rejects with a DOMException where the browser keeps nothing. */
export interface AdminStore {
  feeds(): Promise<ConsoleFeed[]>;
  saveFeed(feed: ConsoleFeed): Promise<void>;
  /** Forgets a feed with its keys, draft and history, at once. */
  removeFeed(id: string): Promise<void>;
  file(feed: string, path: string): Promise<Bytes | undefined>;
  files(feed: string): Promise<Map<string, Bytes>>;
  saveFiles(feed: string, files: ReadonlyMap<string, Bytes>): Promise<void>;
  /** What was published goes in as one: files, the feed's line, its history, and the draft is empty where it is out. */
  savePublished(
    feed: ConsoleFeed,
    files: ReadonlyMap<string, Bytes>,
    entry: HistoryEntry | undefined,
    draftIsOut: boolean,
  ): Promise<void>;
  keys(feed: string): Promise<StoredKey[]>;
  saveKey(key: StoredKey): Promise<void>;
  removeKey(key: StoredKey): Promise<void>;
  changes(feed: string): Promise<Map<string, Change>>;
  /** Writes or, where undefined, takes back the changes of these numbers, all or none. */
  saveChanges(feed: string, changes: ReadonlyMap<string, Change | undefined>): Promise<void>;
  document(feed: string, part: DraftPart): Promise<unknown>;
  /**
   * What was edited goes in as one; undefined takes a change or a part back. `taken`: the feed and its files as somebody
   * else published them, which the draft stands on from now on; `neverLive`: versions of the history that did not come to
   * anybody.
   */
  saveDraft(
    feed: string,
    changes: ReadonlyMap<string, Change | undefined>,
    documents: Readonly<Partial<Record<DraftPart, unknown>>>,
    taken?: {
      readonly feed: ConsoleFeed;
      readonly files: ReadonlyMap<string, Bytes>;
      readonly neverLive: readonly string[];
    },
  ): Promise<void>;
  pending(feed: string): Promise<Prepared | undefined>;
  /** undefined forgets it. */
  savePending(feed: string, prepared: Prepared | undefined): Promise<void>;
  /** Takes the whole draft back. */
  discardDraft(feed: string): Promise<void>;
  history(feed: string): Promise<HistoryEntry[]>;
  /** Writes versions down that were published elsewhere, with their files. */
  saveHistory(
    feed: string,
    entries: readonly HistoryEntry[],
    files: ReadonlyMap<string, Bytes>,
  ): Promise<void>;
  close(): void;
}

/** Opens the console's database. */
export async function openAdminStore(name = 'canh-giac-admin'): Promise<AdminStore> {
  const db: IDBPDatabase<AdminSchema> = await openDB<AdminSchema>(name, 2, {
    upgrade(fresh, before, _now, tx) {
      if (before === 0) {
        fresh.createObjectStore('feeds', { keyPath: 'id' });
        for (const store of NAMES.slice(1)) fresh.createObjectStore(store);
        return;
      }
      void regroup(tx.objectStore('changes'));
    },
  });
  return {
    feeds: () => db.getAll('feeds'),
    saveFeed: async (feed) => {
      await db.put('feeds', feed);
    },
    async removeFeed(id) {
      const tx = db.transaction(NAMES, 'readwrite');
      const gone = NAMES.slice(1).map((store) => tx.objectStore(store).delete(ofFeed(id)));
      await allOrNone(tx, [tx.objectStore('feeds').delete(id), ...gone]);
    },
    file: (feed, path) => db.get('files', [feed, path]),
    async files(feed) {
      const tx = db.transaction('files');
      const [keys, values] = await Promise.all([
        tx.store.getAllKeys(ofFeed(feed)),
        tx.store.getAll(ofFeed(feed)),
      ]);
      return new Map(keys.map(([, path], at) => [path, values[at] ?? new Uint8Array()]));
    },
    async saveFiles(feed, files) {
      const tx = db.transaction('files', 'readwrite');
      await allOrNone(
        tx,
        [...files].map(([path, bytes]) => tx.store.put(bytes, [feed, path])),
      );
    },
    async savePublished(feed, files, entry, draftIsOut) {
      const tx = db.transaction(NAMES_OF_PUBLICATION, 'readwrite');
      const jobs: Promise<unknown>[] = [tx.objectStore('feeds').put(feed)];
      for (const [path, bytes] of files) jobs.push(tx.objectStore('files').put(bytes, [feed.id, path]));
      if (draftIsOut) {
        jobs.push(tx.objectStore('changes').delete(ofFeed(feed.id)));
        jobs.push(tx.objectStore('documents').delete(ofFeed(feed.id)));
      }
      jobs.push(tx.objectStore('pending').delete(ofFeed(feed.id)));
      if (entry) jobs.push(tx.objectStore('history').put(entry, [feed.id, entry.version]));
      await allOrNone(tx, jobs);
    },
    keys: (feed) => db.getAll('keys', ofFeed(feed)),
    saveKey: async (key) => {
      await db.put('keys', key, [key.feed, key.role, key.public]);
    },
    removeKey: (key) => db.delete('keys', [key.feed, key.role, key.public]),
    async changes(feed) {
      const all = await db.getAll('changes', ofFeed(feed));
      return new Map(all.flat().map((change) => [change.number, change]));
    },
    async saveChanges(feed, changes) {
      const tx = db.transaction('changes', 'readwrite');
      await allOrNone(tx, writeChanges(tx.store, feed, changes));
    },
    document: (feed, part) => db.get('documents', [feed, part]),
    async saveDraft(feed, changes, documents, taken) {
      const tx = db.transaction(['feeds', 'files', 'changes', 'documents', 'history'], 'readwrite');
      const parts = tx.objectStore('documents');
      const jobs: Promise<unknown>[] = writeChanges(tx.objectStore('changes'), feed, changes);
      for (const [part, value] of Object.entries(documents)) {
        const key: [string, DraftPart] = [feed, part as DraftPart];
        jobs.push(value === undefined ? parts.delete(key) : parts.put(value, key));
      }
      if (taken) {
        jobs.push(tx.objectStore('feeds').put(taken.feed));
        for (const version of taken.neverLive) jobs.push(tx.objectStore('history').delete([feed, version]));
        for (const [path, bytes] of taken.files) jobs.push(tx.objectStore('files').put(bytes, [feed, path]));
      }
      await allOrNone(tx, jobs);
    },
    pending: (feed) => db.get('pending', [feed, 0]),
    savePending: async (feed, prepared) => {
      await (prepared ? db.put('pending', prepared, [feed, 0]) : db.delete('pending', [feed, 0]));
    },
    async discardDraft(feed) {
      const tx = db.transaction(['changes', 'documents'], 'readwrite');
      await allOrNone(tx, [
        tx.objectStore('changes').delete(ofFeed(feed)),
        tx.objectStore('documents').delete(ofFeed(feed)),
      ]);
    },
    history: (feed) => db.getAll('history', ofFeed(feed)),
    async saveHistory(feed, entries, files) {
      const tx = db.transaction(['files', 'history'], 'readwrite');
      await allOrNone(tx, [
        ...[...files].map(([path, bytes]) => tx.objectStore('files').put(bytes, [feed, path])),
        ...entries.map((entry) => tx.objectStore('history').put(entry, [feed, entry.version])),
      ]);
    },
    close: () => db.close(),
  };
}
