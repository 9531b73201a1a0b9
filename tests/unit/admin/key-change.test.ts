/** New keys from the console: who had the old root comes along, what the old key signs is void. */
import { describe, expect, it } from 'vitest';
import { prepareRoot, rootSigners } from '../../../lib/admin/keys/change';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { countersign, finished, prepareRefresh, signFurther } from '../../../lib/admin/publish/prepare';
import { settle } from '../../../lib/admin/workspace';
import type { Role } from '../../../lib/lists/feed/metadata';
import { proposalFile, readProposal, requireSound } from '../../../lib/lists/publish/proposal-file';
import { openAtDesk, storeWithKeys } from './support/desk';
import { addNumber, LATER, newFeed, NOW, openFeed, signersOf } from './support/feed';
import { client, hostedFeed, newKeys, replacing } from './support/key-change';

const roles: readonly Role[] = ['targets', 'snapshot', 'timestamp', 'root'];

describe('a key that was lost or stolen', () => {
  it.each(roles)(
    '%s: a client with the old root updates through, and the old key signs no more',
    async (role) => {
      const { feed, server, browser, open, root, own } = await hostedFeed();
      const made = await newKeys(role, ['Bình']);
      const out = replacing(open, role, ['Bình']);
      const prepared = await prepareRoot(open, out, made, [...root, ...own], LATER);
      expect(prepared.missing).toBeUndefined();
      const { files, expires } = await finished(prepared, open.expires);
      expect(Date.parse(expires.root)).toBeGreaterThan(LATER);
      await putFeed(server, files, open.published.timestamp);
      const updated = await browser.update();
      expect(updated.targets.version).toBe(role === 'targets' ? 2 : 1);
      const live = await openFeed(new Map([...feed.files, ...files]), feed.fingerprint);
      expect(live.root.version).toBe(2);
      expect(live.root.roles[role].keyids).not.toContain(out.ids[0]);
      if (role === 'root') return;
      const late = await addNumber(live, '+842920000009', own, LATER + 1);
      expect(late.missing?.role).toBe(role);
    },
  );

  it('the feed is whole under the old root until the new one is written, last; what broke off before goes on', async () => {
    const { feed, server, open, root, own } = await hostedFeed();
    const out = replacing(open, 'timestamp', ['Bình']);
    const made = await newKeys('timestamp', ['Bình']);
    const prepared = await prepareRoot(open, out, made, [...root, ...own], LATER);
    const { files } = await finished(prepared, open.expires);
    expect([...files.keys()]).toEqual([TIMESTAMP, 'metadata/2.root.json']);
    server.breaksAt = server.written.length + 2;
    await expect(putFeed(server, files, open.published.timestamp)).rejects.toThrow('ERR_PLACE_NETWORK');
    await client(server, feed.fingerprint).update();
    await putFeed(server, files, open.published.timestamp);
    await client(server, feed.fingerprint).update();
    expect(server.written.at(-1)).toBe('metadata/2.root.json');
  });

  it('root keys of two people: the second signs the file elsewhere', async () => {
    const feed = await newFeed(['An'], 1);
    const open = await openFeed(feed.files, feed.fingerprint);
    // First the root becomes one of two people.
    const made = await newKeys('root', ['An', 'Bình']);
    const own = await signersOf(feed, 'An');
    const first = await prepareRoot(
      open,
      replacing(open, 'root', ['An', 'Bình']),
      made,
      [...(await rootSigners(feed.keys)), ...own],
      LATER,
    );
    const files = new Map([...feed.files, ...(await finished(first, open.expires)).files]);
    const two = await openFeed(files, feed.fingerprint);
    expect(two.root.roles.root.keyids).toHaveLength(2);
    // A signature is missing: the file goes to the person who has the root key, and is sound there.
    const fresh = await newKeys('targets', ['Bình']);
    const waiting = await prepareRoot(two, replacing(two, 'targets', ['Bình']), fresh, own, LATER);
    expect(waiting.missing?.role).toBe('root');
    const received = readProposal(proposalFile(waiting.proposal));
    await requireSound(received, two.published);
    const second = await countersign(two, received, await rootSigners(made.slice(0, 1)), LATER);
    expect(second.missing?.role).toBe('targets');
    const done = await signFurther({ ...waiting, proposal: second.proposal }, own, LATER);
    expect(done.missing?.role).toBe('targets');
  });

  it('the console drops the old key once the new root is live, and keeps the draft', async () => {
    const feed = await newFeed();
    const store = await storeWithKeys(feed);
    const workspace = await openAtDesk(store, feed);
    const { open, feed: kept } = workspace;
    const made = await newKeys('targets', ['An']);
    const signers = [...(await rootSigners(feed.keys)), ...workspace.signers];
    const prepared = await prepareRoot(open, replacing(open, 'targets', ['An']), made, signers, LATER);
    await keepDailyKeys(store, kept.id, made);
    expect(await store.keys(kept.id)).toHaveLength(4);
    const settled = await settle(store, workspace, prepared);
    expect((await store.keys(kept.id)).map(({ public: open }) => open)).not.toContain(
      feed.keys.find(({ role }) => role === 'targets')?.pair.public,
    );
    expect(settled.signers).toHaveLength(3);
    expect(
      (await addNumber(settled.open, '+842920000009', settled.signers, LATER + 1)).missing,
    ).toBeUndefined();
  });
});

describe('the year of the root', () => {
  it('is over: a new date under the same keys brings back who kept the old root', async () => {
    const { feed, server, open, root, own } = await hostedFeed();
    const late = NOW + 366 * 86_400_000;
    const browser = client(server, feed.fingerprint, late);
    await expect(browser.update()).rejects.toMatchObject({ code: 'ERR_FEED_EXPIRED' });
    const prepared = await prepareRoot(open, undefined, [], [...root, ...own], late);
    const { files, expires } = await finished(prepared, open.expires);
    expect([...files.keys()]).toEqual([TIMESTAMP, 'metadata/2.root.json']);
    expect(expires.root).toBe(new Date(late + 365 * 86_400_000).toISOString().replace('.000', ''));
    await putFeed(server, files, open.published.timestamp);
    const live = await openFeed(new Map([...feed.files, ...files]), feed.fingerprint);
    expect(live.root.roles).toEqual(open.root.roles);
    // What else ran out meanwhile is signed by its own keys.
    const dated = await prepareRefresh({ open: live, signers: own }, late);
    await putFeed(server, (await finished(dated, live.expires)).files, live.published.timestamp);
    await browser.update();
  });
});
