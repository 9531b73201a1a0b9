/** Why entries of the directory and of other lists change: said at sign, pull and rollback, kept in the history. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Directory as WholeDirectory } from '../../lib/lists/schema-directory';
import { diff } from '../../scripts/feed/commands/diff';
import { remove } from '../../scripts/feed/commands/drafting';
import { history } from '../../scripts/feed/commands/history';
import { sign as signCommand } from '../../scripts/feed/commands/publishing';
import { rollback } from '../../scripts/feed/commands/rollback';
import { ConfirmError } from '../../scripts/feed/call';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signDraft } from '../../scripts/feed/publishing';
import {
  add,
  called,
  copyPublic,
  editDirectory,
  line,
  ONE,
  pullInto,
  sign,
  THREE,
} from './support/administrators';
import { an, binh } from './support/an-and-binh';

/** Thanh tra Sở. */
const OFFICIAL = '+842923899588';
const WHY = ['--who', 'An', '--why', 'đổi giá', '--source', 'công văn 7'];
const REASON = { who: 'An', why: 'đổi giá', source: 'công văn 7' };

interface Told {
  who: string;
  why: string;
  source: string;
  told?: boolean;
  numbers: string[];
  entries?: { list: string; part: string; key: string }[];
}

async function reasonsOf(folder: FeedFolder) {
  const { data } = await called(history, folder);
  const { versions, draft } = data as { versions: { reasons: Told[] }[]; draft: Told[] };
  return { published: versions.at(-1)?.reasons ?? [], draft };
}

const price = (folder: FeedFolder, at: number, vi: string) => {
  editDirectory(folder, ({ hotlines }) => {
    const hotline = hotlines[at];
    if (hotline) hotline.cost = { vi, en: vi };
  });
};
const keysOfEntries = (reasons: readonly Told[]) =>
  reasons.flatMap(({ why, entries = [] }) => entries.map(({ list, part }) => [why, list, part]));

test('sign says it of all that nothing was said of; what was said before stands', async () => {
  await called(remove, an, ONE, '--why', 'khiếu nại');
  add(an, line(THREE));
  price(an, 0, 'x');
  await called(signCommand, an, ...WHY);
  const { published, draft } = await reasonsOf(an);
  expect(draft).toEqual([]);
  expect(published).toMatchObject([
    { why: 'khiếu nại', numbers: [ONE] },
    { ...REASON, numbers: [THREE], entries: [{ list: 'directory', part: 'hotlines' }] },
  ]);
  expect(published[0]?.entries).toBeUndefined();
  expect((await called(history, an)).lines.join('\n')).toMatch(
    /\+842920000003, directory hotlines \S+ - An: đổi giá \(công văn 7\)/,
  );
});

test('a signing that is refused says nothing: the next one says it', async () => {
  add(an, line(OFFICIAL));
  price(an, 0, 'x');
  await expect(called(signCommand, an, '--why', 'lần một')).rejects.toThrow(ConfirmError);
  expect((await reasonsOf(an)).draft).toEqual([]);
  await called(signCommand, an, ...WHY, '--allow', 'official');
  expect((await reasonsOf(an)).published.map(({ why }) => why)).toEqual(['đổi giá']);
});

test('the file of a proposal tells it to who signs next, and that one’s history has it as told', async () => {
  price(binh, 0, 'x');
  await signDraft(binh, [], undefined, { said: { who: 'Bình', why: 'vì Bình', source: '' } });
  const file = join(binh.path, 'proposal.json');
  const { data, lines } = await called(diff, an, '--proposal', file);
  expect(keysOfEntries(data.reasons as Told[])).toEqual([['vì Bình', 'directory', 'hotlines']]);
  expect(lines.at(-1)).toContain('told in its file');
  await expect(called(signCommand, an, '--proposal', file, ...WHY)).rejects.toThrow('of a draft');
  await called(signCommand, an, '--proposal', file);
  expect((await reasonsOf(an)).published).toMatchObject([
    { who: 'Bình', told: true, entries: [{ list: 'directory' }] },
  ]);
  // Whoever drafted it has it as their own.
  copyPublic(an, binh);
  await pullInto(binh);
  expect((await reasonsOf(binh)).published).toMatchObject([{ why: 'vì Bình', entries: [{}] }]);
  expect((await reasonsOf(binh)).published[0]?.told).toBeUndefined();
});

test('pull says why a side of one’s own is kept; it waits with the draft and is published with it', async () => {
  price(an, 0, 'của An');
  add(an, line(ONE, 'tax'));
  price(binh, 0, 'của Bình');
  await sign(binh);
  copyPublic(binh, an);
  await pullInto(an, '--ours', 'all', ...WHY);
  const { draft } = await reasonsOf(an);
  expect(draft).toMatchObject([{ ...REASON, entries: [{ list: 'directory', part: 'hotlines' }] }]);
  await sign(an);
  const { published, draft: left } = await reasonsOf(an);
  expect(left).toEqual([]);
  expect(published).toMatchObject([REASON]);
});

test('of theirs nothing is said, and nothing without words', async () => {
  for (const args of [
    ['--theirs', 'all', ...WHY],
    ['--ours', 'all'],
  ]) {
    const [mine, theirs] = [an, binh];
    price(mine, 0, `của An ${String(args.length)}`);
    price(theirs, 0, `của Bình ${String(args.length)}`);
    await sign(theirs);
    copyPublic(theirs, mine);
    await pullInto(mine, ...args);
    expect((await reasonsOf(mine)).draft).toEqual([]);
  }
});

test('a whole directory that is kept: each entry of theirs that goes by it has the reason', async () => {
  const whole = (folder: FeedFolder) => folder.draft().directory as WholeDirectory;
  const base = whole(an);
  const named = JSON.stringify({ ...base, organisations: [] });
  const office = base.organisations.find(({ id }) => !named.includes(`"organisation":"${id}"`));
  const [hotline] = base.hotlines;
  if (!office || !hotline) throw new Error('no office, no hotline');
  an.writeDraft({
    ...an.draft(),
    directory: {
      ...base,
      hotlines: [...base.hotlines, { ...hotline, number: THREE, organisation: office.id }],
    },
  });
  binh.writeDraft({
    ...binh.draft(),
    directory: {
      ...base,
      organisations: base.organisations.filter(({ id, successor }) => ![id, successor].includes(office.id)),
    },
  });
  await sign(binh);
  copyPublic(binh, an);
  await expect(pullInto(an)).rejects.toMatchObject({ conflicts: [{ id: 'directory' }] });
  await pullInto(an, '--ours', 'directory', ...WHY);
  const parts = new Set(keysOfEntries((await reasonsOf(an)).draft).map(([, , part]) => part));
  expect(parts).toEqual(new Set(['organisations', 'hotlines']));
});

test('a version that brings only lists back says that it does', async () => {
  const old = (await called(history, an)).data.versions as { version: string }[];
  price(an, 0, 'x');
  await sign(an);
  await called(rollback, an, old.at(-1)?.version ?? '', ...WHY);
  expect((await reasonsOf(an)).draft).toMatchObject([
    { who: 'An', numbers: [], entries: [{ list: 'directory', part: 'hotlines' }] },
  ]);
  await sign(an);
  expect((await reasonsOf(an)).published[0]?.why).toContain('đổi giá');
});
