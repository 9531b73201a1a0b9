/** One person is one holder, however the name is typed. */
import { describe, expect, it } from 'vitest';
import { makeKeys, namesOn, planProblem } from '../../../lib/admin/keys/ceremony';
import { changeProblem } from '../../../lib/admin/keys/change';
import { sameHolder } from '../../../lib/admin/keys/holder-name';
import { newFeed, openFeed } from './support/feed';

const NAME = 'Nguyễn Văn Bình';
const SPELLINGS = [
  NAME.normalize('NFD'),
  NAME.toUpperCase(),
  ` ${NAME}\t`,
  NAME.replaceAll(' ', '  '),
  NAME.replaceAll(' ', '\u00a0'),
];

describe.each(SPELLINGS)('%j', (spelling) => {
  it('is the same person in a plan and in a change', async () => {
    const one = { holders: ['An'], threshold: 1 };
    const two = { holders: [NAME, spelling], threshold: 2 };
    expect(planProblem({ root: one, targets: two, snapshot: one, timestamp: one })).toBe('ERR_PLAN_HOLDERS');
    const { files, fingerprint } = await newFeed();
    const { root } = await openFeed(files, fingerprint);
    const change = { role: 'targets' as const, ids: [], holders: two.holders, threshold: 2 };
    expect(changeProblem(root, change, 'people')).toBe('change_twice');
    expect(changeProblem(root, { ...change, holders: [NAME] }, 'people')).toBeUndefined();
    // Who has a key that stays would sign twice; who gives it up would not.
    const known = new Map(Object.values(root.keys).map(({ keyval }) => [keyval.public, spelling]));
    const again = { ...change, holders: [NAME] };
    expect(changeProblem(root, again, 'people', known)).toBe('change_twice');
    const instead = { ...again, ids: root.roles.targets.keyids, threshold: 1 };
    expect(changeProblem(root, instead, 'people', known)).toBeUndefined();
  });

  it('has one file for keys of several roles', async () => {
    const own = { holders: [NAME], threshold: 1 };
    const typed = { holders: [spelling], threshold: 1 };
    const keys = await makeKeys({ root: own, targets: typed, snapshot: typed, timestamp: typed });
    expect(new Set(keys.map(({ holder }) => holder))).toEqual(new Set([NAME]));
  });
});

it('other people are others, and lines without a name are none', () => {
  expect(sameHolder('An', 'Ân')).toBe(false);
  expect(sameHolder('An', 'An B')).toBe(false);
  expect(namesOn(' An \n\n \u00a0 \nBình  Hà\n')).toEqual(['An', 'Bình Hà']);
});
