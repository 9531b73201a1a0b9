/** New keys from the console: who had the old root comes along, what the old key signs is void. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dailyKey, makeKeys, type MadeKey } from '../../../lib/admin/keys/ceremony';
import { prepareKeyChange, rootSigners, rootsLeft } from '../../../lib/admin/keys/change';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { countersign, finished, signFurther } from '../../../lib/admin/publish/prepare';
import { openAdminStore } from '../../../lib/admin/store';
import { keepFeed, loadWorkspace, settle } from '../../../lib/admin/workspace';
import { refreshMetadata } from '../../../lib/lists/feed/client';
import type { Role } from '../../../lib/lists/feed/metadata';
import type { Trusted } from '../../../lib/lists/feed/trust-store';
import { proposalFile, readProposal, requireSound } from '../../../lib/lists/publish/proposal-file';
import { filesTransport } from '../../../lib/admin/open/files';
import { FakeServer } from './support/fake-server';
import { addNumber, newFeed, NOW, openFeed, signersOf, type TestFeed } from './support/feed';

const LATER = NOW + 3_600_000;

async function newKeys(role: Role, holders: readonly string[]): Promise<MadeKey[]> {
  const one = { holders, threshold: 1 };
  const plan = { root: one, targets: one, snapshot: one, timestamp: one };
  return (await makeKeys(plan)).filter((key) => key.role === role);
}

/** A client that keeps what it trusts, as a browser does. */
function client(server: FakeServer, fingerprint: string) {
  let trusted: Trusted | undefined;
  const store = {
    load: () => Promise.resolve(trusted),
    save: (next: Trusted) => {
      trusted = next;
      return Promise.resolve();
    },
  };
  const files = () => new Map([...server.files].map(([path, { bytes }]) => [path, bytes]));
  return {
    update: () =>
      refreshMetadata({ transport: filesTransport(files()), store, fingerprint, now: () => LATER, built: 0 }),
  };
}

async function upload(server: FakeServer, feed: TestFeed) {
  await putFeed(server, feed.files, undefined);
}

const roles: readonly Role[] = ['targets', 'snapshot', 'timestamp', 'root'];

describe('a key that was lost or stolen', () => {
  it.each(roles)(
    '%s: a client with the old root updates through, and the old key signs no more',
    async (role) => {
      const feed = await newFeed();
      const server = new FakeServer(true);
      await upload(server, feed);
      const browser = client(server, feed.fingerprint);
      await browser.update();
      const open = await openFeed(feed.files, feed.fingerprint);
      const made = await newKeys(role, ['Bình']);
      const [root, own] = [await rootSigners(feed.keys), await signersOf(feed, 'An')];
      const out = { role, ids: open.root.roles[role].keyids };
      const prepared = await prepareKeyChange(open, out, made, [...root, ...own], LATER);
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
    const feed = await newFeed();
    const server = new FakeServer(true);
    await upload(server, feed);
    const open = await openFeed(feed.files, feed.fingerprint);
    const out = { role: 'timestamp' as const, ids: open.root.roles.timestamp.keyids };
    const made = await newKeys('timestamp', ['Bình']);
    const signers = [...(await rootSigners(feed.keys)), ...(await signersOf(feed, 'An'))];
    const prepared = await prepareKeyChange(open, out, made, signers, LATER);
    const { files } = await finished(prepared, open.expires);
    expect([...files.keys()]).toEqual([TIMESTAMP, 'metadata/2.root.json']);
    server.breaksAt = server.written.length + 2;
    await expect(putFeed(server, files, open.published.timestamp)).rejects.toThrow('ERR_PLACE_NETWORK');
    await client(server, feed.fingerprint).update();
    await putFeed(server, files, open.published.timestamp);
    await client(server, feed.fingerprint).update();
    expect(server.written.at(-1)).toBe('metadata/2.root.json');
  });

  it('root keys of two people: the second signs the file elsewhere; too few that are left are told', async () => {
    const feed = await newFeed(['An'], 1);
    const open = await openFeed(feed.files, feed.fingerprint);
    // First the root becomes one of two people.
    const made = await newKeys('root', ['An', 'Bình']);
    const own = await signersOf(feed, 'An');
    const first = await prepareKeyChange(
      open,
      { role: 'root', ids: open.root.roles.root.keyids },
      made,
      [...(await rootSigners(feed.keys)), ...own],
      LATER,
    );
    const files = new Map([...feed.files, ...(await finished(first, open.expires)).files]);
    const two = await openFeed(files, feed.fingerprint);
    expect(two.root.roles.root.keyids).toHaveLength(2);
    const both = {
      ...two.root,
      roles: { ...two.root.roles, root: { ...two.root.roles.root, threshold: 2 } },
    };
    const [id = ''] = both.roles.root.keyids;
    expect(rootsLeft(both, { role: 'root', ids: [id] }, true)).toEqual({ have: 1, need: 2 });
    expect(rootsLeft(both, { role: 'root', ids: [id] }, false)).toEqual({ have: 2, need: 2 });
    // A signature is missing: the file goes to the person who has the root key, and is sound there.
    const fresh = await newKeys('targets', ['Bình']);
    const waiting = await prepareKeyChange(
      two,
      { role: 'targets', ids: two.root.roles.targets.keyids },
      fresh,
      own,
      LATER,
    );
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
    const store = await openAdminStore('key-change');
    const save = async (keys: readonly MadeKey[]) => {
      for (const { role, holder, pair } of keys.filter(({ role: one }) => one !== 'root'))
        await store.saveKey({
          feed: feed.fingerprint,
          role,
          holder,
          public: pair.public,
          key: await dailyKey(pair),
        });
    };
    const open = await openFeed(feed.files, feed.fingerprint);
    const kept = await keepFeed(store, open, { editor: 'An', address: undefined });
    await save(feed.keys);
    const workspace = await loadWorkspace(store, kept);
    const made = await newKeys('targets', ['An']);
    const signers = [...(await rootSigners(feed.keys)), ...workspace.signers];
    const prepared = await prepareKeyChange(
      open,
      { role: 'targets', ids: open.root.roles.targets.keyids },
      made,
      signers,
      LATER,
    );
    await save(made);
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
