/** `npm run feed` as people and machines call it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { BlockView } from '../../../lib/lists/compact/block';
import { keyOf } from '../../../lib/lists/compact/number-key';
import { countClass, unpackRecord } from '../../../lib/lists/compact/record';
import { publishedNumbers } from '../../../lib/lists/publish/content';
import { FeedFolder } from '../../../scripts/feed/folder';
import { verifyFeed } from '../../../scripts/feed/verify';
import { ENTRY, FEED, feed, feedProcess, json, printed } from './support/feed-command';

const LISTS = fileURLToPath(new URL('../../../public/feed', import.meta.url));
const demo = join(mkdtempSync(join(tmpdir(), 'feed-')), 'demo');

// Some of the calls start a Node of their own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let fingerprint = '';
const began = performance.now();
beforeAll(async () => {
  const made = await feedProcess('init', demo, '--json');
  ({ fingerprint } = JSON.parse(made.out) as { fingerprint: string });
});

test('init demo && serve demo: a feed on loopback that a browser verifies', async () => {
  const server = spawn(process.execPath, [...FEED, 'serve', demo, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    console.log(`init and serve: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const served = JSON.parse(line.toString()) as { address: string; fingerprint: string };
    expect(served.fingerprint).toBe(fingerprint);
    const { content } = await verifyFeed(served.address, fingerprint);
    expect(content.reported?.entries.size).toBeGreaterThan(20);
    await expect(verifyFeed(served.address, 'ab'.repeat(32))).rejects.toMatchObject({
      code: 'ERR_FEED_FINGERPRINT',
    });
    const poll = await fetch(`${served.address}metadata/timestamp.json`);
    expect(poll.headers.get('access-control-allow-origin')).toBe('*');
    expect(poll.headers.get('cache-control')).toBe('no-store');
    expect((await poll.arrayBuffer()).byteLength).toBeLessThanOrEqual(1024);
    expect((await fetch(`${served.address}metadata/2.root.json`)).status).toBe(404);
    expect((await fetch(`${served.address}../keys/`)).status).toBe(404);
  } finally {
    server.kill('SIGKILL');
  }
});

test('the lists in public/feed are what the command makes of them', async () => {
  const to = mkdtempSync(join(tmpdir(), 'lists-'));
  expect(await json('export', demo, '--to', to)).toMatchObject({ files: expect.any(Array) as string[] });
  expect(readdirSync(to).sort()).toEqual(readdirSync(LISTS).sort());
  for (const name of readdirSync(LISTS)) {
    // A fault here: npm run feed -- init X && npm run feed -- export X --to public/feed
    expect(readFileSync(join(to, name), 'utf8') === readFileSync(join(LISTS, name), 'utf8'), name).toBe(true);
  }
});

test('add, import, diff, sign, verify: a day of work', async () => {
  expect(await feed('add', demo, '0912 345 678', ...ENTRY)).toMatchObject({ code: 0 });
  const table = join(mkdtempSync(join(tmpdir(), 'table-')), 'numbers.csv');
  writeFileSync(table, 'Số,date,url\n0912345679\nkhông số,hôm qua,không\n0912 345 679\n');
  const imported = await feed(
    'import',
    demo,
    table,
    '--columns',
    'number=Số',
    '--date',
    '2026-11-28',
    ...ENTRY,
  );
  expect(imported.code).toBe(1);
  expect(imported.out).toContain('numbers.csv:3: number: "không số" is not one phone number');
  expect(imported.out).toContain('numbers.csv:4: +84912345679 says the same as line 2; merged');
  expect(imported.out).toContain(
    '3 rows read: 1 new in the draft, 0 known already, 1 duplicate merged, 1 row with faults, 0 left out.',
  );
  expect(await json('diff', demo)).toMatchObject({
    added: ['+84912345678', '+84912345679'],
    removed: [],
    lists: [],
  });
  expect(await json('sign', demo)).toMatchObject({ published: true });
  const { entries, version } = (await json('verify', demo)) as { entries: number; version: string };
  expect(entries).toBeGreaterThan(22);
  expect(await json('sign', demo)).toMatchObject({ published: false, unchanged: true, version });
  expect((await feed('refresh', demo)).code).toBe(0);
  expect(await json('verify', demo)).toMatchObject({ version, timestamp: 3 });
});

test('a compact set: imported, changed number by number, published as deltas, guarded', async () => {
  const table = join(mkdtempSync(join(tmpdir(), 'table-')), 'millions.csv');
  const rows = Array.from(
    { length: 600 },
    (_, i) => `09${String(30_000_000 + i * 7)};${i % 3 === 0 ? 'bank' : 'shop'};05/2026;${i + 1}`,
  );
  writeFileSync(
    table,
    ['Số;Loại;Tháng;Lần', ...rows, 'không số;bank;05/2026;1', '0930000007;bank;13/2026;1'].join('\n'),
  );
  const columns = ['number=Số', 'category=Loại', 'last=Tháng', 'count=Lần'].flatMap((one) => [
    '--columns',
    one,
  ]);
  const imported = await feed('import', demo, table, '--compact', ...columns);
  expect(imported).toMatchObject({ code: 1 });
  expect(imported.out).toContain('millions.csv:602: number: "không số" is not one phone number');
  expect(imported.out).toContain('millions.csv:603: last: months');
  expect(imported.out).toContain("602 rows read: 600 new in the draft's compact set");
  expect(await json('diff', demo)).toMatchObject({ added: [], numbers: { changed: [], removed: [] } });
  // The first list of a set is as long as it is; the next addition of so many is asked about.
  expect(await json('sign', demo)).toMatchObject({ published: true });
  expect(await json('diff', demo)).toMatchObject({ numbers: { added: [], changed: [], removed: [] } });

  const one = [
    '--compact',
    '--category',
    'police',
    '--last',
    '2026-11',
    '--count',
    '12',
    '--status',
    'confirmed',
  ];
  expect(await json('add', demo, '0912 000 001', ...one)).toMatchObject({ added: 1, held: 601 });
  expect(await json('add', demo, '0930 000 007', ...one)).toMatchObject({ added: 0, changed: 1 });
  expect(await json('remove', demo, '0930 000 014', '--compact')).toMatchObject({ removed: 1, held: 600 });
  expect((await feed('remove', demo, '0930 000 015', '--compact')).code).toBe(1);
  expect((await feed('add', demo, '113', ...one)).code).toBe(1);
  expect((await feed('add', demo, '02923811502', ...one)).code).toBe(4);
  expect(await json('diff', demo)).toMatchObject({
    numbers: { added: ['+84912000001'], changed: ['+84930000007'], removed: ['+84930000014'] },
  });
  expect(await json('sign', demo)).toMatchObject({ published: true });

  const targets = FeedFolder.at(demo).publishedTargets(FeedFolder.at(demo).published());
  const set = await publishedNumbers(targets);
  const views = (set?.blocks ?? []).map((block) => new BlockView(block));
  const recordOf = (number: string) => {
    const found = views.map((view) => view.find(keyOf(number) ?? -1)).find((record) => record !== undefined);
    return found === undefined ? undefined : unpackRecord(found);
  };
  const record = {
    category: 2,
    first: '2026-11',
    last: '2026-11',
    count: countClass(12),
    status: 'confirmed',
  };
  expect(set?.categories).toEqual(['bank', 'shop', 'police']);
  expect([recordOf('+84912000001'), recordOf('+84930000007')]).toEqual([record, record]);
  expect(recordOf('+84930000014')).toBeUndefined();
  // A browser that had the first list takes one delta.
  expect([...targets.keys()].filter((name) => name.startsWith('deltas/')).length).toBeGreaterThan(0);
  await verifyFeed(join(demo, 'public'), fingerprint);
});

test('two must sign: the first leaves a file and says so, the second publishes', async () => {
  const two = join(mkdtempSync(join(tmpdir(), 'feed-')), 'two');
  await json('init', two);
  const people = [mkdtempSync(join(tmpdir(), 'key-')), mkdtempSync(join(tmpdir(), 'key-'))];
  const [a = '', b = ''] = people;
  const publics: string[] = [];
  for (const path of people)
    publics.push(((await json('keys', '--make-key', path)) as { public: string }).public);
  const keys = (...paths: string[]) => [join(two, 'keys'), ...paths].flatMap((path) => ['--keys', path]);
  const change = ['--role', 'targets', '--use', publics.join(','), '--threshold', '2'];
  expect((await feed('keys', two, ...change, ...keys(a, b))).code).toBe(0);

  await json('add', two, '0912 345 678', ...ENTRY);
  const before = await json('verify', two);
  const first = await feed('sign', two, ...keys(a));
  expect(first).toMatchObject({
    code: 3,
    out: expect.stringContaining('1 of 2 signatures for targets') as string,
  });
  expect(await json('verify', two)).toEqual(before);
  const proposal = ['--proposal', join(two, 'proposal.json')];
  expect(await json('diff', two, ...proposal)).toMatchObject({ added: ['+84912345678'] });
  // The same person again is not a second one.
  expect((await feed('sign', two, ...proposal, ...keys(a))).code).toBe(3);
  expect(await json('sign', two, ...proposal, ...keys(b))).toMatchObject({ published: true });
  expect(await json('verify', two)).not.toEqual(before);
});

test('refused: exit codes tell why', async () => {
  const codes = await Promise.all([
    feedProcess('nothing', demo),
    feed('sign'),
    feed('sign', demo, '--nothing'),
    feed('add', demo, '113', ...ENTRY),
    feed('verify', demo, '--fingerprint', 'ab'.repeat(32)),
    feed('--help'),
  ]);
  expect(codes.map(({ code }) => code)).toEqual([2, 2, 2, 1, 1, 0]);
  const short = await feed('add', demo, '113', ...ENTRY);
  expect(short.err).toContain('Short and emergency numbers are never reported');
  expect(short.err).not.toContain('--allow');
  const missing = join(demo, 'no-such-file');
  for (const call of [
    ['sign', demo, '--proposal', missing],
    ['diff', demo, '--proposal', missing],
    ['import', demo, missing],
  ])
    expect(await feed(...call)).toEqual({ code: 2, out: '', err: `There is no file ${missing}.\n` });
  // Alone: one command at a time works in a folder.
  expect((await feed('init', demo)).code).toBe(2);
  expect(await feed('add', demo, '02923811502', ...ENTRY)).toMatchObject({
    code: 4,
    err: expect.stringContaining('--allow official') as string,
  });
  expect(await json('add', demo, '02923811502', ...ENTRY, '--allow', 'official')).toMatchObject({ added: 1 });
  // Whoever signs says yes as well: somebody else may have edited the draft.
  expect((await feed('sign', demo)).code).toBe(4);
  expect(await json('sign', demo, '--allow', 'official')).toMatchObject({ published: true });
});

test('no secret was printed, and none lies in what the web server gives', () => {
  const secrets = readdirSync(join(demo, 'keys')).map((name) => {
    const { secret } = JSON.parse(readFileSync(join(demo, 'keys', name), 'utf8')) as { secret: string };
    return secret.slice(-40);
  });
  expect(secrets).toHaveLength(4);
  const open = readdirSync(join(demo, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  for (const text of [...printed, ...open]) for (const secret of secrets) expect(text).not.toContain(secret);
});
