/** Names of holders are kept beside the feed, and change nothing else of it. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepHolders } from '../../../lib/admin/keys/holders';
import { openAdminStore } from '../../../lib/admin/store';
import { keepFeed } from '../../../lib/admin/workspace';
import { newFeed, openFeed } from './support/feed';

it('adds names to those that are known, over what another tab wrote meanwhile', async () => {
  const store = await openAdminStore('holders');
  const { files, fingerprint } = await newFeed();
  const open = await openFeed(files, fingerprint);
  const here = await keepFeed(store, open, { editor: 'An', address: undefined });
  const first = await keepHolders(store, here, [
    ['aa', 'An'],
    ['bb', 'Bình'],
  ]);
  expect(first).toEqual({ ...here, holders: { aa: 'An', bb: 'Bình' } });
  await store.saveFeed({ ...first, version: '2026.12.1' });
  const next = await keepHolders(store, first, [['bb', 'Chi']]);
  expect(next).toEqual({ ...here, version: '2026.12.1', holders: { aa: 'An', bb: 'Chi' } });
  // Opened again from elsewhere, the feed keeps them.
  expect(await keepFeed(store, open, { editor: 'An', address: undefined })).toMatchObject({
    holders: { aa: 'An', bb: 'Chi' },
  });
  expect(await store.feeds()).toHaveLength(1);
});
