/** How many root keys must sign a change: as TUF counts (5.3.4), whichever of them signs first and whichever go. */
import { describe, expect, it } from 'vitest';
import { emptyContent, firstPublication, makeKeys } from '../../../lib/admin/keys/ceremony';
import { changeProblem, prepareRoot, rootSigners, rootsNeeded } from '../../../lib/admin/keys/change';
import { NOW, openFeed } from './support/feed';

/** A feed whose root two of three people sign. */
async function threeRoots() {
  const one = { holders: ['An'], threshold: 1 };
  const root = { holders: ['An', 'Bình', 'Chi'], threshold: 2 };
  const plan = { root, targets: one, snapshot: one, timestamp: one };
  const keys = await makeKeys(plan);
  const name = { vi: 'Nguồn thử', en: 'Test feed' };
  const info = { format: 1 as const, version: '2026.11.27', published: '2026-11-27', name };
  const { files, fingerprint } = await firstPublication(plan, keys, emptyContent(info), NOW);
  return { open: await openFeed(files, fingerprint), signers: await rootSigners(keys) };
}

function subsets<One>([first, ...rest]: readonly One[]): One[][] {
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

describe('root keys that must sign a change of root keys', () => {
  it('are counted as a client counts them, for every choice of who goes, who comes and who has signed', async () => {
    const { open } = await threeRoots();
    const { keyids, threshold: old } = open.root.roles.root;
    let cases = 0;
    for (const ids of subsets(keyids))
      for (const holders of [[], ['Dung'], ['Dung', 'Hà']])
        for (const threshold of [1, 2, 3]) {
          const change = { role: 'root' as const, ids, holders, threshold };
          if (changeProblem(open.root, change, 'people')) continue;
          const isEnough = (signed: readonly string[]) =>
            signed.length >= old &&
            signed.filter((id) => !ids.includes(id)).length + holders.length >= threshold;
          for (const by of subsets(keyids)) {
            const whole = subsets(keyids).filter(
              (all) => by.every((id) => all.includes(id)) && isEnough(all),
            );
            const least = Math.min(...whole.map(({ length }) => length));
            expect(rootsNeeded(open.root, change, by), JSON.stringify({ change, by })).toBe(least);
            cases += 1;
          }
        }
    expect(cases).toBeGreaterThan(200);
  });

  it('a key that goes helps the root of before alone: two signatures, and still one is missing', async () => {
    const { open, signers } = await threeRoots();
    const [an, binh, chi] = signers;
    if (!an || !binh || !chi) throw new Error('three people hold root keys');
    const out = { role: 'root' as const, ids: [an.id], holders: [], threshold: 2 };
    const missing = async (...by: typeof signers) => {
      const { missing: left } = await prepareRoot(open, out, [], by, NOW);
      expect(
        rootsNeeded(
          open.root,
          out,
          by.map(({ id }) => id),
        ) > by.length,
      ).toBe(left?.role === 'root');
      return left?.role === 'root';
    };
    expect(await missing(an, binh)).toBe(true);
    expect(await missing(binh, chi)).toBe(false);
    expect(await missing(an, binh, chi)).toBe(false);
  });

  it('of another kind of key, or of a new date, are as many as the root asks for', async () => {
    const { open, signers } = await threeRoots();
    const ids = open.root.roles.targets.keyids;
    const change = { role: 'targets' as const, ids, holders: ['Dung'], threshold: 1 };
    const by = signers.slice(0, 1).map(({ id }) => id);
    for (const what of [change, undefined]) {
      expect(rootsNeeded(open.root, what)).toBe(2);
      expect(rootsNeeded(open.root, what, [...by, 'ff'])).toBe(2);
      expect(
        rootsNeeded(
          open.root,
          what,
          signers.map(({ id }) => id),
        ),
      ).toBe(3);
    }
  });
});
