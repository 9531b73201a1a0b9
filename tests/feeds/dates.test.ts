/** Dates on the command line as months go by: what a cron job does, and what whoever keeps the feed is told. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshMetadata } from '../../lib/lists/feed/client';
import type { FeedFolder } from '../../scripts/feed/folder';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { newestRoot } from '../../scripts/feed/rotation';
import { folderTransport } from '../../scripts/feed/verify';
import { ENTRY, feed } from '../unit/scripts/support/feed-command';
import { MemoryTrust } from './support/clients';
import { newFeed, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 120_000 });

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1);
const day = (days: number) => vi.setSystemTime(START + days * DAY);
beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A folder with the keys of some roles of a feed alone. */
function keysOfRoles(folder: FeedFolder, ...roles: ('timestamp' | 'snapshot' | 'targets')[]) {
  const to = newFolder();
  const root = newestRoot(folder);
  for (const id of roles.flatMap((role) => root.roles[role].keyids)) {
    const name = `${id.slice(0, 16)}.json`;
    cpSync(join(folder.path, 'keys', name), join(to, name));
  }
  return to;
}

interface Told {
  readonly until: string;
  readonly dates: readonly { readonly role: string; readonly state: string }[];
}
const roles = ({ dates }: Told, state: string) =>
  dates.filter((one) => one.state === state).map(({ role }) => role);

test('cron with the keys of timestamp and snapshot: && copies as long as browsers take it, and the warning comes in time', async () => {
  const folder = await newFeed();
  const server = newFolder();
  const keys = keysOfRoles(folder, 'timestamp', 'snapshot');
  const first = await fingerprintOf(folder);
  const trust = new MemoryTrust();
  const warned: number[] = [];
  let copied = 0;
  for (let now = 1; now < 100; now++) {
    day(now);
    // The line of docs/feeds.md.
    const { code, out, err } = await feed('refresh', folder.path, '--keys', keys, '--json');
    if (code === 0) {
      copied = now;
      cpSync(join(folder.path, 'public'), join(server, 'public'), { recursive: true });
    }
    if (err.includes('The date of targets')) warned.push(now);
    const told = JSON.parse(out) as Told;
    const polled = refreshMetadata({
      transport: folderTransport(join(server, 'public')),
      store: trust,
      fingerprint: first,
      now: () => Date.now(),
      built: 0,
    });
    if (now < 90) {
      expect([now, code], err).toEqual([now, 0]);
      await expect(polled).resolves.toBeDefined();
    } else {
      expect([now, code]).toEqual([now, 3]);
      expect(roles(told, 'expired')).toEqual(['targets']);
      await expect(polled).rejects.toMatchObject({ code: 'ERR_FEED_EXPIRED' });
    }
  }
  expect(copied).toBe(89);
  expect(warned[0]).toBe(61);
  // Where the key of the targets is, the same command ends it.
  const { code, err } = await feed('refresh', folder.path);
  expect([code, err]).toEqual([0, '']);
});

test('a root that comes near its end is told of by every command, and renewed with its keys as they are', async () => {
  const folder = await newFeed();
  day(340);
  const near = 'The date of root runs out on 2027-09-01T00:00:00Z, in 25 days. Renew it with the root keys';
  for (const command of ['refresh', 'keys', 'verify'] as const) {
    const told = await feed(command, folder.path);
    expect([command, told.code, told.err]).toEqual([command, 0, expect.stringContaining(near)]);
  }
  const signed = await feed('sign', folder.path, '--again');
  expect(signed).toMatchObject({ code: 0, err: expect.stringContaining(near) as string });
  const table = await feed('keys', folder.path);
  expect(table.out).toContain('root holds until 2027-09-01');
  expect(table.out).toContain('timestamp holds until 2027-08-14');
  const before = newestRoot(folder);
  const renewed = await feed('keys', folder.path, '--renew');
  expect([renewed.code, renewed.err]).toEqual([0, '']);
  const after = newestRoot(folder);
  expect(after.roles).toEqual(before.roles);
  expect(after.expires).toBe('2028-08-06T00:00:00Z');
  expect((await feed('verify', folder.path)).code).toBe(0);
});

test('nothing is signed under a root that has run out; renewed, the other dates follow', async () => {
  const folder = await newFeed();
  day(370);
  for (const command of ['refresh', 'sign'] as const) {
    const again = command === 'sign' ? ['--again'] : [];
    const told = await feed(command, folder.path, '--json', ...again);
    expect([command, told.code]).toEqual([command, 1]);
    expect(told.out).toContain('ERR_ROOT_EXPIRED');
    expect(told.err).toContain('keys DIR --renew');
  }
  const table = await feed('keys', folder.path);
  expect(table).toMatchObject({
    code: 0,
    err: expect.stringContaining('The date of root ran out') as string,
  });
  const read = await feed('verify', folder.path);
  expect(read).toMatchObject({ code: 1, err: expect.stringContaining('ERR_FEED_EXPIRED at root') as string });
  expect(read.err).toContain('keys DIR --renew');
  expect((await feed('keys', folder.path, '--renew')).code).toBe(0);
  expect((await feed('refresh', folder.path)).code).toBe(0);
  expect((await feed('verify', folder.path)).code).toBe(0);
});

test('a file that waits for signatures is not signed either once the root has run out', async () => {
  const folder = await newFeed([2, 2]);
  const two = keysOfRoles(folder, 'timestamp', 'snapshot');
  const [one = ''] = newestRoot(folder).roles.targets.keyids;
  cpSync(join(folder.path, 'keys', `${one.slice(0, 16)}.json`), join(two, 'one.json'));
  expect((await feed('add', folder.path, '0912345678', ...ENTRY)).code).toBe(0);
  expect((await feed('sign', folder.path, '--keys', two)).code).toBe(3);
  day(366);
  expect(await feed('sign', folder.path)).toMatchObject({
    code: 1,
    err: expect.stringContaining('keys DIR --renew') as string,
  });
});

test('--again without the key of the snapshot signs nothing, and says what is missing', async () => {
  const folder = await newFeed();
  const keys = keysOfRoles(folder, 'timestamp');
  const before = folder.published();
  const told = await feed('refresh', folder.path, '--again', '--keys', keys, '--json');
  expect(told).toMatchObject({ code: 1, out: expect.stringContaining('ERR_PUBLISH_NO_KEY') as string });
  expect(told.err).toContain('key of the snapshot');
  expect(folder.published()).toEqual(before);
  expect((await feed('refresh', folder.path, '--keys', keys)).code).toBe(0);
  expect((await feed('refresh', folder.path, '--again')).code).toBe(0);
});

test('on its last day a date has hours left, not 0 days', async () => {
  const folder = await newFeed();
  const told = async (days: number) => {
    day(days);
    return (await feed('keys', folder.path)).err;
  };
  const end = 'The date of timestamp runs out on 2026-09-08T00:00:00Z, in';
  expect(await told(5.5)).toContain(`${end} 1 day.`);
  expect(await told(6.5)).toContain(`${end} 12 hours.`);
  expect(await told(7 - 1 / 48)).toContain(`${end} less than an hour.`);
});
