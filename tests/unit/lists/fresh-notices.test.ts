import { expect, test } from 'vitest';
import { freshNotices } from '../../../lib/lists/fresh-notices';

const FEED = 'abcdef0123456789';
const PREFIX = 'abcdef012345.';
const before = { seen: { old: '1', changed: '1' }, feeds: [] };

test('new and changed notices are news, those that were there are not', () => {
  const now = new Map([
    ['old', '1'],
    ['changed', '2'],
    ['new', '1'],
  ]);
  expect(freshNotices(before, now, [])).toEqual(['changed', 'new']);
});

test('at the first look nothing is news', () => {
  expect(freshNotices({ feeds: [] }, new Map([['old', '1']]), [])).toEqual([]);
});

test('what a feed has when it is added is no news; what it brings later is, even if it had none before', () => {
  const now = new Map([[`${PREFIX}one`, '1']]);
  expect(freshNotices(before, now, [FEED])).toEqual([]);
  expect(freshNotices({ ...before, feeds: [FEED] }, now, [FEED])).toEqual([`${PREFIX}one`]);
});
