/** A feed that was made in the console, on the command line: its holders' files are opened, and a server gets keys of dates alone. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { emptyContent, firstPublication, makeKeys, type MadeKey } from '../../lib/admin/keys/ceremony';
import { holderFile } from '../../lib/admin/keys/holder-file';
import { FeedFolder } from '../../scripts/feed/folder';
import { newestRoot } from '../../scripts/feed/rotation';
import { ENTRY, feed, json, printed } from '../unit/scripts/support/feed-command';
import { newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
afterEach(() => void vi.unstubAllEnvs());

const WORDS = 'con mèo trèo cây cau';
const VARIABLE = 'CANH_GIAC_FEED_PASSPHRASE';
const role = { holders: ['An'], threshold: 1 };

let keys: MadeKey[];
let server: string;
let holder: string;
let words: string;
let fingerprint: string;
beforeAll(async () => {
  const plan = { root: role, targets: role, snapshot: role, timestamp: role };
  keys = await makeKeys(plan);
  const info = {
    format: 1,
    version: '2026.11.1',
    published: '2026-11-01',
    name: { vi: 'Sở', en: 'Office' },
  } as const;
  const first = await firstPublication(plan, keys, emptyContent(info), Date.now());
  ({ fingerprint } = first);
  server = newFolder();
  for (const [path, bytes] of first.files) {
    mkdirSync(dirname(join(server, path)), { recursive: true });
    writeFileSync(join(server, path), bytes);
  }
  const desk = newFolder();
  [holder, words] = [join(desk, 'an.json'), join(desk, 'words')];
  writeFileSync(holder, await holderFile(keys, 'Sở', '2026-11-01T00:00:00Z', WORDS));
  writeFileSync(words, `${WORDS}\n`);
});

/** A folder with what the console published. */
async function copy(): Promise<string> {
  const folder = join(newFolder(), 'copy');
  expect((await feed('pull', folder, server, '--fingerprint', fingerprint)).code).toBe(0);
  return folder;
}

test('the passphrase comes from a file or the environment, and opens the file of a holder', async () => {
  const folder = await copy();
  const locked = await feed('refresh', folder, '--keys', holder);
  expect(locked).toMatchObject({ code: 1, err: expect.stringContaining(VARIABLE) as string });
  expect(locked.err).toContain('--passphrase-file');
  vi.stubEnv(VARIABLE, 'con mèo trèo cây cam');
  const wrong = await feed('refresh', folder, '--keys', holder, '--json');
  expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('ERR_PASSPHRASE') as string });
  expect(wrong.err).toContain(`The passphrase does not open ${holder}`);
  vi.stubEnv(VARIABLE, WORDS);
  expect((await feed('refresh', folder, '--keys', holder)).code).toBe(0);
  vi.unstubAllEnvs();
  expect((await feed('add', folder, '0912345678', ...ENTRY)).code).toBe(0);
  expect((await feed('sign', folder, '--keys', holder, '--passphrase-file', words)).code).toBe(0);
  expect((await feed('verify', folder)).code).toBe(0);
  expect((await feed('refresh', folder, '--keys', holder, '--passphrase-file', `${words}.no`)).code).toBe(1);
});

test('the table tells whose keys are here without the passphrase, and leaves a holder’s file in peace', async () => {
  const folder = await copy();
  mkdirSync(join(folder, 'keys'));
  cpSync(holder, join(folder, 'keys', 'an.json'));
  const told = await feed('keys', folder);
  expect(told).toMatchObject({ code: 0 });
  expect(told.out).not.toContain('not here');
  expect(told.out).not.toContain('in no role');
  const turned = await feed('keys', folder, '--rotate', 'timestamp', '--passphrase-file', words);
  expect(turned).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'keys'))).toContain('an.json');
  expect((await feed('keys', folder, '--renew', '--passphrase-file', words)).code).toBe(0);
});

test('a server gets the keys of timestamp and snapshot alone, and they refresh', async () => {
  const folder = await copy();
  const to = join(newFolder(), 'server-keys');
  const call = ['keys', folder, '--keys', holder, '--passphrase-file', words, '--export', to];
  expect((await feed(...call, '--role', 'targets')).code).toBe(2);
  expect(await feed(...call)).toMatchObject({ code: 0 });
  const files = readdirSync(to).filter((name) => name.endsWith('.json'));
  const publics = files.map((name) => {
    if (process.platform !== 'win32') expect(statSync(join(to, name)).mode & 0o777).toBe(0o600);
    return (JSON.parse(readFileSync(join(to, name), 'utf8')) as { public: string }).public;
  });
  const dates = keys.filter(({ role: name }) => name === 'timestamp' || name === 'snapshot');
  expect(publics.sort()).toEqual(dates.map(({ pair }) => pair.public).sort());
  expect((await feed('refresh', folder, '--keys', to)).code).toBe(0);
  expect((await feed('sign', folder, '--again', '--keys', to)).code).toBe(3);
});

test('a key that lies in two places counts once', async () => {
  const folder = await copy();
  const open = ['--keys', holder, '--passphrase-file', words];
  const own = [newFolder(), newFolder()] as const;
  const publics: string[] = [];
  for (const path of own)
    publics.push(((await json('keys', '--make-key', path)) as { public: string }).public);
  const use = ['--role', 'timestamp', '--use', publics.join(','), '--threshold', '2'];
  const both = own.flatMap((path) => ['--keys', path]);
  expect((await feed('keys', folder, ...use, ...open, ...both)).code).toBe(0);
  const [file = ''] = readdirSync(own[0]);
  const { secret } = JSON.parse(readFileSync(join(own[0], file), 'utf8')) as { secret: string };
  vi.stubEnv('CANH_GIAC_FEED_KEYS', secret);
  const to = join(newFolder(), 'server-keys');
  const told = await feed('keys', folder, '--keys', own[0], '--role', 'timestamp', '--export', to);
  expect(told).toMatchObject({ code: 1, err: 'Of timestamp, 1 of 2 keys are here.\n' });
  expect(existsSync(to)).toBe(false);
});

test('a call changes keys in one way: nothing of what was asked for is dropped', async () => {
  const folder = await copy();
  const open = ['--keys', holder, '--passphrase-file', words];
  const root = newestRoot(FeedFolder.at(folder)).version;
  const to = join(newFolder(), 'never');
  for (const ways of [
    ['--renew', '--export', to],
    ['--rotate', 'timestamp', '--renew'],
    ['--renew', '--role', 'timestamp', '--use', 'ab'.repeat(32)],
    ['--rotate', 'timestamp', '--export', to],
    ['--renew', '--make-key', to],
  ]) {
    const told = await feed('keys', folder, ...ways, ...open);
    expect([ways, told.code]).toEqual([ways, 2]);
    expect(told.err).toContain('one at a time');
  }
  for (const more of [
    ['--role', 'targets', '--threshold', '2'],
    ['--rotate', 'timestamp', '--threshold', '2'],
    ['--renew', '--role', 'targets'],
  ]) {
    const told = await feed('keys', folder, ...more, ...open);
    expect([more, told.code]).toEqual([more, 2]);
    expect(told.err).toContain('goes with');
  }
  expect(existsSync(to)).toBe(false);
  expect(newestRoot(FeedFolder.at(folder)).version).toBe(root);
});

test('neither passphrase nor secret was printed', () => {
  for (const text of printed) {
    expect(text).not.toContain(WORDS);
    for (const { pair } of keys) expect(text).not.toContain(pair.secret.slice(-40));
  }
});
