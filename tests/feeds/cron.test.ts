/** The cron lines of docs/feeds.md over weeks, beside an administrator who publishes to the same server. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { FeedFolder } from '../../scripts/feed/folder';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { LOGIN, startDav, type DavServer } from '../browser/support/dav-server';
import { feed } from '../unit/scripts/support/feed-command';
import { ONE, TWO } from './support/administrators';
import { add, numbers } from './support/places';
import { newFeed, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1);
const day = (days: number) => vi.setSystemTime(START + days * DAY);
let server: DavServer;
beforeAll(async () => {
  server = await startDav('apache');
});
afterAll(() => server.close());
beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  vi.stubEnv('CANH_GIAC_PUBLISH_LOGIN', `${LOGIN.user}:${LOGIN.password}`);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Calls joined by &&: the code of the first that ends otherwise than well, or 0. */
async function chain(...calls: (readonly string[])[]): Promise<number> {
  for (const call of calls) {
    const { code } = await feed(...call);
    if (code !== 0) return code;
  }
  return 0;
}

test('pull, refresh and publish with the keys of dates alone: whoever publishes, browsers have it, and dates hold', async () => {
  const admin: FeedFolder = await newFeed();
  const fingerprint = await fingerprintOf(admin);
  const to = ['--to', server.address];
  expect(await chain(['publish', admin.path, ...to])).toBe(0);
  const [keys, cron] = [newFolder(), join(newFolder(), 'feed')];
  expect(await chain(['keys', admin.path, '--export', keys])).toBe(0);
  expect(await chain(['pull', cron, server.address, '--fingerprint', fingerprint])).toBe(0);
  const pull = ['pull', cron, server.address];
  const rest = [
    ['refresh', cron, '--keys', keys],
    ['publish', cron, ...to],
  ];
  const publishes = async (number: string) => {
    expect(await chain(['pull', admin.path, server.address])).toBe(0);
    await add(admin, number);
    expect(await chain(['publish', admin.path, ...to])).toBe(0);
  };
  for (let now = 1; now < 40; now++) {
    day(now);
    if (now === 20) {
      // Somebody publishes between two commands of the job: it writes nothing over that.
      expect(await chain(pull)).toBe(0);
      await publishes(TWO);
      expect(await chain(...rest)).toBe(1);
    } else expect([now, await chain(pull, ...rest)]).toEqual([now, 0]);
    if (now === 10) await publishes(ONE);
    const has = await numbers(server.address, fingerprint);
    expect([now, has]).toEqual([now, [...(now >= 10 ? [ONE] : []), ...(now >= 20 ? [TWO] : [])]]);
  }
});
