/** Runs in the extension's background worker: follows a feed with the extension's own client and store. */
import { updateFeed } from '../../../lib/lists/feed/update';
import { ListError } from '../../../lib/lists/list-error';
import type { FeedRecord } from '../../../lib/lists/feed-record';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ListStore } from '../../../lib/lists/store';

const store: Promise<ListStore> = openListStore();
const progress: (readonly [done: number, total: number])[] = [];

/** The store, with an ear for what is noted of the progress. */
async function listening(): Promise<ListStore> {
  const real = await store;
  return {
    ...real,
    patchFeed: (feed, change) => {
      if (change.progress) progress.push([change.progress.done, change.progress.total]);
      return real.patchFeed(feed, change);
    },
  };
}

async function feedOf(id: string): Promise<FeedRecord | undefined> {
  return (await (await store).feeds()).find((feed) => feed.id === id);
}

export const canhGiacLists = {
  /** Brings the feed up to date; gives what is noted of it. */
  async update(id: string) {
    progress.length = 0;
    const options = {
      store: await listening(),
      fetch: globalThis.fetch.bind(globalThis),
      now: () => Date.now(),
      built: 0,
      random: () => 0.5,
      full: true,
      checkPhrasePack: () => undefined,
    };
    const start = performance.now();
    let refused: string | undefined;
    try {
      await updateFeed(id, options);
    } catch (fault) {
      // So full that not even the fault could be noted.
      if (!(fault instanceof ListError)) throw fault;
      refused = fault.code;
    }
    const feed = await feedOf(id);
    const { live, damaged } = feed ?? {};
    const error = refused ?? feed?.error;
    return {
      ms: performance.now() - start,
      progress: [...progress],
      version: live?.version,
      count: live?.numbers?.count,
      ...(error !== undefined && { error }),
      ...(damaged !== undefined && { damaged }),
    };
  },
  /** True once a part of a set has come. */
  started: () => progress.some(([done]) => done > 0),
};
Object.assign(globalThis, { canhGiacLists });
