/** `npm run feed` as people and machines call it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { verifyFeed } from '../../../scripts/feed/verify';

const SCRIPT = fileURLToPath(new URL('../../../scripts/feed.ts', import.meta.url));
const LISTS = fileURLToPath(new URL('../../../public/feed', import.meta.url));
const ENTRY = '--category police --publisher P --url https://a.vn/ --vi Vi --en En'.split(' ');
const demo = join(mkdtempSync(join(tmpdir(), 'feed-')), 'demo');
const printed: string[] = [];

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function feed(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', SCRIPT, ...args], (error, out, err) => {
      printed.push(out, err);
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const json = async (...args: string[]) => JSON.parse((await feed(...args, '--json')).out) as unknown;

// Each call starts a Node of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let fingerprint = '';
const began = performance.now();
beforeAll(async () => {
  ({ fingerprint } = (await json('init', demo)) as { fingerprint: string });
});

test('init demo && serve demo: a feed on loopback that a browser verifies', async () => {
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', SCRIPT, 'serve', demo, '--port', '0', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
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
  writeFileSync(table, 'Số\n0912345679\nkhông số\n0912 345 679\n');
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
  expect(await json('diff', demo)).toMatchObject({
    added: ['+84912345678', '+84912345679'],
    removed: [],
    lists: [],
  });
  expect(await json('sign', demo)).toMatchObject({ published: true });
  const { entries, version } = (await json('verify', demo)) as { entries: number; version: string };
  expect(entries).toBeGreaterThan(22);
  expect((await feed('refresh', demo)).code).toBe(0);
  expect(await json('verify', demo)).toMatchObject({ version, timestamp: 3 });
});

test('refused: exit codes tell why', async () => {
  const codes = await Promise.all([
    feed('nothing', demo),
    feed('sign'),
    feed('sign', demo, '--nothing'),
    feed('add', demo, '113', ...ENTRY),
    feed('verify', demo, '--fingerprint', 'ab'.repeat(32)),
    feed('--help'),
  ]);
  expect(codes.map(({ code }) => code)).toEqual([2, 2, 2, 1, 1, 0]);
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
