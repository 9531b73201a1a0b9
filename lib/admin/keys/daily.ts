/** Keys that the console keeps for daily use. */
import type { AdminStore } from '../store';
import { dailyKey, type MadeKey } from './ceremony';

/** Keeps keys of a feed for daily use, and none of its root keys: those stay in their files. Gives how many. */
export async function keepDailyKeys(
  store: AdminStore,
  feed: string,
  keys: readonly MadeKey[],
): Promise<number> {
  const daily = keys.filter(({ role }) => role !== 'root');
  for (const { role, holder, pair } of daily)
    await store.saveKey({ feed, role, holder, public: pair.public, key: await dailyKey(pair) });
  return daily.length;
}
