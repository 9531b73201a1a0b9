/** An's desk: a store of its own, her keys in it, and a feed that she opens there. */
import 'fake-indexeddb/auto';
import { keepDailyKeys } from '../../../../lib/admin/keys/daily';
import { openAdminStore, type AdminStore } from '../../../../lib/admin/store';
import { keepFeed, loadWorkspace, type Workspace } from '../../../../lib/admin/workspace';
import { openFeed, type TestFeed } from './feed';

export const HOUR = 3_600_000;

/** Numbers of these tests. */
export const [ONE, TWO, THREE] = ['+842920000001', '+842920000002', '+842920000003'] as const;

let count = 0;

/** An empty store that no other test has. */
export function newStore(): Promise<AdminStore> {
  return openAdminStore(`desk-${String(count++)}`);
}

/** A store with An's keys of a feed for daily use. */
export async function storeWithKeys({ fingerprint, keys }: TestFeed): Promise<AdminStore> {
  const store = await newStore();
  const own = keys.filter(({ holder }) => holder === 'An');
  await keepDailyKeys(store, fingerprint, own);
  return store;
}

/** Opens a feed at the desk as it lies in these files. */
export async function openAtDesk(
  store: AdminStore,
  feed: TestFeed,
  files = feed.files,
  address?: string,
): Promise<Workspace> {
  const open = await openFeed(files, feed.fingerprint);
  return loadWorkspace(store, await keepFeed(store, open, { editor: 'An', address }));
}
