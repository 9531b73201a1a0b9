/** An old copy of a feed (a cache, yesterday's .zip, a hostile server) never takes the place of a newer one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareRoot, rootSigners } from '../../../lib/admin/keys/change';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { filesTransport } from '../../../lib/admin/open/files';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { prepareRefresh } from '../../../lib/admin/publish/prepare';
import type { AdminStore } from '../../../lib/admin/store';
import { keepFeed, loadWorkspace, settle, type Workspace } from '../../../lib/admin/workspace';
import { newStore, openAtDesk, storeWithKeys } from './support/desk';
import { addNumber, filesOf, LATER, newFeed, NOW, openFeed, signersOf, type TestFeed } from './support/feed';
import { newKeys } from './support/key-change';

const AN = { editor: 'An', address: 'https://x.example/' };
const OLDER = { code: 'ERR_FEED_ROLLBACK' };

let feed: TestFeed;
let store: AdminStore;
/** The second version, with a number. */
let desk: Workspace;

beforeEach(async () => {
  feed = await newFeed();
  store = await storeWithKeys(feed);
  const start = await openAtDesk(store, feed, feed.files, AN.address);
  desk = await settle(store, start, await addNumber(start.open, '+842920000009', start.signers));
});

async function holdsNewest(rootVersion = 1): Promise<void> {
  const [kept] = await store.feeds();
  if (!kept) throw new Error('the feed is gone');
  expect(kept.version).toBe(desk.feed.version);
  const now = await loadWorkspace(store, kept);
  expect(now.open.reported.size).toBe(1);
  expect(now.open.root.version).toBe(rootVersion);
}

/** The timestamp gets another key. */
async function newTimestampKey(): Promise<Workspace> {
  const made = await newKeys('timestamp', ['An']);
  const ids = desk.open.root.roles.timestamp.keyids;
  const signers = [...(await rootSigners(feed.keys)), ...desk.signers];
  const change = { role: 'timestamp' as const, ids, holders: ['An'], threshold: 1 };
  const prepared = await prepareRoot(desk.open, change, made, signers, LATER);
  await keepDailyKeys(store, desk.feed.id, made);
  return settle(store, desk, prepared);
}

describe('an older copy of a feed', () => {
  it('is refused where it is opened, and the newer one stays', async () => {
    await expect(keepFeed(store, await openFeed(feed.files, feed.fingerprint), AN)).rejects.toMatchObject({
      ...OLDER,
      place: 'timestamp',
    });
    await holdsNewest();
  });

  it('is refused after a change of keys too, and the feed still loads', async () => {
    await newTimestampKey();
    await expect(keepFeed(store, await openFeed(feed.files, feed.fingerprint), AN)).rejects.toMatchObject({
      ...OLDER,
      place: 'root',
    });
    await holdsNewest(2);
  });

  it("is nobody's publication: what waits here with its signatures goes on waiting", async () => {
    const waiting = await addNumber(desk.open, '+842920000008', [], LATER);
    await store.savePending(desk.feed.id, waiting);
    await expect(catchUp(store, desk, waiting, filesTransport(feed.files), LATER)).rejects.toMatchObject(
      OLDER,
    );
    expect(await store.pending(desk.feed.id)).toBeDefined();
    await holdsNewest();
  });
});

describe('a newer feed', () => {
  it('is taken in, also under new keys of the timestamp', async () => {
    const other = await newStore();
    await keepFeed(other, desk.open, AN);
    const next = await newTimestampKey();
    await keepFeed(other, next.open, AN);
    expect((await other.feeds())[0]?.expires.root).toBe(next.open.root.expires);
  });

  it("of the same version is taken in as somebody else's, but for one that leads to older files", async () => {
    const open = await openFeed(feed.files, feed.fingerprint);
    const own = await signersOf(feed, 'An');
    const theirs = await addNumber(open, '+842920000007', own, LATER);
    // The timestamp alone, and with it a snapshot of the same version too.
    const dates = await prepareRefresh({ open, signers: own }, LATER);
    const more = await prepareRefresh({ open, signers: own }, NOW + 20 * 86_400_000);
    const [other, older, olderTargets] = await Promise.all(
      [theirs, dates, more].map(async (one) =>
        openFeed(new Map([...feed.files, ...(await filesOf(one, open))]), feed.fingerprint),
      ),
    );
    if (!other || !older || !olderTargets) throw new Error('all open');
    await expect(keepFeed(store, older, AN)).rejects.toMatchObject({ ...OLDER, place: 'snapshot' });
    await expect(keepFeed(store, olderTargets, AN)).rejects.toMatchObject({ ...OLDER, place: 'targets' });
    const kept = await loadWorkspace(store, await keepFeed(store, other, AN));
    expect([...kept.open.reported.keys()]).toEqual(['+842920000007']);
  });
});
