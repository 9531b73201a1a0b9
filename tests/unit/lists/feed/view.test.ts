/** What is said of feeds and of the lists in use. */
import { expect, test } from 'vitest';
import { listsInUse, viewFeed } from '../../../../lib/lists/feed/view';
import type { FeedRecord } from '../../../../lib/lists/feed-record';

const NOW = Date.UTC(2026, 10, 25, 8);
const FEED: FeedRecord = {
  ...{ id: 'ab'.repeat(32), address: 'https://feed.test/', origin: 'person', scope: ['reported'] },
  ...{ addedAt: 1, dueAt: 0, failures: 0, checkedAt: NOW },
  live: {
    ...{ version: '2026.11.25', published: '2026-11-25', name: { vi: 'Tỉnh', en: 'Province' } },
    ...{ state: 'ab'.repeat(32), entries: 5, documents: {}, settled: 1, generation: 2 },
    numbers: { state: 'cd'.repeat(32), categories: ['advertising'], count: 3000 },
  },
};
const BASE = { version: '2026.1.1', published: '2026-01-01' };

test('entries are those printed and those of the compact set', () => {
  expect(viewFeed(FEED, NOW).entries).toBe(3005);
  expect(viewFeed({ ...FEED, live: undefined }, NOW).entries).toBeUndefined();
});

test('what was chosen is kept apart from what holds beside another feed with packs', () => {
  expect(viewFeed(FEED, NOW, ['reported', 'packs'])).toMatchObject({
    scope: ['reported'],
    asked: ['reported', 'packs'],
  });
  expect(viewFeed(FEED, NOW).asked).toEqual(['reported']);
});

test('progress and damage are said', () => {
  expect(viewFeed(FEED, NOW)).toMatchObject({ progress: undefined, damaged: false });
  const progress = { done: 2, total: 9 };
  expect(viewFeed({ ...FEED, progress, damaged: true }, NOW)).toMatchObject({ progress, damaged: true });
});

test('a feed counts among the lists in use only where the stored lists answer', () => {
  expect(listsInUse(BASE, { kind: 'stored' }, [FEED], NOW)).toEqual({
    ...{ version: '2026.11.25', published: '2026-11-25', embedded: false, stale: false },
  });
  const code = 'ERR_STORE_FAILED';
  const late = NOW + 48 * 3_600_000;
  expect(listsInUse(BASE, { kind: 'embedded-only', code }, [FEED], late)).toEqual({
    ...{ ...BASE, embedded: true, stale: false },
  });
  expect(listsInUse(BASE, { kind: 'stored' }, [FEED], late).stale).toBe(true);
});
