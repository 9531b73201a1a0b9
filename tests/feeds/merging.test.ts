/**
 * Several administrators, each with a folder: nothing that anybody published or drafted is lost. The ways in which it
 * could be, each with a test here or in forged-public.test.ts:
 *
 * - `public` is newer than the draft, or a colleague's file is signed here: the next signature takes theirs back;
 * - a draft of one's own comes back published, and is edited since: what was taken back comes again, or goes again;
 * - two publish over the same version, and one takes the other's place: who lost has a draft like the lost publication;
 * - both changed the same: one of them goes without a word, or half of a merge is written;
 * - a crash, or somebody else's publication, between the writes of a publication and of its record;
 * - a folder without a record; the signatures that a proposal of one's own gathers; the compact set; lists that are absent.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOf } from '../../lib/lists/compact/number-key';
import { packRecord } from '../../lib/lists/compact/record';
import { publishedNumbers } from '../../lib/lists/publish/content';
import { diffNumbers } from '../../lib/lists/publish/diff';
import { ConflictError } from '../../scripts/feed/conflict';
import { refreshDates } from '../../scripts/feed/dates';
import { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { changeNumbers } from '../../scripts/feed/numbers';
import { changeKeys, fingerprintOf, signDraft, signReceived } from '../../scripts/feed/publishing';
import { newestRoot, rotateRole } from '../../scripts/feed/rotation';
import {
  add,
  copyPublic,
  editDirectory,
  entries,
  line,
  pullInto,
  remove,
  stateOfFolder,
  type Directory,
} from './support/administrators';
import {
  Crash,
  CrashingDisk,
  copyOfFolder,
  keysOf,
  newFeed,
  newFolder,
  readAsBrowser,
} from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const [ONE, TWO, THREE] = ['+842920000001', '+842920000002', '+842920000003'] as const;

/** One key signs; in `shared` two of two sign the content. */
let made: FeedFolder;
let shared: FeedFolder;
let an: FeedFolder;
let binh: FeedFolder;

beforeAll(async () => {
  made = await newFeed();
  add(made, line(ONE), line(TWO));
  await sign(made);
  shared = await newFeed([2, 2]);
});

beforeEach(() => {
  an = copyOfFolder(made);
  binh = copyOfFolder(made);
});

async function sign(folder: FeedFolder) {
  const signing = await signDraft(folder, await signersIn(keysOf(folder)));
  expect(signing.missing).toBeUndefined();
  return signing;
}

/** Numbers of ours that browsers have. */
async function live(folder: FeedFolder): Promise<Record<string, readonly string[]>> {
  const { reported } = await readAsBrowser(folder);
  return Object.fromEntries([...(reported ?? [])].filter(([number]) => number.startsWith('+84292000000')));
}

const conflictsOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConflictError);
  return (error as ConflictError).conflicts.map(({ id }) => id);
};

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
    an = copyOfFolder(made);
    add(an, line(TWO, 'bank'));
    await pullInto(an, binh.path);
    const after = stateOfFolder(an);
    expect(await live(an)).toEqual(await live(binh));
    await pullInto(an, binh.path);
    await pullInto(an);
    expect(stateOfFolder(an)).toEqual(after);
    expect(entries(an, TWO)).toEqual([line(TWO), line(TWO, 'bank')].sort());
  });

  test('an older one from elsewhere does not take its place', async () => {
    const before = await live(an);
    await expect(pullInto(an, made.path)).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
    expect(await live(an)).toEqual(before);
  });

  test('both made the same change: no conflict, and nothing is left to publish', async () => {
    an = copyOfFolder(made);
    remove(an, ONE);
    add(an, line(THREE));
    await pullInto(an, binh.path);
    expect([...an.draft().reported]).toEqual([...binh.draft().reported]);
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
  await sign(binh);
  await pullInto(an, binh.path);
  expect([an.has('draft/site-pack.json'), an.has('draft/directory.json')]).toEqual([false, true]);
  an.writeDraft({ ...an.draft(), sitePack });
  await sign(an);
  await pullInto(binh, an.path);
  expect(binh.draft().sitePack).toEqual(sitePack);
});

