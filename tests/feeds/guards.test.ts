/** One step must not make an official number free to be reported, and report it. */
import { expect, test, vi } from 'vitest';
import { add as addCommand } from '../../scripts/feed/commands/drafting';
import { diff } from '../../scripts/feed/commands/diff';
import { sign as signCommand } from '../../scripts/feed/commands/publishing';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signDraft } from '../../scripts/feed/publishing';
import { ENTRY } from '../unit/scripts/support/feed-command';
import {
  add,
  administrators,
  called,
  editDirectory,
  line,
  newFeedOfTwo,
  sign,
  type Directory,
} from './support/administrators';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A hotline of this feed alone: no browser has it in the directory that comes with it. */
const OURS = '+842920000099';
const ASKED = { objections: [{ code: 'official', numbers: [OURS] }] };

async function withHotline(): Promise<FeedFolder> {
  const folder = await newFeedOfTwo();
  editDirectory(folder, ({ hotlines }) => hotlines.push({ ...hotlines[0], number: OURS }));
  await sign(folder);
  return folder;
}

const without = (directory: Directory) => {
  directory.hotlines = directory.hotlines.filter(({ number }) => number !== OURS);
};

let an: FeedFolder;
let binh: FeedFolder;
administrators(withHotline, (folders) => ([, an, binh] = folders));

test.each([
  ['printed reports', ENTRY],
  ['the compact set', ['--compact', '--category', 'police']],
] as const)(
  'a number that the draft takes out of the directory is asked about, in %s',
  async (_name, entry) => {
    editDirectory(an, without);
    await expect(async () => called(addCommand, an, OURS, ...entry)).rejects.toMatchObject(ASKED);
    await called(addCommand, an, OURS, ...entry, '--allow', 'official');
    await expect(called(signCommand, an)).rejects.toMatchObject(ASKED);
    expect((await called(signCommand, an, '--allow', 'official')).data).toMatchObject({ published: true });
  },
);

test('also one that the draft puts in, and one of the directory that every browser has', async () => {
  // One that no other part of the directory names.
  const all = JSON.stringify(an.draft().directory);
  const [embedded = ''] = (an.draft().directory as Directory).hotlines
    .map(({ number }) => number)
    .filter((number) => number.startsWith('+84') && number !== OURS && all.split(`"${number}"`).length === 2);
  editDirectory(an, (directory) => {
    directory.hotlines = directory.hotlines.filter(({ number }) => number !== embedded);
  });
  await sign(an);
  await expect(async () => called(addCommand, an, embedded, ...ENTRY)).rejects.toMatchObject({
    objections: [{ code: 'official', numbers: [embedded] }],
  });
  const fresh = '+842920000098';
  editDirectory(an, ({ hotlines }) => hotlines.push({ ...hotlines[0], number: fresh }));
  await expect(async () => called(addCommand, an, fresh, ...ENTRY)).rejects.toMatchObject({
    objections: [{ code: 'official' }],
  });
});

test('who signs a colleague’s file is asked the same, and sees why', async () => {
  editDirectory(binh, without);
  add(binh, line(OURS));
  await signDraft(binh, [], new Set(['official']));
  const file = ['--proposal', `${binh.path}/proposal.json`];
  await expect(called(signCommand, an, ...file)).rejects.toMatchObject(ASKED);
  expect((await called(signCommand, an, ...file, '--allow', 'official')).data).toMatchObject({
    published: true,
  });
});

test('diff says why the draft changes numbers, and why a colleague’s file does', async () => {
  const why = ['--who', 'Bình', '--why', 'ba đơn'];
  await called(addCommand, binh, '+842920000005', ...ENTRY, ...why);
  expect((await called(diff, binh)).lines.at(-1)).toBe('  +842920000005 - Bình: ba đơn');
  await signDraft(binh, []);
  const { lines, data } = await called(diff, an, '--proposal', `${binh.path}/proposal.json`);
  expect(lines.at(-1)).toBe('  +842920000005 - Bình: ba đơn, told in its file; nobody signed this');
  expect(data.reasons).toMatchObject([{ who: 'Bình', told: true }]);
});
