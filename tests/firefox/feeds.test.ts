/** Feeds in a real Firefox, from a real nginx: followed by hand, kept up to date by the alarm, keys rotated. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_POLICY } from '../../entrypoints/background/policy';
import { until } from '../../scripts/browser/until';
import { ask, letPollTimeCome, onlyFeed } from '../browser/support/ask';
import { isReported } from '../browser/feed-cases/case';
import { fingerprintOf, MAKERS, serve } from '../browser/support/feed-publisher';
import { startNginx, type Nginx } from '../browser/support/nginx';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import { copyOf, republish, rotate, type Repository } from '../feeds/support/forge';
import { useFirefox } from './support/firefox';

// The module of the policy is read for its words alone.
vi.mock('webextension-polyfill', () => ({ default: {} }));

/** Stand in posts of the fixture; cannot be assigned. */
const NUMBER = '0292 000 0555';
const FIRST = entryOf('+842920000555');
const SECOND = entryOf('+842920000666');

const firefox = useFirefox();
let nginx: Nginx;
beforeAll(async () => {
  nginx = await startNginx();
});
afterAll(() => nginx.close());

describe.each(Object.entries(MAKERS))('a feed by %s', (_maker, make) => {
  let page: Page;
  let repository: Repository;
  const publish = async (version: string, entries: (typeof FIRST)[]) => {
    putContent(repository, await contentOf(version, entries));
    serve(nginx, 'feed', repository);
  };
  const pollBrings = async (version: string) => {
    await letPollTimeCome(page);
    await until(async () => (await onlyFeed(page)).version === version, `version ${version}`);
  };

  beforeEach(async () => {
    repository = await make(Date.now() - 3_600_000, await contentOf('2026.11.25', [FIRST]));
    serve(nginx, 'feed', repository);
    page = await firefox.launched().openOwn('options.html');
    await page.bringToFront();
    await page.waitForSelector('.add-feed');
    await page.type('.add-feed input[inputmode="url"]', `${nginx.address}feed/`);
    await page.type('.add-feed input[inputmode="text"]', fingerprintOf(repository));
    await page.click('.add-feed button[type="submit"]');
    await until(async () => (await page.$('.feed-fresh')) !== null, 'the feed to be followed');
    return async () => {
      await ask(page, 'feed-remove', { id: fingerprintOf(repository) });
      expect(await isReported(page)).toBe(false);
      await page.close();
    };
  });

  test('is followed by hand; its number is marked on an open page, and no longer once it is removed', async () => {
    expect(await isReported(page)).toBe(true);
    const post = await firefox.open('https://x.com/x');
    const marked = async () => ((await post.highlights()).reported ?? []).join();
    await until(async () => (await marked()).includes(NUMBER), 'the number to be marked');
    await publish('2026.11.26', [SECOND]);
    await letPollTimeCome(page);
    await until(async () => !(await marked()).includes(NUMBER), 'the mark to go');
  });

  test('new keys for every role are taken, and what the old ones sign no longer', async () => {
    const { keys } = copyOf(repository);
    rotate(repository, ['root', 'timestamp', 'snapshot', 'targets']);
    await publish('2026.11.26', [FIRST, SECOND]);
    await pollBrings('2026.11.26');
    const thief = { ...copyOf(repository), keys };
    republish(thief);
    serve(nginx, 'feed', thief);
    await ask(page, 'feed-update', { id: fingerprintOf(repository) });
    expect(await onlyFeed(page)).toMatchObject({ error: 'ERR_FEED_KEY_UNKNOWN', version: '2026.11.26' });
  });
});

test('Firefox says in the words that we know that no policy is set', async () => {
  const refusal = `browser.storage.managed.get().then(() => '', ({ message }) => message)`;
  expect(await firefox.launched().driver.evaluate(refusal)).toBe(NO_POLICY);
});
