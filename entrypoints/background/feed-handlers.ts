/** What the background answers on feeds: the options page asks. */
import type { FeedErrorCode } from '../../lib/lists/feed/feed-error';
import { viewFeed, type FeedsView } from '../../lib/lists/feed/view';
import type { ChosenFeed } from '../../lib/lists/feed/wanted';
import type { FeedRecord } from '../../lib/lists/feed-record';
import { storeError } from '../../lib/lists/store-error';
import type { Handlers } from '../../lib/message-server';
import { choose, chosenFeeds, unchoose } from './feed-choice';
import { poll, pollFeeds, syncFeeds, unnotedOf } from './feeds';
import { openLists, reloadLists } from './lists';
import { roomLeft } from './room';

/** With less room than this a disk counts as full. */
const FULL_BYTES = 1_048_576;

async function feedsView(): Promise<FeedsView> {
  const [{ lookup, store }, chosen] = await Promise.all([openLists(), chosenFeeds()]);
  const state = await lookup.state();
  let feeds: FeedRecord[] = [];
  let fault = state.kind === 'embedded-only' ? state.code : undefined;
  try {
    feeds = (await store?.feeds()) ?? [];
  } catch (error) {
    fault = storeError(error, 'feeds').code;
  }
  const askedOf = ({ id, origin }: FeedRecord) =>
    chosen[origin].find(({ fingerprint }) => fingerprint === id)?.scope;
  // A browser cannot open its database on a full disk, and gives no reason.
  if (fault === 'ERR_STORE_UNAVAILABLE' && ((await roomLeft()) ?? Infinity) < FULL_BYTES) {
    fault = 'ERR_STORE_QUOTA';
  }
  return {
    feeds: feeds.map((feed) => viewFeed({ ...feed, ...unnotedOf(feed.id) }, Date.now(), askedOf(feed))),
    hasDefault: chosen.default.length > 0,
    policyFaults: chosen.policyFaults,
    ...(fault !== undefined && { storeError: fault }),
  };
}

async function unfollow(id: string): Promise<void> {
  await unchoose(id);
  await syncFeeds();
  await reloadLists();
}

/** Follows a feed only once its lists have come: a mistyped address leaves nothing behind. */
async function add(feed: ChosenFeed): Promise<{ error?: FeedErrorCode | 'known' }> {
  const id = feed.fingerprint;
  // Asked anew each time: polling may have opened the store again.
  const recordOf = async () => (await (await openLists()).store?.feeds())?.find((one) => one.id === id);
  try {
    if (await recordOf()) return { error: 'known' };
    await choose(feed);
    await syncFeeds();
    await pollFeeds({ id, full: true });
    const record = await recordOf();
    if (record?.live) return {};
    await unfollow(id);
    return { error: unnotedOf(id)?.error ?? record?.error ?? 'ERR_FEED_STORE' };
  } catch (error) {
    await unchoose(id);
    return {
      error: storeError(error, 'feeds').code === 'ERR_STORE_QUOTA' ? 'ERR_FEED_STORE_FULL' : 'ERR_FEED_STORE',
    };
  }
}

/** The handlers of the requests on feeds. */
export const FEED_HANDLERS: Pick<
  Handlers,
  'feeds' | 'feed-add' | 'feed-restore' | 'feed-scope' | 'feed-remove' | 'feed-update'
> = {
  feeds: () => feedsView(),
  'feed-add': (feed) => add(feed),
  'feed-restore': async (feed) => {
    await choose(feed);
    await syncFeeds();
    poll({ id: feed.fingerprint, full: true });
    return null;
  },
  'feed-scope': async ({ id, scope }) => {
    const feed = (await chosenFeeds()).person.find(({ fingerprint }) => fingerprint === id);
    if (!feed) return null;
    await choose({ ...feed, scope });
    await syncFeeds();
    await reloadLists();
    poll({ id, full: true });
    return null;
  },
  'feed-remove': async ({ id }) => {
    await unfollow(id);
    return null;
  },
  'feed-update': async ({ id }) => {
    await pollFeeds({ id, full: true });
    return null;
  },
};
