/** Two publish over the same version; a folder has no record; the compact set. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOf } from '../../lib/lists/compact/number-key';
import { packRecord } from '../../lib/lists/compact/record';
import { publishedNumbers } from '../../lib/lists/publish/content';
import { diffNumbers } from '../../lib/lists/publish/diff';
import { diff } from '../../scripts/feed/commands/diff';
import { exportCommand, verify } from '../../scripts/feed/commands/reading';
import { refreshDates } from '../../scripts/feed/dates';
import { signersIn } from '../../scripts/feed/keys';
import { changeNumbers } from '../../scripts/feed/numbers';
import { FeedFolder } from '../../scripts/feed/folder';
import { fingerprintOf, signDraft } from '../../scripts/feed/publishing';
import {
  add,
  called,
  conflictsOf,
  copyPublic,
  editDirectory,
  line,
  live,
  ONE,
  pullInto,
  remove,
  sign,
  stateOfFolder,
  THREE,
  TWO,
} from './support/administrators';
import { an, binh, made } from './support/an-and-binh';
import { keysOf, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 120_000 });

describe('two publish over the same version', () => {
  beforeEach(async () => {
    remove(binh, ONE);
    await sign(binh);
    add(an, line(TWO, 'bank'), line(THREE));
    await sign(an);
  });
  const all = { [TWO]: [line(TWO), line(TWO, 'bank')].sort(), [THREE]: [line(THREE)] };

  test.each([
    ['the files of one are written over those of the other', false, 0],
    ['they take their place whole', true, 0],
    ['and the winner goes on', false, 2],
  ])('%s: who lost has theirs again in the draft', async (_name, whole, more) => {
    for (let i = 0; i < more; i++) {
      editDirectory(binh, ({ hotlines }) =>
        Object.assign(hotlines[0] ?? {}, { cost: { vi: `${i}`, en: `${i}` } }),
      );
      await sign(binh);
    }
    copyPublic(binh, an, whole);
    await expect(sign(an)).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
    const { data } = await pullInto(an);
    expect(data).toMatchObject({ start: 'fork', conflicts: [] });
    await sign(an);
    expect(await live(an)).toEqual(all);
    // And the other goes on from there.
    await pullInto(binh, an.path);
    expect((await pullInto(binh, an.path)).data).toMatchObject({ start: 'base' });
    await sign(binh);
    expect(await live(binh)).toEqual(all);
  });

  test('where no version is left that both began with, every difference is a choice', async () => {
    for (const name of ['1', '2']) binh.disk.remove(`public/metadata/${name}.targets.json`);
    copyPublic(binh, an, true);
    expect((await conflictsOf(pullInto(an))).sort()).toEqual(
      [ONE, TWO, THREE].map((number) => `reported/${number}`),
    );
    await pullInto(an, '--ours', 'all', '--theirs', `reported/${ONE}`);
    await sign(an);
    expect(await live(an)).toEqual(all);
  });
});

describe('a folder without a record', () => {
  beforeEach(() => an.disk.remove('draft/base.json'));

  test('signs nothing and says what to do; with the fingerprint it has one', async () => {
    const keys = await signersIn(keysOf(an));
    const refused = { code: 'ERR_BASE', message: expect.stringContaining('--fingerprint') as string };
    await expect(signDraft(an, keys)).rejects.toMatchObject(refused);
    await expect(refreshDates(an, keys)).rejects.toMatchObject(refused);
    await expect(pullInto(an)).rejects.toThrow('--fingerprint is missing');
    await expect(pullInto(an, '--fingerprint', 'ab'.repeat(32))).rejects.toMatchObject({
      code: 'ERR_FEED_FINGERPRINT',
    });
    await pullInto(an, '--fingerprint', await fingerprintOf(made));
    await sign(an);
    expect(await live(an)).toEqual(await live(made));
  });

  test('and a draft that differs: what was missed and what was edited is asked for, not guessed', async () => {
    remove(an, ONE);
    const fingerprint = ['--fingerprint', await fingerprintOf(made)];
    expect(await conflictsOf(pullInto(an, ...fingerprint))).toEqual([`reported/${ONE}`]);
    expect(an.has('draft/base.json')).toBe(false);
    await pullInto(an, ...fingerprint, '--ours', 'all');
    await sign(an);
    expect(Object.keys(await live(an))).toEqual([TWO]);
  });

  test('an older copy is not written over what is newer here; over what is damaged it is', async () => {
    const pulled = async () =>
      pullInto(an, made.path, '--fingerprint', await fingerprintOf(made), '--ours', 'all');
    await pulled();
    add(an, line(THREE));
    await sign(an);
    an.disk.remove('draft/base.json');
    const before = an.published();
    await expect(pulled()).rejects.toThrow('public is newer than that');
    expect([an.has('draft/base.json'), an.published()]).toEqual([false, before]);
    an.disk.remove('public/metadata/3.targets.json');
    await pulled();
    expect(an.published()).toEqual(made.published());
  });

  test('a new folder begins with a feed that lies elsewhere', async () => {
    const folder = FeedFolder.at(newFolder());
    await pullInto(folder, made.path, '--fingerprint', await fingerprintOf(made));
    expect(folder.draft()).toEqual(made.draft());
    expect(await live(folder)).toEqual(await live(made));
  });
});

test.each([
  ['cut off', (text: string) => text.slice(0, 100)],
  ['with no metadata', (text: string) => text.replace('\\"_type\\":\\"targets\\"', '\\"_type\\":\\"tar\\"')],
])(
  'a damaged record, %s: what signs says so; diff does without, and verify where it has the fingerprint',
  async (_n, change) => {
    const fingerprint = await fingerprintOf(an);
    remove(an, ONE);
    const record = join(an.path, 'draft', 'base.json');
    const text = readFileSync(record, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(record, change(text));
    const told = `${record} is damaged: restore it, or remove it and run pull DIR --fingerprint SHA256`;
    const refused = { code: 'ERR_BASE', message: expect.stringContaining(told) as string };
    for (const work of [
      () => sign(an),
      () => called(verify, an),
      () => called(exportCommand, an, '--to', newFolder()),
    ])
      await expect(work()).rejects.toMatchObject(refused);
    const { lines, data } = await called(diff, an);
    expect(data).toMatchObject({ removed: [ONE], current: false });
    expect(lines.join()).toContain(told);
    expect((await called(verify, an, '--fingerprint', fingerprint)).data).toMatchObject({ fingerprint });
  },
);

describe('a compact set', () => {
  const record = (last: string) =>
    packRecord({ category: 0, first: last, last, count: 0, status: 'reported' });
  /** Changes numbers of the draft's compact set. */
  const set = (folder: FeedFolder, months: Readonly<Record<string, string>>, name = 'police') => {
    const changed = Object.entries(months)
      .map(([number, month]) => [keyOf(number) ?? 0, record(month)] as const)
      .sort(([a], [b]) => a - b);
    const changes = {
      keys: Float64Array.from(changed, ([key]) => key),
      records: Uint32Array.from(changed, ([, packed]) => packed),
    };
    const categories = (before: readonly string[]) => (before.includes(name) ? before : [...before, name]);
    const inPlace = (before: readonly string[]) => categories(before).indexOf(name) << 23;
    return changeNumbers(
      folder,
      ({ categories: before }) => ({
        categories: categories(before),
        changes: { ...changes, records: changes.records.map((packed) => (packed | inPlace(before)) >>> 0) },
      }),
      () => undefined,
    );
  };
  const numbersOf = (folder: FeedFolder) => publishedNumbers(folder.publishedTargets(folder.published()));
  const differ = async (a: FeedFolder, b: FeedFolder) =>
    diffNumbers((await numbersOf(a))?.blocks ?? [], (await numbersOf(b))?.blocks ?? []);

  beforeEach(async () => {
    await set(an, { [ONE]: '2026-01', [TWO]: '2026-01' });
    await sign(an);
    await pullInto(binh, an.path);
  });

  test('other numbers of both stand in it; the one that both changed is a choice; categories keep their names', async () => {
    await set(binh, { [ONE]: '2026-02', [THREE]: '2026-02' }, 'bank');
    await sign(binh);
    await set(an, { [ONE]: '2026-03', [TWO]: '2026-03' }, 'tax');
    const before = stateOfFolder(an);
    expect(await conflictsOf(pullInto(an, binh.path))).toEqual([`numbers/${ONE}`]);
    expect(stateOfFolder(an)).toEqual(before);
    await pullInto(an, binh.path, '--theirs', 'all');
    await sign(an);
    expect((await numbersOf(an))?.categories).toEqual(['police', 'bank', 'tax']);
    expect(await differ(binh, an)).toEqual({ added: [], removed: [], changed: [TWO] });
    await set(an, { [TWO]: '2026-03' }, 'tax');
    expect(an.has('draft/numbers.bin') && (await differ(binh, an)).changed).toEqual([TWO]);
  });

  test('of two publications over the same version nothing of it is lost', async () => {
    await set(binh, { [THREE]: '2026-02' });
    await sign(binh);
    await set(an, { [TWO]: '2026-03' });
    await sign(an);
    expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'fork', conflicts: [] });
    await sign(an);
    expect(await differ(binh, an)).toEqual({ added: [], removed: [], changed: [TWO] });
  });
});
