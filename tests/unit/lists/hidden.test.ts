import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { MAX_HIDDEN } from '../../../lib/lists/hidden';
import { openListStore } from '../../../lib/lists/open-list-store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { freshDatabase, listsOf } from './fresh-database';

const keyOf = (n: number): string => n.toString(16).padStart(64, '0');

beforeEach(freshDatabase);

test('what is hidden stays hidden, over restarts and updates, until it is shown', async () => {
  const first = await openListStore();
  await first.hide(keyOf(1));
  await first.hide(keyOf(2));
  await first.hide(keyOf(1));
  await first.install(listsOf('2026.1.1', []));
  await first.close();
  const store = await openListStore();
  expect(await store.isHidden([keyOf(1), keyOf(2), keyOf(3)])).toEqual(new Set([keyOf(1), keyOf(2)]));
  await store.unhide(keyOf(1));
  await store.unhide(keyOf(3));
  expect(await store.isHidden([keyOf(1), keyOf(2)])).toEqual(new Set([keyOf(2)]));
  expect(await store.isHidden([])).toEqual(new Set());
});

test('takes hashes alone, never a text', async () => {
  const store = await openListStore();
  await expect(store.hide('Mời lên làm việc')).rejects.toMatchObject({ place: 'hidden' });
});

test('the oldest go beyond the bound; one hidden again is the newest', async () => {
  const store = await openListStore();
  await store.hide(keyOf(0));
  await store.hide(keyOf(1));
  const db = await openDB(DB_NAME);
  const tx = db.transaction('hidden', 'readwrite');
  for (let n = 2; n < MAX_HIDDEN; n++) void tx.store.add({ key: keyOf(n) });
  await tx.done;
  await store.hide(keyOf(0));
  await store.hide(keyOf(MAX_HIDDEN));
  expect(await db.count('hidden')).toBe(MAX_HIDDEN);
  db.close();
  expect(await store.isHidden([keyOf(0), keyOf(1), keyOf(2), keyOf(MAX_HIDDEN)])).toEqual(
    new Set([keyOf(0), keyOf(2), keyOf(MAX_HIDDEN)]),
  );
});
