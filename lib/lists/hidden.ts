/** What the person hid: keys only, the newest 5,000. */
import { ListError } from './list-error';
import type { ListDatabase } from './store-schema';
import { forAll, transact } from './transact';

export const MAX_HIDDEN = 5000;

function checked(key: string): string {
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw new ListError(
    'ERR_STORE_FAILED',
    'hidden',
    'The key is no SHA-256 in hex.',
    'Hash what is hidden first: the store keeps no text of pages.',
  );
}

/** Hides a key, or makes it the newest again. */
export function hideKey(db: ListDatabase, key: string): Promise<void> {
  return transact(db, ['hidden'], 'readwrite', async (tx) => {
    const hidden = tx.objectStore('hidden');
    const known = await hidden.index('key').getKey(checked(key));
    if (known !== undefined) await hidden.delete(known);
    await hidden.add({ key });
    const tooMany = (await hidden.count()) - MAX_HIDDEN;
    if (tooMany > 0) await forAll(await hidden.getAllKeys(null, tooMany), (oldest) => hidden.delete(oldest));
  });
}

/** Shows what a key hid. */
export function unhideKey(db: ListDatabase, key: string): Promise<void> {
  return transact(db, ['hidden'], 'readwrite', async (tx) => {
    const known = await tx.objectStore('hidden').index('key').getKey(key);
    if (known !== undefined) await tx.objectStore('hidden').delete(known);
  });
}

/** Those of the keys that are hidden. */
export function hiddenOf(db: ListDatabase, keys: readonly string[]): Promise<Set<string>> {
  return transact(db, ['hidden'], 'readonly', async (tx) => {
    const index = tx.objectStore('hidden').index('key');
    const hidden = new Set<string>();
    await forAll(keys, async (key) => {
      if ((await index.getKey(key)) !== undefined) hidden.add(key);
    });
    return hidden;
  });
}
