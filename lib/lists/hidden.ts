/** What the person hid: keys only, the newest 5,000. */
import { ListError } from './list-error';
import type { ListDatabase } from './store-schema';

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
export async function hideKey(db: ListDatabase, key: string): Promise<void> {
  checked(key);
  const tx = db.transaction('hidden', 'readwrite');
  const known = await tx.store.index('key').getKey(key);
  if (known !== undefined) await tx.store.delete(known);
  await tx.store.add({ key });
  const tooMany = (await tx.store.count()) - MAX_HIDDEN;
  if (tooMany > 0) {
    const oldest = await tx.store.getAllKeys(null, tooMany);
    await Promise.all(oldest.map((id) => tx.store.delete(id)));
  }
  await tx.done;
}

/** Shows what a key hid. */
export async function unhideKey(db: ListDatabase, key: string): Promise<void> {
  const tx = db.transaction('hidden', 'readwrite');
  const known = await tx.store.index('key').getKey(key);
  if (known !== undefined) await tx.store.delete(known);
  await tx.done;
}

/** Those of the keys that are hidden. */
export async function hiddenOf(db: ListDatabase, keys: readonly string[]): Promise<Set<string>> {
  const index = db.transaction('hidden').store.index('key');
  const found = await Promise.all(keys.map((key) => index.getKey(key)));
  return new Set(keys.filter((_, i) => found[i] !== undefined));
}
