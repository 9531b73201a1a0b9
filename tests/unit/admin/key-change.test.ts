/** New keys from the console: who had the old root comes along, what the old key signs is void. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { makeKeys, type MadeKey } from '../../../lib/admin/keys/ceremony';
import {
  changeProblem,
  prepareRoot,
  rootSigners,
  rootsNeeded,
  type KeyChange,
} from '../../../lib/admin/keys/change';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { countersign, finished, prepareRefresh, signFurther } from '../../../lib/admin/publish/prepare';
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

/** All keys of a role go, and as many new ones come. */
function replacing({ root }: OpenFeed, role: Role, holders: readonly string[]): KeyChange {
  return { role, ids: root.roles[role].keyids, holders, threshold: root.roles[role].threshold };
}

/** A client that keeps what it trusts, as a browser does. */
function client(server: FakeServer, fingerprint: string, now = LATER) {
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
      refreshMetadata({ transport: filesTransport(files()), store, fingerprint, now: () => now, built: 0 }),
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
    const feed = await newFeed();
    const server = new FakeServer(true);
    await upload(server, feed);
    const open = await openFeed(feed.files, feed.fingerprint);
    const out = replacing(open, 'timestamp', ['Bình']);
    const made = await newKeys('timestamp', ['Bình']);
    const signers = [...(await rootSigners(feed.keys)), ...(await signersOf(feed, 'An'))];
    const prepared = await prepareRoot(open, out, made, signers, LATER);
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
    const store = await openAdminStore('key-change');
    const open = await openFeed(feed.files, feed.fingerprint);
    const kept = await keepFeed(store, open, { editor: 'An', address: undefined });
    await keepDailyKeys(store, kept.id, feed.keys);
    const workspace = await loadWorkspace(store, kept);
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

describe('how many must sign', () => {
  const none = { ids: [], holders: [] };

  it('goes up with a second holder: who had the old root comes along, and from then on it takes both', async () => {
    const feed = await newFeed();
    const server = new FakeServer(true);
    await upload(server, feed);
    const browser = client(server, feed.fingerprint);
    await browser.update();
    const open = await openFeed(feed.files, feed.fingerprint);
    const made = await newKeys('targets', ['Bình']);
    const change: KeyChange = { ...none, role: 'targets', holders: ['Bình'], threshold: 2 };
    const own = await signersOf(feed, 'An');
    const prepared = await prepareRoot(
      open,
      change,
      made,
      [...(await rootSigners(feed.keys)), ...own],
      LATER,
    );
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
    const feed = await newFeed();
    const server = new FakeServer(true);
    await upload(server, feed);
    const browser = client(server, feed.fingerprint);
    await browser.update();
    const open = await openFeed(feed.files, feed.fingerprint);
    const own = await signersOf(feed, 'An');
    const made = await newKeys('root', ['Bình']);
    const up: KeyChange = { ...none, role: 'root', holders: ['Bình'], threshold: 2 };
    expect(rootsNeeded(open.root, up)).toBe(1);
    const [an, binh] = [await rootSigners(feed.keys), await rootSigners(made)];
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
    const live = await openFeed(
      new Map([...server.files].map(([path, { bytes }]) => [path, bytes])),
      feed.fingerprint,
    );
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

describe('the year of the root', () => {
  it('is over: a new date under the same keys brings back who kept the old root', async () => {
    const feed = await newFeed();
    const server = new FakeServer(true);
    await upload(server, feed);
    await client(server, feed.fingerprint).update();
    const late = NOW + 366 * 86_400_000;
    const browser = client(server, feed.fingerprint, late);
    await expect(browser.update()).rejects.toMatchObject({ code: 'ERR_FEED_EXPIRED' });
    const open = await openFeed(feed.files, feed.fingerprint);
    const own = await signersOf(feed, 'An');
    const prepared = await prepareRoot(
      open,
      undefined,
      [],
      [...(await rootSigners(feed.keys)), ...own],
      late,
    );
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
