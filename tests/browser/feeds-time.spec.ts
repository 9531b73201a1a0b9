/** Time and feeds: a month offline, clocks that are wrong, notices that are new, connections that break off. */
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import { copyOf, nextVersion } from '../feeds/support/forge';
import { expect } from './support/extension';
import { directory, follow, withNotice } from './support/directory-feed';
import { serve } from './support/feed-publisher';
import { ask, feedsOf, onlyFeed, refusalText, test } from './support/feeds';

const DAY = 86_400_000;
/** Sets the clock of the worker that runs now, by so many milliseconds. */
async function shiftClock(browser: LaunchedBrowser, by: number): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(`{
    globalThis.realNow ??= Date.now.bind(Date);
    Date.now = () => globalThis.realNow() + ${by};
  }`);
}

test('a month offline: the last lists stay and say how old they are; expired dates are refused, new ones end it', async ({
  nginx,
  options,
  extension,
}) => {
  const { id, repository } = await follow(options, nginx, 'month');
  const update = async () => {
    await ask(options, 'feed-update', { id });
    return onlyFeed(options);
  };
  await shiftClock(extension, 31 * DAY);
  await nginx.stop();
  expect(await update()).toMatchObject({ state: 'stale', error: 'ERR_FEED_NETWORK', entries: 1 });
  expect(await ask(options, 'lists', {})).toMatchObject({ stale: true, embedded: false });
  const worker = await extension.worker();
  const title = () => worker.evaluate<string>(`chrome.action.getTitle({})`);
  expect(await title()).toBe('Cảnh Giác: danh sách chưa được cập nhật đúng hạn');
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  await expect(
    popup.getByText('Danh sách chưa được cập nhật đúng hạn; vẫn dùng bản gần nhất.'),
  ).toBeVisible();
  await popup.close();
  await nginx.start();
  expect(await update()).toMatchObject({ state: 'stale', error: 'ERR_FEED_EXPIRED', entries: 1 });
  await expect(options.locator('.feed-state')).toContainText('Chưa cập nhật từ');
  await expect(options.locator('.feed-state')).toContainText(refusalText('ERR_FEED_EXPIRED'));
  const later = `${new Date(Date.now() + 60 * DAY).toISOString().slice(0, 19)}Z`;
  for (const role of ['targets', 'snapshot', 'timestamp'] as const) {
    nextVersion(repository, role, (signed) => (signed.expires = later));
  }
  putContent(repository, await contentOf('2026.12.25', [entryOf('+842920000555'), entryOf('+842920000666')]));
  serve(nginx, 'month', repository);
  expect(await update()).toMatchObject({ state: 'fresh', entries: 2 });
  expect(await ask(options, 'lists', {})).toMatchObject({ stale: false });
  expect(await title()).toBe('Cảnh Giác');
});

test('a clock that is behind by days is named, and nothing is refused for it', async ({
  nginx,
  options,
  extension,
}) => {
  const { id } = await follow(options, nginx, 'behind');
  await shiftClock(extension, -400 * DAY);
  await ask(options, 'feed-update', { id });
  expect(await onlyFeed(options)).toMatchObject({ clockBehind: true, state: 'fresh' });
  await expect(options.locator('.feed-state')).toContainText('Đồng hồ máy này chậm nhiều ngày');
});

test('a clock that is ahead by more than a year is named rather than the publisher blamed', async ({
  nginx,
  options,
  extension,
}) => {
  const { id } = await follow(options, nginx, 'ahead');
  await shiftClock(extension, 500 * DAY);
  await ask(options, 'feed-update', { id });
  expect(await onlyFeed(options)).toMatchObject({
    state: 'stale',
    error: 'ERR_FEED_CLOCK_AHEAD',
    entries: 1,
  });
  await expect(options.locator('.feed-state')).toContainText('Đồng hồ máy này có thể đang nhanh');
});

test('an older copy on the server is refused, and a connection that breaks off in a body', async ({
  nginx,
  options,
}) => {
  const { id, repository, content } = await follow(options, nginx, 'older');
  const older = copyOf(repository);
  putContent(repository, await content('2026.11.26'));
  serve(nginx, 'older', repository);
  const update = async () => {
    await ask(options, 'feed-update', { id });
    return onlyFeed(options);
  };
  expect(await update()).toMatchObject({ state: 'fresh', version: '2026.11.26' });
  serve(nginx, 'older', older);
  expect(await update()).toMatchObject({ error: 'ERR_FEED_ROLLBACK', version: '2026.11.26' });
  serve(nginx, 'older', repository);
  nginx.slow(100);
  const broken = update();
  await expect.poll(() => nginx.busy(), { intervals: [20] }).toBe(true);
  await nginx.stop();
  nginx.slow(0);
  expect(await broken).toMatchObject({ error: 'ERR_FEED_NETWORK', version: '2026.11.26' });
  await nginx.start();
  expect(await update()).toMatchObject({ state: 'fresh' });
});

test('a new notice marks the button and lies in the popup until it is opened; what was there before does not', async ({
  nginx,
  options,
  extension,
}) => {
  const version = '2026.11.26';
  const first = directory((list) => (list.version = version));
  const { id, repository, content } = await follow(options, nginx, 'notices', ['directory'], {
    'directory.json': first,
  });
  const worker = await extension.worker();
  const badge = () => worker.evaluate<string>(`chrome.action.getBadgeText({})`);
  expect(await ask(options, 'notices', {})).toMatchObject({ fresh: [] });
  expect(await badge()).toBe('');
  const title = 'Thông báo thử của nguồn';
  const second = withNotice(version, 'new-one', title);
  putContent(repository, await content('2026.11.27', { 'directory.json': second }));
  serve(nginx, 'notices', repository);
  await ask(options, 'feed-update', { id });
  expect(await ask(options, 'notices', {})).toMatchObject({ fresh: [{ title: { vi: title } }] });
  expect(await badge()).toBe('!');
  expect(await worker.evaluate(`chrome.action.getTitle({})`)).toBe('Cảnh Giác: có 1 thông báo mới');
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  const opened = extension.context.waitForEvent('page');
  await popup.getByRole('button', { name: `Xem thông báo: ${title}` }).click();
  const notice = await opened;
  await expect(notice.locator('h1')).toHaveText(title);
  await expect(notice.locator('main')).toContainText('Do nguồn danh sách Nguồn thử đưa tới.');
  await expect.poll(badge).toBe('');
  expect((await feedsOf(options)).feeds).toHaveLength(1);
});
