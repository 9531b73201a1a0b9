/** `publish`: the console's places from the command line, before real servers: Apache keeps to conditions, nginx does not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FeedFolder } from '../../scripts/feed/folder';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { verifyFeed } from '../../scripts/feed/verify';
import { LOGIN, startDav, type DavServer } from '../browser/support/dav-server';
import { feed, printed } from '../unit/scripts/support/feed-command';
import { ONE, THREE, TWO } from './support/administrators';
import { add, numbers, real, watchWrites } from './support/places';
import { copyOfFolder, newFeed, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const VARIABLE = 'CANH_GIAC_PUBLISH_LOGIN';
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe.each(['apache', 'nginx'] as const)('WebDAV: %s', (kind) => {
  let server: DavServer;
  let made: FeedFolder;
  let fingerprint: string;
  beforeAll(async () => {
    server = await startDav(kind);
    made = await newFeed();
    fingerprint = await fingerprintOf(made);
  });
  afterAll(() => server.close());

  /** A place of its own for each test. */
  let places = 0;
  const place = () => {
    const name = `so-${String((places += 1))}`;
    mkdirSync(join(server.root, name));
    return `${server.address}${name}/`;
  };
  const publish = (folder: FeedFolder, to: string, ...more: string[]) => {
    vi.stubEnv(VARIABLE, `${LOGIN.user}:${LOGIN.password}`);
    return feed('publish', folder.path, '--to', to, '--json', ...more);
  };
  /** The server goes away when the snapshot of the second version comes. */
  const stopAtSnapshot = () =>
    watchWrites(async (path) => {
      if (path.endsWith('2.snapshot.json')) await server.stop();
    });
  const published = async (folder: FeedFolder, to: string, ...more: string[]) => {
    const { code, out, err } = await publish(folder, to, ...more);
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out) as { readonly files: number; readonly already: boolean; oneAtATime: boolean };
  };

  test('an empty place gets the whole feed, the timestamp last; then what is new alone; then nothing', async () => {
    const [to, folder] = [place(), copyOfFolder(made)];
    const first = watchWrites();
    expect(await published(folder, to)).toMatchObject({ already: false, oneAtATime: kind === 'nginx' });
    expect(first.at(-1)).toBe('metadata/timestamp.json');
    expect(await numbers(to, fingerprint)).toEqual([]);
    await add(folder, ONE);
    const second = watchWrites();
    const { files } = await published(folder, to);
    expect(files).toBeLessThan(first.length);
    expect(second.at(-1)).toBe('metadata/timestamp.json');
    expect(await numbers(to, fingerprint)).toEqual([ONE]);
    const third = watchWrites();
    expect(await published(folder, to)).toMatchObject({ already: true });
    expect(third.filter((path) => !path.endsWith('1.root.json'))).toEqual([]);
  });

  test('dates and keys go up: a browser that followed goes on', async () => {
    const [to, folder] = [place(), copyOfFolder(made)];
    await published(folder, to);
    expect((await feed('refresh', folder.path)).code).toBe(0);
    expect(await published(folder, to)).toMatchObject({ files: 1 });
    expect((await verifyFeed(to, fingerprint)).timestamp).toBe(2);
    expect((await feed('keys', folder.path, '--renew')).code).toBe(0);
    await published(folder, to);
    expect((await feed('keys', folder.path, '--rotate', 'timestamp')).code).toBe(0);
    const writes = watchWrites();
    await published(folder, to);
    expect(writes).toContain('metadata/3.root.json');
    expect((await real(`${to}metadata/2.root.json`)).status).toBe(200);
    expect((await verifyFeed(to, fingerprint)).timestamp).toBe(3);
  });

  test('somebody published meanwhile: nothing is written over it, and pull is the way on', async () => {
    const [to, an, binh] = [place(), copyOfFolder(made), copyOfFolder(made)];
    await published(an, to);
    await add(binh, TWO);
    await published(binh, to);
    await add(an, ONE);
    const late = await publish(an, to);
    expect(late.code).toBe(1);
    expect(JSON.parse(late.out)).toMatchObject({ error: { code: 'ERR_PLACE_CONFLICT' } });
    expect(late.err).toContain('pull DIR');
    expect(await numbers(to, fingerprint)).toEqual([TWO]);
    expect((await feed('pull', an.path, to)).code).toBe(0);
    expect((await feed('sign', an.path)).code).toBe(0);
    await published(an, to);
    expect(await numbers(to, fingerprint)).toEqual([ONE, TWO]);
  });

  test('two over one version, one of them twice: pull refuses, --over publishes, and the other pulls', async () => {
    const [to, an, binh] = [place(), copyOfFolder(made), copyOfFolder(made)];
    await published(an, to);
    await add(binh, TWO);
    await published(binh, to);
    await add(an, ONE);
    await add(an, THREE);
    expect(await publish(an, to)).toMatchObject({ code: 1 });
    expect(await feed('pull', an.path, to)).toMatchObject({ code: 1 });
    await published(an, to, '--over');
    expect((await feed('pull', binh.path, to)).code).toBe(0);
    expect((await feed('sign', binh.path)).code).toBe(0);
    await published(binh, to);
    expect(await numbers(to, fingerprint)).toEqual([ONE, TWO, THREE]);
  });

  test('--over what somebody else published meanwhile under as new a timestamp: it is told as theirs, and signed past', async () => {
    const [to, an, binh] = [place(), copyOfFolder(made), copyOfFolder(made)];
    await published(an, to);
    await add(binh, TWO);
    await published(binh, to);
    await add(an, ONE);
    const level = await publish(an, to, '--over');
    expect([level.code, level.err]).toEqual([1, expect.stringContaining('somebody else published there')]);
    expect(level.err).not.toContain('dates were signed elsewhere');
    expect(level.err).toContain('(sign DIR --again, 1 time; then publish --over)');
    expect(JSON.parse(level.out)).toMatchObject({ error: { code: 'ERR_PLACE_CONFLICT' } });
    expect(await numbers(to, fingerprint)).toEqual([TWO]);
    expect((await feed('sign', an.path, '--again')).code).toBe(0);
    await published(an, to, '--over');
    expect(await numbers(to, fingerprint)).toEqual([ONE]);
  });

  test('dates that were signed elsewhere meanwhile are not passed by a timestamp of the same version', async () => {
    const [to, an, cron] = [place(), copyOfFolder(made), copyOfFolder(made)];
    await published(an, to);
    await feed('refresh', cron.path);
    await published(cron, to);
    await feed('refresh', cron.path);
    await published(cron, to);
    await add(an, ONE);
    const late = await publish(an, to);
    expect([late.code, late.err]).toEqual([
      1,
      expect.stringContaining('(refresh DIR, 2 times; then publish'),
    ]);
    for (let times = 0; times < 2; times++) expect((await feed('refresh', an.path)).code).toBe(0);
    await published(an, to);
    expect(await numbers(to, fingerprint)).toEqual([ONE]);
  });

  test('the server goes away in the middle: browsers keep the old version, the next call goes on', async () => {
    const [to, folder] = [place(), copyOfFolder(made)];
    await published(folder, to);
    await add(folder, ONE);
    stopAtSnapshot();
    const broken = await publish(folder, to);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('ERR_PLACE_NETWORK');
    expect(broken.err).toContain('goes on where it stopped');
    await server.start();
    vi.unstubAllGlobals();
    expect(await numbers(to, fingerprint)).toEqual([]);
    expect((await real(`${to}metadata/2.targets.json`)).status).toBe(200);
    await published(folder, to);
    expect(await numbers(to, fingerprint)).toEqual([ONE]);
  });

  test('files of a publication that was given up are not written over, and passed by', async () => {
    const [to, folder, lost] = [place(), copyOfFolder(made), copyOfFolder(made)];
    await published(folder, to);
    await add(lost, TWO);
    stopAtSnapshot();
    expect(await publish(lost, to)).toMatchObject({ code: 1 });
    await server.start();
    vi.unstubAllGlobals();
    await add(folder, ONE);
    const stuck = await publish(folder, to);
    expect(stuck.out).toContain('ERR_PLACE_LEFTOVERS');
    expect(stuck.err).toContain('sign DIR --again');
    expect((await feed('sign', folder.path, '--again')).code).toBe(0);
    await published(folder, to);
    expect(await numbers(to, fingerprint)).toEqual([ONE]);
  });

  test('a wrong password, another feed, and a call that is wrong are told from each other', async () => {
    const [to, folder] = [place(), copyOfFolder(made)];
    await published(folder, to);
    await add(folder, ONE);
    const file = join(newFolder(), 'login');
    writeFileSync(file, `${LOGIN.user}:sai mat khau\n`);
    const refused = await publish(folder, to, '--login-file', file);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('the login was refused')]);
    writeFileSync(file, `${LOGIN.user}:${LOGIN.password}\n`);
    const other = await newFeed();
    const another = await publish(other, to, '--login-file', file);
    expect([another.code, another.out]).toEqual([1, expect.stringContaining('ERR_PLACE_OTHER')]);
    for (const wrong of [
      'http://feed.example.gov.vn/',
      'ftp://a.vn/',
      'x',
      to.replace('//', '//a:matkhau@'),
      `${to}#mat`,
      `${to}#`,
      `${to}?`,
    ]) {
      const { code, err } = await publish(folder, wrong);
      expect([wrong, code]).toEqual([wrong, 2]);
      expect(err).not.toContain('matkhau');
    }
    expect((await feed('publish', folder.path)).code).toBe(2);
    const nowhere = await publish(folder, `${to}no/such/`);
    expect([nowhere.code, nowhere.out]).toEqual([1, expect.stringContaining('ERR_PLACE_ADDRESS')]);
    expect(await numbers(to, fingerprint)).toEqual([]);
  });
});

test('no password and no secret was printed', () => {
  for (const text of printed)
    for (const secret of [LOGIN.password, 'sai mat khau']) expect(text).not.toContain(secret);
});
