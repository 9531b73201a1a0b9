/** Time and feeds: a month offline, clocks that are wrong, a server swapped for an older copy, connections that break off. */
import { equal } from 'node:assert/strict';
import { until } from '../../../scripts/browser/until';
import { contentOf, putContent } from '../../feeds/support/content';
import { copyOf, nextVersion } from '../../feeds/support/forge';
import { ask, onlyFeed, refusalText } from '../support/ask';
import {
  ENTRY,
  expectFeed,
  followed,
  isReported,
  madeBy,
  shows,
  TWO,
  type FeedCase,
  type Reader,
} from './case';

const DAY = 86_400_000;

/** Sets the clock of the background that runs now, by so many milliseconds. */
async function shiftClock({ inBackground }: Reader, by: number): Promise<void> {
  await inBackground(`
    const real = (scope.realNow ??= scope.Date.now.bind(scope.Date));
    scope.Date.now = () => real() + ${by};`);
}

async function listsAreStale(reader: Reader): Promise<boolean> {
  const { stale, embedded } = await ask(reader.options, 'lists', {});
  equal(embedded, false);
  return stale;
}

const MONTH: FeedCase = {
  name: 'a month offline: the last lists stay and say how old they are; expired dates are refused, new ones end it',
  play: async (reader, nginx) => {
    const { options } = reader;
    const repository = await madeBy('our publisher');
    const feed = await followed(reader, nginx, 'month', repository);
    await shiftClock(reader, 31 * DAY);
    await nginx.stop();
    expectFeed(await feed.update(), { state: 'stale', error: 'ERR_FEED_NETWORK', entries: 1 });
    equal(await listsAreStale(reader), true);
    equal(await isReported(options), true);
    const title = () => options.evaluate(`chrome.action.getTitle({})`);
    equal(await title(), 'Cảnh Giác: danh sách chưa được cập nhật đúng hạn');
    const popup = await reader.open('popup.html');
    await shows(popup, 'Danh sách chưa được cập nhật đúng hạn; vẫn dùng bản gần nhất.');
    await popup.close();
    await nginx.start();
    expectFeed(await feed.update(), { state: 'stale', error: 'ERR_FEED_EXPIRED', entries: 1 });
    await shows(options, 'Chưa cập nhật từ', '.feed-state');
    await shows(options, refusalText('ERR_FEED_EXPIRED'), '.feed-state');
    const later = `${new Date(Date.now() + 60 * DAY).toISOString().slice(0, 19)}Z`;
    for (const role of ['targets', 'snapshot', 'timestamp'] as const) {
      nextVersion(repository, role, (signed) => (signed.expires = later));
    }
    putContent(repository, await contentOf('2026.12.25', TWO));
    feed.serve();
    expectFeed(await feed.update(), { state: 'fresh', error: undefined, entries: 2 });
    equal(await listsAreStale(reader), false);
    equal(await title(), 'Cảnh Giác');
  },
};

const BEHIND: FeedCase = {
  name: 'a clock that is behind by days is named, and nothing is refused for it',
  play: async (reader, nginx) => {
    const feed = await followed(reader, nginx, 'behind', await madeBy('our publisher'));
    await shiftClock(reader, -400 * DAY);
    expectFeed(await feed.update(), { clockBehind: true, state: 'fresh', error: undefined });
    await shows(reader.options, 'Đồng hồ máy này chậm nhiều ngày', '.feed-state');
  },
};

const AHEAD: FeedCase = {
  name: 'a clock that is ahead by more than a year is named rather than the publisher blamed',
  play: async (reader, nginx) => {
    const feed = await followed(reader, nginx, 'ahead', await madeBy('our publisher'));
    await shiftClock(reader, 500 * DAY);
    expectFeed(await feed.update(), { state: 'stale', error: 'ERR_FEED_CLOCK_AHEAD', entries: 1 });
    await shows(reader.options, 'Đồng hồ máy này có thể đang nhanh', '.feed-state');
  },
};

const OLDER: FeedCase = {
  name: 'an older copy on the server is refused, and a connection that breaks off in a body',
  play: async (reader, nginx) => {
    const repository = await madeBy('our publisher');
    const feed = await followed(reader, nginx, 'older', repository);
    const older = copyOf(repository);
    putContent(repository, await contentOf('2026.11.26', [ENTRY]));
    feed.serve();
    expectFeed(await feed.update(), { state: 'fresh', error: undefined, version: '2026.11.26' });
    feed.serve(older);
    expectFeed(await feed.update(), { error: 'ERR_FEED_ROLLBACK', version: '2026.11.26' });
    feed.serve();
    nginx.slow(100);
    const broken = ask(reader.options, 'feed-update', { id: feed.id });
    await until(() => nginx.busy(), 'a body under way');
    await nginx.stop();
    nginx.slow(0);
    await broken;
    expectFeed(await onlyFeed(reader.options), { error: 'ERR_FEED_NETWORK', version: '2026.11.26' });
    equal(await isReported(reader.options), true);
    await nginx.start();
    expectFeed(await feed.update(), { state: 'fresh', error: undefined });
  },
};

export const TIME_CASES: readonly FeedCase[] = [MONTH, BEHIND, AHEAD, OLDER];
