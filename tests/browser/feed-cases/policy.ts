/** Feeds and settings by an organisation's policy: followed, shown locked with their owner; what is malformed is counted. */
import { equal } from 'node:assert/strict';
import texts from '../../../lib/i18n/vi/people.json' with { type: 'json' };
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

/** Waits until an expression gives this in the page, whose sections come one after the other. */
function comesTo(page: OwnPage, expression: string, due: unknown): Promise<void> {
  const json = JSON.stringify(due);
  return until(
    async () => JSON.stringify(await page.evaluate(expression)) === json,
    `${expression}: ${json}`,
  );
}

/** Waits until the field that is labelled so is like that. */
function expectField(page: OwnPage, label: string, enabled: boolean, chosen: boolean): Promise<void> {
  const expression = `[...document.querySelectorAll('label')]
    .filter(({ innerText }) => innerText.trim().startsWith(${JSON.stringify(label)}))
    .map(({ control }) => [control.matches(':enabled'), control.checked])`;
  return comesTo(page, expression, [[enabled, chosen]]);
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
  await comesTo(page, `document.body.innerText.split(${JSON.stringify(LOCKED)}).length - 1`, 2);
  await expectField(page, texts.settings_quiet, false, true);
  await expectField(page, texts.settings_badge, false, false);
  await expectField(page, texts.settings_opens, true, true);
  await shows(page, 'Mới nhất, kiểm tra lúc');
  const buttons = `[...document.querySelectorAll('li.feed button')].map(({ innerText }) => innerText)`;
  await comesTo(page, buttons, ['Cập nhật ngay']);
}
