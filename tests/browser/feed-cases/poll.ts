/** What a server hears of those who follow its feed. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { until } from '../../../scripts/browser/until';
import { contentOf, putContent } from '../../feeds/support/content';
import { letPollTimeCome, onlyFeed } from '../support/ask';
import type { LoggedRequest } from '../support/nginx';
import { expectVersion, followed, madeBy, TWO, type FeedCase } from './case';

/** As docs/privacy.md says. */
const ORIGIN = /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/;

function expectPlain({ request, cookie, conditional, referer, origin, bytes }: LoggedRequest): void {
  deepEqual([cookie, conditional, referer], ['', '', ''], request);
  match(origin, ORIGIN);
  if (request.endsWith('/timestamp.json')) ok(bytes <= 1_024, `${bytes} bytes`);
}

export const POLL_CASE: FeedCase = {
  name: 'a poll is one GET of the timestamp, of at most 1 kB; nothing that is asked for comes with cookie, condition or referrer',
  play: async ({ options }, nginx) => {
    const repository = await madeBy('our publisher');
    const feed = await followed({ options }, nginx, 'poll', repository);
    nginx.requests();
    const { checkedAt = 0 } = await onlyFeed(options);
    await letPollTimeCome(options);
    await until(async () => ((await onlyFeed(options)).checkedAt ?? 0) > checkedAt, 'the poll');
    const poll = nginx.requests();
    deepEqual(
      poll.map(({ request, status }) => [request, status]),
      [['GET /poll/metadata/timestamp.json', 200]],
    );
    putContent(repository, await contentOf('2026.11.26', TWO));
    feed.serve();
    await letPollTimeCome(options);
    await expectVersion(options, '2026.11.26');
    const update = nginx.requests();
    ok(update.length > 5, `${update.length} requests`);
    for (const request of [...poll, ...update]) expectPlain(request);
  },
};
