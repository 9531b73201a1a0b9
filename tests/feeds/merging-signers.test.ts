/** Two of two sign: what comes from somebody else, and one's own that comes back. */
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { signersIn } from '../../scripts/feed/keys';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signDraft, signReceived } from '../../scripts/feed/publishing';
import { newestRoot } from '../../scripts/feed/rotation';
import {
  add,
  administrators,
  conflictsOf,
  entries,
  line,
  live,
  ONE,
  pullInto,
  remove,
  stateOfFolder,
  THREE,
  TWO,
} from './support/administrators';
import { keysOf, newFeed } from './support/publisher';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let an: FeedFolder;
let binh: FeedFolder;
administrators(
  () => newFeed([2, 2]),
  (folders) => ([, an, binh] = folders),
);

describe('two of two sign', () => {
  const by = async (folder: FeedFolder, person: number) => {
    const keys = await signersIn(keysOf(folder));
    const { keyids } = newestRoot(folder).roles.targets;
    return keys.filter(({ id }) => id !== keyids[1 - person]);
  };
  const proposal = (folder: FeedFolder) => folder.disk.read('proposal.json');

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

  test('a draft of one’s own is known as such also after a pull that brings nothing new', async () => {
    add(an, line(ONE), line(TWO));
    await signDraft(an, await by(an, 0));
    const waiting = proposal(an);
    await pullInto(an, binh.path);
    expect(proposal(an)).toEqual(waiting);
    an.disk.remove('proposal.json');
    remove(an, ONE);
    await signReceived(binh, waiting, await by(binh, 1));
    expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'own', conflicts: [] });
    expect([ONE, TWO].filter((number) => entries(an, number).length > 0)).toEqual([TWO]);
  });

  test.each([
    ['it', (path: string) => rmSync(path)],
    ['its place is taken by an older one', (path: string) => copyFileSync(path.replace('2.t', '1.t'), path)],
    [
      'its lists',
      (path: string) => {
        const { hashes } = readMetadata('targets', readFileSync(path)).signed.targets['reported.json'] ?? {};
        rmSync(join(path, '../../targets', `${hashes?.sha256 ?? ''}.reported.json`));
      },
    ],
  ])('where the one behind is gone (%s), nothing that was taken out comes back unasked', async (_n, take) => {
    await publishedElsewhere(true);
    take(join(binh.path, 'public/metadata/2.targets.json'));
    const before = stateOfFolder(an);
    expect(await conflictsOf(pullInto(an, binh.path))).toEqual([`reported/${TWO}`]);
    expect(stateOfFolder(an)).toEqual(before);
  });

  test('what waits here and was published or overtaken elsewhere is dropped, and said', async () => {
    await publishedElsewhere(false);
    const { data, lines } = await pullInto(an, binh.path);
    expect(data).toMatchObject({ dropped: true });
    expect(lines.join()).toContain('was published');
    expect(an.has('proposal.json')).toBe(false);
  });
});
