/** Who holds which key of a feed, as far as the console was told: names for the key sheet, and no secret. */
import type { AdminStore } from '../store';
import type { ConsoleFeed } from '../store-schema';

/** A key by its public half, and who holds it. */
export type HeldBy = readonly [open: string, holder: string];

/** Writes names of holders down beside those that are known; gives the feed's line as it then is. */
export async function keepHolders(
  store: AdminStore,
  feed: ConsoleFeed,
  named: readonly HeldBy[],
): Promise<ConsoleFeed> {
  // Another tab may have published meanwhile: only the names are this one's.
  const kept = (await store.feeds()).find(({ id }) => id === feed.id) ?? feed;
  const next = { ...kept, holders: { ...kept.holders, ...Object.fromEntries(named) } };
  await store.saveFeed(next);
  return next;
}
