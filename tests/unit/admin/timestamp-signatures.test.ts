/** The timestamp is what every browser asks for: it has room for three signatures, and plans and changes of keys know it. */
import { describe, expect, it } from 'vitest';
import { makeKeys, planProblem, type MadeKey } from '../../../lib/admin/keys/ceremony';
import { changeProblem, prepareRoot, rootSigners } from '../../../lib/admin/keys/change';
import { MAX_TIMESTAMP } from '../../../lib/lists/publish/signing';
import { filesOf, newFeed, NOW, openFeed, signersOf } from './support/feed';

const LATER = NOW + 3_600_000;
const one = { holders: ['An'], threshold: 1 };

async function timestampKeys(holders: readonly string[]): Promise<MadeKey[]> {
  const keys = await makeKeys({
    root: one,
    targets: one,
    snapshot: one,
    timestamp: { holders, threshold: 1 },
  });
  return keys.filter(({ role }) => role === 'timestamp');
}

describe('signatures of the timestamp', () => {
  it('are three at most: more are refused before any key is made', async () => {
    const holders = ['An', 'Bình', 'Chi', 'Dung'];
    const plan = (threshold: number) => ({
      root: one,
      targets: one,
      snapshot: one,
      timestamp: { holders, threshold },
    });
    expect(planProblem(plan(3))).toBeUndefined();
    expect(planProblem(plan(4))).toBe('ERR_PLAN_TIMESTAMP');
    const feed = await newFeed();
    const { root } = await openFeed(feed.files, feed.fingerprint);
    const change = { role: 'timestamp' as const, ids: [], holders: holders.slice(1) };
    expect(changeProblem(root, { ...change, threshold: 3 }, 'people')).toBeUndefined();
    expect(changeProblem(root, { ...change, threshold: 4 }, 'people')).toBe('ERR_PLAN_TIMESTAMP');
  });

  it.each([2, 3])(
    '%d of %d keys are replaced by as many new ones, with all of them at hand',
    async (count) => {
      const feed = await newFeed();
      const start = await openFeed(feed.files, feed.fingerprint);
      const daily = [...(await rootSigners(feed.keys)), ...(await signersOf(feed, 'An'))];
      const begin = ['B', 'C', 'D'].slice(0, count);
      const first = await timestampKeys(begin);
      const ids = start.root.roles.timestamp.keyids;
      const change = { role: 'timestamp' as const, ids, holders: begin, threshold: count };
      const grown = await prepareRoot(start, change, first, daily, LATER);
      const files = new Map([...feed.files, ...(await filesOf(grown, start))]);
      const open = await openFeed(files, feed.fingerprint);
      const held = await Promise.all(begin.map((who) => signersOf({ ...feed, keys: first }, who)));
      const next = ['E', 'F', 'G'].slice(0, count);
      const last = { ...change, ids: open.root.roles.timestamp.keyids, holders: next };
      const signers = [...daily, ...held.flat()];
      const replaced = await prepareRoot(open, last, await timestampKeys(next), signers, LATER + 1);
      expect(replaced.missing).toBeUndefined();
      expect(replaced.proposal.metadata.timestamp?.length).toBeLessThanOrEqual(MAX_TIMESTAMP);
      await openFeed(new Map([...files, ...(await filesOf(replaced, open))]), feed.fingerprint);
    },
  );
});
