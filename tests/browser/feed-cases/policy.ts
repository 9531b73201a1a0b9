/** Feeds and settings by an organisation's policy: followed, shown locked with their owner; what is malformed is counted. */
import { deepEqual, equal } from 'node:assert/strict';
import { feedsOf, type OwnPage } from '../support/ask';
import { until } from '../../../scripts/browser/until';
import { fingerprintOf, serve } from '../support/feed-publisher';
import type { Nginx } from '../support/nginx';
import { isReported, madeBy, reopen, shows } from './case';

const LOCKED = 'Do Sở mẫu đặt. Bạn không đổi được ở đây.';
export const OF_POLICY = 'Do tổ chức của bạn đặt, không đổi được ở đây.';

/** Serves a feed; gives a policy that names it, a malformed one, and two settings. */
export async function somePolicy(nginx: Nginx): Promise<object> {
  const repository = await madeBy('our publisher');
  serve(nginx, 'policy', repository);
  return {
    owner: 'Sở mẫu',
    settings: { sensitivity: 'quiet', badge: false },
    feeds: [
      { address: `${nginx.address}policy/`, fingerprint: fingerprintOf(repository) },
      { address: 'http://example.test/', fingerprint: 'x' },
    ],
  };
}

/** Whether the field that is labelled so can be used, and is chosen. */
function fieldOf(page: OwnPage, label: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const one = [...document.querySelectorAll('label')].find(({ innerText }) => innerText.trim().startsWith(${JSON.stringify(label)}));
    return { enabled: one.control.matches(':enabled'), chosen: one.control.checked };
  })()`);
}

/** Holds that the options show the policy, and that it is in force. */
export async function expectPolicy(page: OwnPage): Promise<void> {
  await shows(page, OF_POLICY);
  await shows(page, 'Chính sách của tổ chức có 1 nguồn ghi sai.');
  await until(async () => {
    const [feed, ...more] = (await feedsOf(page)).feeds;
    return feed?.origin === 'policy' && feed.state === 'fresh' && feed.entries === 1 && more.length === 0;
  }, 'the feed of the policy');
  equal(await isReported(page), true);
  // The settings of the policy are read when the options are opened; the others are the person's.
  await reopen(page);
  await shows(page, LOCKED);
  equal(await page.evaluate(`document.body.innerText.split(${JSON.stringify(LOCKED)}).length - 1`), 2);
  deepEqual(await fieldOf(page, 'Ít'), { enabled: false, chosen: true });
  deepEqual(await fieldOf(page, 'Hiện số cảnh báo ở nút Cảnh Giác'), { enabled: false, chosen: false });
  deepEqual(await fieldOf(page, 'Tự mở bảng giải thích khi nguy hiểm'), { enabled: true, chosen: true });
  await shows(page, 'Mới nhất, kiểm tra lúc');
  const buttons = `[...document.querySelectorAll('li.feed button')].map(({ innerText }) => innerText)`;
  deepEqual(await page.evaluate(buttons), ['Cập nhật ngay']);
}
