/** What only real minutes show: alarms ring in time, servers that trickle or say nothing. */
import { createServer, type AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import { fingerprintOf, MAKERS, serve } from '../browser/support/feed-publisher';
import { ask, onlyFeed, test } from '../browser/support/feeds';

const MINUTE = 60_000;

async function repositoryOf(count: number) {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const entries = Array.from({ length: count }, (_, i) => entryOf(`+8491${String(1_000_000 + i)}`));
  return make(Date.now() - 3_600_000, await contentOf('2026.11.25', entries));
}

test('a publication is live within five minutes, by the extension’s own alarms, with no page of it open', async ({
  nginx,
  options,
  extension,
}) => {
  const repository = await repositoryOf(1);
  serve(nginx, 'minutes', repository);
  const address = `${nginx.address}minutes/`;
  const fingerprint = fingerprintOf(repository);
  expect(await ask(options, 'feed-add', { address, fingerprint, scope: ['reported'] })).toEqual({});
  await options.close();
  putContent(repository, await contentOf('2026.11.26', [entryOf('+842920000555'), entryOf('+842920000666')]));
  serve(nginx, 'minutes', repository);
  nginx.requests();
  const published = Date.now();
  await expect
    .poll(() => nginx.requests().some(({ request }) => request.endsWith('000.jsonl')), {
      timeout: 5 * MINUTE,
      intervals: [1_000],
    })
    .toBe(true);
  console.log(`asked for the new entries ${Math.round((Date.now() - published) / 1000)} s after publication`);
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('options.html'));
  await expect.poll(async () => (await onlyFeed(page)).entries).toBe(2);
});

test('a server that trickles and one that says nothing are given up, and the feed comes once the server is itself', async ({
  nginx,
  options,
}) => {
  const repository = await repositoryOf(20);
  serve(nginx, 'slow', repository);
  const feed = {
    address: `${nginx.address}slow/`,
    fingerprint: fingerprintOf(repository),
    scope: ['reported' as const],
  };
  nginx.slow(10);
  const began = Date.now();
  expect(await ask(options, 'feed-add', feed)).toEqual({ error: 'ERR_FEED_TIMEOUT' });
  expect(Date.now() - began).toBeLessThan(3 * MINUTE);
  nginx.slow(0);
  expect(await ask(options, 'feed-add', feed)).toEqual({});

  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const other = { ...feed, address, fingerprint: 'ab'.repeat(32) };
  expect(await ask(options, 'feed-add', other)).toEqual({ error: 'ERR_FEED_TIMEOUT' });
  silent.close();
});
