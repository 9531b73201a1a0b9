/**
 * Several administrators, each with a folder: nothing that anybody published or drafted is lost. The ways in which it
 * could be, each with a test here, in merging-*.test.ts or in forged-public.test.ts:
 *
 * - `public` is newer than the draft, or a colleague's file is signed here: the next signature takes theirs back;
 * - a draft of one's own comes back published, and is edited since: what was taken back comes again, or goes again;
 * - two publish over the same version, and one takes the other's place: who lost has a draft like the lost publication;
 * - both changed the same: one of them goes without a word, or half of a merge is written;
 * - a crash, or somebody else's publication, between the writes of a publication and of its record;
 * - a folder without a record; the signatures that a proposal of one's own gathers; the compact set; lists that are absent.
 */
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sign as signCommand } from '../../scripts/feed/commands/publishing';
import { refreshDates } from '../../scripts/feed/dates';
import { signersIn } from '../../scripts/feed/keys';
import { changeKeys, signDraft, signReceived } from '../../scripts/feed/publishing';
import { rotateRole } from '../../scripts/feed/rotation';
import {
  add,
  called,
  conflictsOf,
  copyPublic,
  type Directory,
  editDirectory,
  entries,
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
import { copyOfFolder, keysOf } from './support/publisher';

vi.setConfig({ testTimeout: 120_000 });

describe('a newer publication than the draft was made over', () => {
  beforeEach(async () => {
    remove(binh, ONE);
    add(binh, line(THREE));
    await sign(binh);
    add(an, line(TWO, 'bank'));
    copyPublic(binh, an);
  });

  test('is not taken back: whatever signs is refused, until it is pulled', async () => {
    const before = stateOfFolder(an);
    const keys = await signersIn(keysOf(an));
    const refused = { code: 'ERR_PUBLISH_CONFLICT', message: expect.stringContaining('pull DIR') as string };
    await expect(signDraft(an, keys)).rejects.toMatchObject(refused);
    await expect(changeKeys(an, {}, keys)).rejects.toMatchObject(refused);
    await expect(rotateRole(an, 'timestamp', keysOf(an))).rejects.toMatchObject(refused);
    await expect(signReceived(an, new Uint8Array(), keys)).rejects.toMatchObject(refused);
    expect(stateOfFolder(an)).toEqual(before);
    // New dates take nothing back.
    await refreshDates(an, keys);
    const { data } = await pullInto(an);
    expect(data).toMatchObject({
      start: 'base',
      conflicts: [],
      taken: { reported: { added: [THREE], removed: [ONE] } },
    });
    await sign(an);
    expect(await live(an)).toEqual({ [TWO]: [line(TWO), line(TWO, 'bank')].sort(), [THREE]: [line(THREE)] });
  });

  test('is pulled from where it lies; pulled again it changes nothing', async () => {
    const fresh = copyOfFolder(made);
    add(fresh, line(TWO, 'bank'));
    await pullInto(fresh, binh.path);
    const after = stateOfFolder(fresh);
    expect(await live(fresh)).toEqual(await live(binh));
    await pullInto(fresh, binh.path);
    await pullInto(fresh);
    expect(stateOfFolder(fresh)).toEqual(after);
    expect(entries(fresh, TWO)).toEqual([line(TWO), line(TWO, 'bank')].sort());
  });

  test('an older one from elsewhere does not take its place', async () => {
    const before = await live(an);
    await expect(pullInto(an, made.path)).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
    expect(await live(an)).toEqual(before);
  });

  test('both made the same change: no conflict, and nothing is left to publish', async () => {
    const fresh = copyOfFolder(made);
    remove(fresh, ONE);
    add(fresh, line(THREE));
    await pullInto(fresh, binh.path);
    expect([...fresh.draft().reported]).toEqual([...binh.draft().reported]);
  });
});

describe('what both changed, each in another way', () => {
  const cost = (text: string) => ({ vi: text, en: text });
  beforeEach(async () => {
    const change = (text: string, other: number) => (directory: Directory) => {
      for (const at of [0, other]) Object.assign(directory.hotlines[at] ?? {}, { cost: cost(text) });
    };
    remove(binh, ONE);
    editDirectory(binh, change('của Bình', 1));
    binh.writeDraft({ ...binh.draft(), info: { ...binh.draft().info, contact: 'Bình' } });
    await sign(binh);
    add(an, line(ONE, 'bank'), line(THREE));
    editDirectory(an, change('của An', 2));
    an.writeDraft({ ...an.draft(), info: { ...an.draft().info, name: { vi: 'Tên mới', en: 'New name' } } });
  });
  const hotline = () => (an.draft().directory as Directory).hotlines[0]?.number ?? '';
  const costs = () => (an.draft().directory as Directory).hotlines.slice(0, 3).map((one) => one.cost?.vi);

  test('is named entry by entry, and nothing is written until each is chosen', async () => {
    const before = stateOfFolder(an);
    const ids = [`directory/hotlines/${hotline()}`, `reported/${ONE}`];
    expect((await conflictsOf(pullInto(an, binh.path))).sort()).toEqual(ids);
    expect(await conflictsOf(pullInto(an, binh.path, '--theirs', `reported/${ONE}`))).toEqual(
      ids.slice(0, 1),
    );
    await expect(pullInto(an, binh.path, '--ours', 'reported/x', '--theirs', 'all')).rejects.toThrow(
      'no conflict',
    );
    expect(stateOfFolder(an)).toEqual(before);
    expect(await live(an)).toEqual(await live(made));
  });

  test.each([
    [['--ours', 'all'], 'của An', [line(ONE), line(ONE, 'bank')].sort()],
    [['--theirs', 'all'], 'của Bình', []],
    [['--theirs', 'all', '--ours', `reported/${ONE}`], 'của Bình', [line(ONE), line(ONE, 'bank')].sort()],
  ])('%j', async (choice, text, lines) => {
    await pullInto(an, binh.path, ...choice);
    expect(costs()).toEqual([text, 'của Bình', 'của An']);
    expect(entries(an, ONE)).toEqual(lines);
    expect(entries(an, THREE)).toEqual([line(THREE)]);
    expect(an.draft().info).toMatchObject({ contact: 'Bình', name: { vi: 'Tên mới' } });
    await sign(an);
    expect((await live(an))[ONE] ?? []).toEqual(lines);
  });
});

test('a list that a colleague began comes into the draft, one that they took out goes', async () => {
  const { sitePack, ...draft } = binh.draft();
  binh.writeDraft(draft);
  await sign(binh, 'list');
  await pullInto(an, binh.path);
  expect([an.has('draft/site-pack.json'), an.has('draft/directory.json')]).toEqual([false, true]);
  an.writeDraft({ ...an.draft(), sitePack });
  await sign(an);
  // Nothing tells whether An took back what Bình did, or never had it.
  expect(await conflictsOf(pullInto(binh, an.path))).toEqual(['sitePack']);
  await pullInto(binh, an.path, '--theirs', 'all');
  expect(binh.draft().sitePack).toEqual(sitePack);
});

test('two entries that nothing tells apart are no one’s to choose: the draft says so, and stays', async () => {
  add(binh, line(THREE));
  await sign(binh);
  editDirectory(an, ({ hotlines }) => hotlines.push(...hotlines.slice(0, 1)));
  const [before, number] = [stateOfFolder(an), (an.draft().directory as Directory).hotlines[0]?.number ?? ''];
  await expect(pullInto(an, binh.path)).rejects.toThrow(
    `directory.json has two entries "${number}" in hotlines`,
  );
  expect(stateOfFolder(an)).toEqual(before);
});

test('a colleague’s file that is published by sign: what was taken is said, and what was not', async () => {
  add(binh, line(THREE));
  await signDraft(binh, []);
  const file = ['--proposal', join(binh.path, 'proposal.json')];
  add(an, line(TWO, 'bank'));
  const other = copyOfFolder(an);
  expect(await called(signCommand, an, ...file)).toMatchObject({
    code: 0,
    data: { published: true, conflicts: [], taken: { reported: { added: [THREE] } } },
  });
  remove(binh, TWO);
  binh.disk.remove('proposal.json');
  await signDraft(binh, []);
  const { code, data, lines } = await called(signCommand, other, ...file);
  expect({ code, data }).toMatchObject({
    code: 5,
    data: { published: true, conflicts: [{ id: `reported/${TWO}` }], taken: undefined },
  });
  expect(lines.join()).not.toContain('Taken into the draft');
});

test('dates that have run out are signed anew', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 86_400_000 });
  try {
    await refreshDates(an, await signersIn(keysOf(an)));
    vi.setSystemTime(Date.now() + 40 * 86_400_000);
    add(an, line(THREE));
    await sign(an);
    expect((await live(an))[THREE]).toEqual([line(THREE)]);
  } finally {
    vi.useRealTimers();
  }
});
