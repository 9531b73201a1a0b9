/** How many keys of a role must sign: who had the old root comes along, and nothing is over by a slip. */
import { describe, expect, it } from 'vitest';
import {
  changeProblem,
  prepareRoot,
  rootSigners,
  rootsNeeded,
  type KeyChange,
} from '../../../lib/admin/keys/change';
import { putFeed } from '../../../lib/admin/publish/put-feed';
import { finished, signFurther } from '../../../lib/admin/publish/prepare';
import { addNumber, LATER, newFeed, openFeed, signersOf } from './support/feed';
import { filesOn, hostedFeed, newKeys } from './support/key-change';

describe('how many must sign', () => {
  const none = { ids: [], holders: [] };

  it('goes up with a second holder: who had the old root comes along, and from then on it takes both', async () => {
    const { feed, server, browser, open, root, own } = await hostedFeed();
    const made = await newKeys('targets', ['Bình']);
    const change: KeyChange = { ...none, role: 'targets', holders: ['Bình'], threshold: 2 };
    const prepared = await prepareRoot(open, change, made, [...root, ...own], LATER);
    expect(prepared.missing).toBeUndefined();
    const { files } = await finished(prepared, open.expires);
    await putFeed(server, files, open.published.timestamp);
    expect((await browser.update()).targets.version).toBe(2);
    const live = await openFeed(new Map([...feed.files, ...files]), feed.fingerprint);
    expect(live.root.roles.targets).toMatchObject({ threshold: 2, keyids: { length: 2 } });
    const alone = await addNumber(live, '+842920000009', own, LATER + 1);
    expect(alone.missing).toMatchObject({ role: 'targets', have: 1, need: 2 });
    const both = await signFurther(alone, await signersOf({ ...feed, keys: made }, 'Bình'), LATER + 1);
    expect(both.missing?.role).not.toBe('targets');
  });

  it('of the root: up needs the new number at once, down needs the old one', async () => {
    const { feed, server, browser, open, root: an, own } = await hostedFeed();
    const made = await newKeys('root', ['Bình']);
    const up: KeyChange = { ...none, role: 'root', holders: ['Bình'], threshold: 2 };
    expect(rootsNeeded(open.root, up)).toBe(1);
    const binh = await rootSigners(made);
    const without = await prepareRoot(open, up, made, own, LATER);
    expect(without.missing).toMatchObject({ role: 'root', need: 1 });
    const first = await prepareRoot(open, up, made, [...an, ...own], LATER);
    expect(first.missing).toBeUndefined();
    const { files } = await finished(first, open.expires);
    await putFeed(server, files, open.published.timestamp);
    await browser.update();

    const two = await openFeed(new Map([...feed.files, ...files]), feed.fingerprint);
    const down: KeyChange = { ...none, role: 'root', threshold: 1 };
    expect(rootsNeeded(two.root, down)).toBe(2);
    const waiting = await prepareRoot(two, down, [], [...an, ...own], LATER);
    expect(waiting.missing).toMatchObject({ role: 'root', have: 1, need: 2 });
    await expect(finished(waiting, two.expires)).rejects.toMatchObject({ code: 'ERR_PUBLISH_UNSIGNED' });
    const second = await signFurther(waiting, [...binh, ...own], LATER);
    expect(second.missing).toBeUndefined();
    await putFeed(server, (await finished(second, two.expires)).files, two.published.timestamp);
    await browser.update();
    const live = await openFeed(filesOn(server), feed.fingerprint);
    expect(live.root).toMatchObject({ version: 3, roles: { root: { threshold: 1 } } });
  });

  it('says what does not hold before any key is made', async () => {
    const feed = await newFeed(['An', 'Bình'], 2);
    const { root } = await openFeed(feed.files, feed.fingerprint);
    const [an = ''] = root.roles.targets.keyids;
    const problem = (change: Partial<KeyChange>, why: 'lost' | 'stolen' | 'people' = 'people') =>
      changeProblem(root, { ...none, role: 'targets', threshold: 2, ...change }, why);
    expect(problem({})).toBe('change_nothing');
    expect(problem({ threshold: 1 })).toBeUndefined();
    expect(problem({ threshold: 1 }, 'lost')).toBe('change_no_key');
    expect(problem({ threshold: 9, holders: ['Chi'] }, 'stolen')).toBe('change_no_key');
    expect(problem({ threshold: 3 })).toBe('ERR_PLAN_THRESHOLD');
    expect(problem({ threshold: 3, holders: ['Chi'] })).toBeUndefined();
    expect(problem({ threshold: 0 })).toBe('ERR_PLAN_THRESHOLD');
    expect(problem({ threshold: 1.5 })).toBe('ERR_PLAN_THRESHOLD');
    expect(problem({ ids: [an] }, 'lost')).toBe('ERR_PLAN_THRESHOLD');
    expect(problem({ ids: [an], holders: ['Chi'] }, 'lost')).toBeUndefined();
    expect(problem({ holders: ['Chi', 'chi '] })).toBe('change_twice');
    // The only root key is lost: nobody can sign the next root; stolen, it still signs its own end.
    const all = { role: 'root' as const, ids: root.roles.root.keyids, holders: ['Chi'], threshold: 1 };
    expect(problem(all, 'lost')).toBe('change_over');
    expect(problem({ ...all, holders: [] }, 'lost')).toBe('change_over');
    expect(problem(all, 'stolen')).toBeUndefined();
  });
});