describe('two of two sign', () => {
  let people: [FeedFolder, FeedFolder];
  const by = async (folder: FeedFolder, person: number) => {
    const keys = await signersIn(keysOf(folder));
    const { keyids } = newestRoot(folder).roles.targets;
    return keys.filter(({ id }) => id !== keyids[1 - person]);
  };
  const proposal = (folder: FeedFolder) => folder.disk.read('proposal.json');
  beforeEach(() => {
    people = [copyOfFolder(shared), copyOfFolder(shared)];
    [an, binh] = people;
  });

  test("a colleague's file that is signed here leaves the draft, and takes theirs into it", async () => {
    add(an, line(ONE), line(TWO, 'bank'));
    add(binh, line(TWO), line(THREE));
    expect((await signDraft(binh, await by(binh, 1))).missing).toMatchObject({ role: 'targets', have: 1 });
    const signing = await signReceived(an, proposal(binh), await by(an, 0));
    expect(signing).toMatchObject({
      missing: undefined,
      conflicts: [],
      taken: { reported: { added: [TWO, THREE] } },
    });
    expect(Object.keys(await live(an))).toEqual([TWO, THREE]);
    await signDraft(an, await by(an, 0));
    await pullInto(binh, an.path);
    await signReceived(binh, proposal(an), await by(binh, 1));
    const all = { [ONE]: [line(ONE)], [TWO]: [line(TWO), line(TWO, 'bank')].sort(), [THREE]: [line(THREE)] };
    expect(await live(binh)).toEqual(all);
  });

  test('a conflict does not hold the publication up; the draft waits for a choice', async () => {
    remove(an, [...an.draft().reported.keys()][0] ?? '');
    const [number = ''] = binh.draft().reported.keys();
    add(binh, line(number, 'bank'));
    await signDraft(binh, await by(binh, 1));
    const before = an.draft();
    const signing = await signReceived(an, proposal(binh), await by(an, 0));
    expect(signing.conflicts).toMatchObject([{ id: `reported/${number}`, ours: [] }]);
    expect(an.draft()).toEqual(before);
    await expect(signDraft(an, await by(an, 0))).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
    expect(await conflictsOf(pullInto(an))).toEqual([`reported/${number}`]);
    await pullInto(an, '--theirs', 'all');
    expect(entries(an, number)).toContain(line(number, 'bank'));
  });

  test('a file of somebody else does not take the place of one that gathers signatures here', async () => {
    add(an, line(ONE));
    add(binh, line(TWO));
    await signDraft(an, await by(an, 0));
    await signDraft(binh, await by(binh, 1));
    const own = proposal(an);
    await expect(signReceived(an, proposal(binh), await by(an, 0))).rejects.toMatchObject({
      code: 'ERR_PUBLISH_CONFLICT',
    });
    expect(proposal(an)).toEqual(own);
  });

  /** Bình signs what An proposed, and publishes it in his folder; `then`, one more that takes TWO out again. */
  const publishedElsewhere = async (then: boolean) => {
    add(an, line(ONE), line(TWO));
    await signDraft(an, await by(an, 0));
    await signReceived(binh, proposal(an), await by(binh, 1));
    if (!then) return;
    remove(binh, TWO);
    const both = [...(await by(binh, 0)), ...(await by(binh, 1))];
    expect((await signDraft(binh, both)).missing).toBeUndefined();
  };

  test.each([
    ['itself', false, 'own', [TWO]],
    ['behind another one', true, 'behind', []],
  ] as const)(
    'a draft of one’s own comes back published, %s: what was edited since stays',
    async (_n, then, start, left) => {
      await publishedElsewhere(then);
      // Since then An took ONE out again, and reports THREE.
      an.disk.remove('proposal.json');
      remove(an, ONE);
      add(an, line(THREE));
      const { data } = await pullInto(an, binh.path);
      expect(data).toMatchObject({ start, conflicts: [] });
      expect([ONE, TWO, THREE].filter((number) => entries(an, number).length > 0)).toEqual([...left, THREE]);
    },
  );

  test('what waits here and was published or overtaken elsewhere is dropped, and said', async () => {
    await publishedElsewhere(false);
    const { data, lines } = await pullInto(an, binh.path);
    expect(data).toMatchObject({ dropped: true });
    expect(lines.join()).toContain('was published');
    expect(an.has('proposal.json')).toBe(false);
  });
});

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

  test('a damaged record is none, and says so', async () => {
    writeFileSync(join(an.path, 'draft', 'base.json'), '{"format":1}');
    await expect(sign(an)).rejects.toMatchObject({ code: 'ERR_BASE' });
  });

  test('a new folder begins with a feed that lies elsewhere', async () => {
    const folder = FeedFolder.at(newFolder());
    await pullInto(folder, made.path, '--fingerprint', await fingerprintOf(made));
    expect(folder.draft()).toEqual(made.draft());
    expect(await live(folder)).toEqual(await live(made));
  });
});

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

describe('stopped between any two writes', () => {
  /** Runs `work` with a stop at each of its last steps of the disk, and once through. */
  async function atSteps(
    last: number,
    work: (folder: FeedFolder) => Promise<unknown>,
    check: (folder: FeedFolder) => Promise<void>,
  ) {
    const whole = new CrashingDisk(copyOfFolder(an).path, Infinity);
    await work(new FeedFolder(whole));
    expect(whole.steps).toBeGreaterThan(last);
    for (let step = whole.steps - last; step <= whole.steps; step++) {
      const folder = copyOfFolder(an, (path) => new CrashingDisk(path, step));
      await work(folder).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await check(copyOfFolder(folder));
    }
  }

  test('of a pull: the draft and its record are as before, or merged both', async () => {
    remove(binh, ONE);
    await sign(binh);
    add(an, line(THREE));
    const seen = new Set<string>();
    await atSteps(
      9,
      (folder) => pullInto(folder, binh.path),
      async (folder) => {
        folder.disk.finish();
        const current = await signDraft(folder, []).then(
          () => 'merged',
          () => 'before',
        );
        seen.add(
          `${current} ${String(entries(folder, ONE).length)} ${String(entries(folder, THREE).length)}`,
        );
      },
    );
    expect([...seen]).toEqual(['merged 1 1', 'merged 0 1']);
  });

  test('somebody else publishes before the rest of a publication is written: theirs stays', async () => {
    add(an, line(THREE));
    remove(binh, ONE);
    await sign(binh);
    const seen = new Set<string>();
    await atSteps(8, sign, async (folder) => {
      const own = (await live(folder))[THREE] !== undefined;
      // They stand on the old version, or on what has reached browsers.
      const other = copyOfFolder(made);
      if (own) {
        copyPublic(folder, other);
        await pullInto(other);
      }
      remove(other, ONE);
      await sign(other);
      copyPublic(other, folder);
      folder.disk.finish();
      expect((await live(folder))[ONE]).toBeUndefined();
      const { data } = await pullInto(folder);
      seen.add(String(data.start));
      await sign(folder);
      expect(await live(folder)).toEqual({ [TWO]: [line(TWO)], [THREE]: [line(THREE)] });
    });
    expect([...seen]).toEqual(['base']);
  });
});
