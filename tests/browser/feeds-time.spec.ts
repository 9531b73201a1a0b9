/** Time and feeds: a month offline, clocks that are wrong, notices that are new, connections that break off. */
import { putContent } from '../feeds/support/content';
import { POLL_CASE } from './feed-cases/poll';
import { TIME_CASES } from './feed-cases/time';
import { ask, feedsOf } from './support/ask';
import { directory, follow, withNotice } from './support/directory-feed';
import { expect } from './support/extension';
import { serve } from './support/feed-publisher';
import { test } from './support/feeds';

for (const { name, play } of [...TIME_CASES, POLL_CASE]) {
  test(name, ({ reader, nginx }) => play(reader, nginx));
}

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
