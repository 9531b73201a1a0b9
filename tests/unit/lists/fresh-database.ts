/** A new, empty database for each test, and ways to kill a writer in the middle. */
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Lists } from '../../../lib/lists/store';
import type { Report } from '../../../lib/lists/standing';

export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

const WRITES = ['put', 'add', 'delete'] as const;

/**
 * From the nth write on, every write fails and takes its transaction with it, as if the process had ended there.
 * Gives back how to undo it, and how many writes were tried.
 */
export function killAfter(writes: number): { revive: () => void; tried: () => number } {
  const prototype = IDBObjectStore.prototype;
  const originals = WRITES.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const);
  let tried = 0;
  for (const [name, original] of originals) {
    const method: unknown = original?.value;
    if (typeof method !== 'function') throw new Error(`no ${name}`);
    Object.defineProperty(prototype, name, {
      ...original,
      value(this: IDBObjectStore, ...args: unknown[]): unknown {
        if (tried++ < writes) return Reflect.apply(method, this, args);
        this.transaction.abort();
        throw new DOMException('killed', 'AbortError');
      },
    });
  }
  return {
    revive: () => {
      for (const [name, original] of originals)
        if (original) Object.defineProperty(prototype, name, original);
    },
    tried: () => tried,
  };
}

export function reportOf(text: string): Report {
  return {
    category: 'official_impersonation',
    pretends: { vi: text, en: text },
    publisher: 'Báo thử',
    url: 'https://example.test/',
    date: '2026-01-02',
    strength: 'weak',
  };
}

/** Lists whose every part says which ones they are. */
export function listsOf(version: string, numbers: readonly string[]): Lists {
  return {
    version,
    published: '2026-11-25',
    documents: { directory: { of: version }, sitePack: { of: version }, phrasePack: { of: version } },
    reports: numbers.map((number) => [number, [reportOf(version)]] as const),
  };
}
