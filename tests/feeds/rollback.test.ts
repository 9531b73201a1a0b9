/** An old version is brought back whole, under a new version, and nothing of the draft or the feed goes unsaid. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add as addCommand, remove } from '../../scripts/feed/commands/drafting';
import { history } from '../../scripts/feed/commands/history';
import { rollback } from '../../scripts/feed/commands/rollback';
import type { FeedFolder } from '../../scripts/feed/folder';
import { feed } from '../unit/scripts/support/feed-command';
import {
  add,
  called,
  copyPublic,
  editDirectory,
  line,
  live,
  ONE,
  pullInto,
  sign,
  stateOfFolder,
  THREE,
  TWO,
  type Directory,
} from './support/administrators';
import { an, binh } from './support/an-and-binh';
import { readAsBrowser } from './support/publisher';

const codes = (work: () => Promise<unknown>) =>
  Promise.resolve()
    .then(work)
    .then(
      () => [],
      (error: unknown) => (error as { objections?: { code: string }[] }).objections?.map(({ code }) => code),
    );
const version = (folder: FeedFolder) => folder.draft().info.version;
const costIn = (folder: FeedFolder) => (folder.draft().directory as Directory).hotlines[0]?.cost?.vi;

/** Publishes another version: a number goes, one comes, a hotline and the name change. */
async function mistake(): Promise<string> {
  const old = version(an);
  await called(remove, an, ONE, '--why', 'nhầm');
  add(an, line(THREE));
  editDirectory(an, ({ hotlines }) => {
    if (hotlines[0]) hotlines[0].cost = { vi: 'sai', en: 'wrong' };
  });
  const draft = an.draft();
  an.writeDraft({ ...draft, info: { ...draft.info, name: { vi: 'Tên sai', en: 'Wrong' } } });
  await sign(an);
  return old;
}

test('numbers, lists and name come back under a new version; the history says which one was brought back', async () => {
  const before = an.draft();
  const old = await mistake();
  const wrong = version(an);
  const done = await called(rollback, an, old, '--who', 'An', '--why', 'danh bạ sai');
  expect(done.data).toMatchObject({
    version: old,
    added: [ONE],
    removed: [THREE],
    changed: [],
    takenOut: [],
  });
  await sign(an);
  expect(await live(an)).toEqual({ [ONE]: [line(ONE)], [TWO]: [line(TWO)] });
  const after = an.draft();
  expect([after.directory, after.info.name]).toEqual([before.directory, before.info.name]);
  expect([old, wrong]).not.toContain((await readAsBrowser(an)).version);
  const about = (await called(history, an, ONE)).data as { versions: { kind: string; reasons: object[] }[] };
  expect(about.versions.at(-1)).toMatchObject({
    kind: 'added',
    reasons: [{ who: 'An', why: `↩ ${old}: danh bạ sai`, numbers: [ONE, THREE] }],
  });
  // And it can be rolled back itself.
  await called(rollback, an, wrong);
  expect(costIn(an)).toBe('sai');
});

test('a draft that would be lost, a list that goes, and a compact set that stays, are asked about', async () => {
  const first = version(an);
  await called(addCommand, an, TWO, '--compact', '--category', 'bank');
  await sign(an);
  expect(await codes(() => called(rollback, an, first))).toEqual(['compact']);
  await called(remove, an, ONE, '--why', 'khiếu nại');
  const drafted = stateOfFolder(an);
  expect(await codes(() => called(rollback, an, first, '--allow', 'compact'))).toEqual(['draft']);
  expect(stateOfFolder(an)).toEqual(drafted);
  expect((await feed('rollback', an.path, first)).code).toBe(4);
  await called(rollback, an, first, '--allow', 'compact,draft');
  expect(an.has('draft/reasons.jsonl')).toBe(false);
  const draft = an.draft();
  an.writeDraft({ ...draft, sitePack: undefined });
  const { info } = await sign(an, 'list');
  // The site pack was not in that version: it is here.
  an.writeDraft({ ...an.draft(), sitePack: draft.sitePack });
  await sign(an);
  expect(await codes(() => called(rollback, an, info?.version ?? ''))).toEqual(['list']);
  await called(rollback, an, info?.version ?? '', '--allow', 'list');
  expect(an.draft().sitePack).toBeUndefined();
});

test('the guards of numbers hold: a removal of more than a tenth, an official number', async () => {
  const first = version(an);
  const many = Array.from({ length: 60 }, (_, at) => line(`+8429201000${String(at).padStart(2, '0')}`));
  add(an, ...many);
  const hotline = '+842920000099';
  await sign(an);
  expect(await codes(() => called(rollback, an, first))).toEqual(['removal']);
  add(an, line(hotline));
  const { info } = await sign(an);
  await called(remove, an, hotline);
  editDirectory(an, ({ hotlines }) => hotlines.push({ ...hotlines[0], number: hotline }));
  await sign(an);
  expect(await codes(() => called(rollback, an, info?.version ?? ''))).toEqual(['official']);
});

test('what nobody signed, or is not there, is not brought back, and nothing is changed', async () => {
  const old = await mistake();
  const state = stateOfFolder(an);
  await expect(called(rollback, an, '2020.1.1')).rejects.toThrow(`There are: ${version(an)}, ${old}`);
  // A file of before with another content, as whoever broke into the server may leave it.
  const metadata = join(an.path, 'public/metadata');
  const all = readdirSync(metadata).filter((name) => name.endsWith('.targets.json'));
  for (const name of all) {
    const text = Buffer.from(an.disk.read(`public/metadata/${name}`)).toString();
    if (name !== `${String(all.length)}.targets.json`)
      writeFileSync(
        join(metadata, name),
        text.replace(/"sig":"./, '"sig":"0').replace(/"sig":"0./, '"sig":"00'),
      );
  }
  await expect(called(rollback, an, old)).rejects.toThrow(`No version ${old}`);
  for (const name of all.slice(0, -1)) writeFileSync(join(metadata, name), '<html>');
  await expect(called(rollback, an, old)).rejects.toThrow(`No version ${old}`);
  expect(stateOfFolder(an)).toEqual(state);
  expect((await feed('rollback', an.path)).code).toBe(2);
});

test('a colleague’s version is brought back as well; where others published since, pull comes first', async () => {
  const old = version(binh);
  await called(remove, binh, ONE);
  await sign(binh);
  await pullInto(an, binh.path);
  await called(rollback, an, old);
  await sign(an);
  expect(await live(an)).toHaveProperty([ONE]);
  copyPublic(an, binh);
  await expect(called(rollback, binh, old)).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
});
