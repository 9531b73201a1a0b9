/** What only real minutes show: alarms ring in time, servers that trickle or say nothing. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { until } from '../../../scripts/browser/until';
import { contentOf, entryOf, putContent } from '../../feeds/support/content';
import { ask, onlyFeed } from '../support/ask';
import { fingerprintOf, serve } from '../support/feed-publisher';
import { followed, isReported, madeBy, TWO, type FeedCase } from './case';

const MINUTE = 60_000;

const IN_TIME: FeedCase = {
  name: 'a publication is live within five minutes, by the extension’s own alarms, while no page asks it anything',
  play: async (reader, nginx) => {
    const repository = await madeBy('our publisher');
    const feed = await followed(reader, nginx, 'minutes', repository);
    await reader.options.close();
    putContent(repository, await contentOf('2026.11.26', TWO));
    feed.serve();
    nginx.requests();
    const published = Date.now();
    const asked = () =>
      Promise.resolve(nginx.requests().some(({ request }) => request.endsWith('000.jsonl')));
    await until(asked, 'the new entries to be asked for', 5 * MINUTE);
    console.log(
      `asked for the new entries ${Math.round((Date.now() - published) / 1000)} s after publication`,
    );
    const page = await reader.open('options.html');
    await until(async () => (await onlyFeed(page)).entries === 2, 'the new entries');
  },
};

const TOO_SLOW: FeedCase = {
  name: 'a server that trickles and one that says nothing are given up, the lists at hand stay, and once the server is itself new ones come',
  play: async (reader, nginx) => {
    const { options } = reader;
    const entries = Array.from({ length: 20 }, (_, i) => entryOf(`+8491${String(1_000_000 + i)}`));
    const repository = await madeBy('our publisher', await contentOf('2026.11.25', entries));
    serve(nginx, 'slow', repository);
    const feed = {
      address: `${nginx.address}slow/`,
      fingerprint: fingerprintOf(repository),
      scope: ['reported' as const],
    };
    nginx.slow(10);
    const began = Date.now();
    deepEqual(await ask(options, 'feed-add', feed), { error: 'ERR_FEED_TIMEOUT' });
    ok(Date.now() - began < 3 * MINUTE);
    nginx.slow(0);
    deepEqual(await ask(options, 'feed-add', feed), {});
    putContent(repository, await contentOf('2026.11.26', TWO));
    serve(nginx, 'slow', repository);
    nginx.slow(10);
    const update = () => ask(options, 'feed-update', { id: feed.fingerprint });
    await update();
    const { state, error, entries: kept } = await onlyFeed(options);
    deepEqual([state, error, kept], ['stale', 'ERR_FEED_TIMEOUT', 20]);
    nginx.slow(0);
    await update();
    equal(await isReported(options), true);

    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const other = { ...feed, address, fingerprint: 'ab'.repeat(32) };
    deepEqual(await ask(options, 'feed-add', other), { error: 'ERR_FEED_TIMEOUT' });
    silent.close();
  },
};

export const SLOW_CASES: readonly FeedCase[] = [IN_TIME, TOO_SLOW];
