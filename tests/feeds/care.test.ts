/** What a command line must not do: print what a colleague's file tells as if it were its own, lose a secret's rights, say yes to a wrong folder. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Disk } from '../../scripts/feed/disk';
import { makeKey } from '../../scripts/feed/keys';
import { signDraft } from '../../scripts/feed/publishing';
import { remove } from '../../scripts/feed/commands/drafting';
import { feed } from '../unit/scripts/support/feed-command';
import { called, newFeedOfTwo, ONE } from './support/administrators';
import { copyOfFolder, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test('words that somebody else wrote end no line and move no cursor', async () => {
  const binh = await newFeedOfTwo();
  const an = copyOfFolder(binh);
  const evil = 'khiếu nại\n2026.11.29  1 new\u001b[2K\u001b]0;x\u0007\u009b1A\u202e\r\u2028Ký xong';
  await called(remove, binh, ONE, '--who', 'Bình', '--why', evil, '--source', 'a\nb');
  await signDraft(binh, []);
  const file = join(binh.path, 'proposal.json');
  const shown = await feed('diff', an.path, '--proposal', file);
  expect(await feed('sign', an.path, '--proposal', file)).toMatchObject({ code: 0 });
  for (const { out } of [shown, await feed('history', an.path), await feed('history', an.path, ONE)]) {
    const [line = ''] = out.split('\n').filter((one) => one.includes('khiếu nại'));
    expect(line).toContain('nobody signed this');
    expect(line).toContain('Ký xong');
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  }
  // Programs get the words as they are.
  expect((await feed('history', an.path, '--json')).out).toContain(JSON.stringify(evil).slice(1, 30));
});

test.skipIf(process.platform === 'win32')(
  'a key is its owner’s alone, also where a crash left half a file',
  async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.writing'), 'half', { mode: 0o644 });
    const disk = new Disk(folder);
    await makeKey(disk, '');
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.json'));
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  },
);

test('a folder that is none of a feed is said to be none, an address is read alone', async () => {
  const empty = newFolder();
  for (const command of ['history', 'diff', 'search', 'sizes', 'add', 'rollback', 'serve']) {
    const { code, err } = await feed(command, join(empty, 'demo'), '0912345678');
    expect([command, code, err]).toEqual([command, 2, expect.stringContaining('is no folder of a feed')]);
  }
  const address = 'https://feed.example.gov.vn/';
  for (const command of ['init', 'pull', 'add', 'diff'])
    expect(await feed(command, address, 'x')).toMatchObject({ code: 2 });
  expect(existsSync('https:')).toBe(false);
  mkdirSync(join(empty, 'public'));
  expect((await feed('history', empty)).code).toBe(0);
});

test('a number without quotes is one number, and of two that are given to one place none is passed over', async () => {
  const folder = await newFeedOfTwo();
  const entry = '--category police --publisher P --url https://a.vn/ --vi Vi --en En'.split(' ');
  const about = await feed('history', folder.path, '0292', '000', '0001', '--json');
  expect(JSON.parse(about.out)).toMatchObject({ number: ONE, entries: 1 });
  expect((await feed('add', folder.path, '0292', '000', '0009', ...entry)).code).toBe(0);
  expect(folder.draft().reported.has('+842920000009')).toBe(true);
  for (const more of [entry, ['--compact', '--category', 'police']])
    expect((await feed('add', folder.path, '02920000010', '02920000011', ...more)).code).toBe(2);
  expect(folder.draft().reported.has('+842920000010')).toBe(false);
  expect(folder.has('draft/numbers.bin')).toBe(false);
});
