/** A feed whose dates have run out, and one whose key was taken away: what the console says and does. */
import { describe, expect, it } from 'vitest';
import { filesTransport } from '../../../lib/admin/open/files';
import { prepareRefresh } from '../../../lib/admin/publish/prepare';
import { rolesDue } from '../../../lib/admin/reminder';
import { refreshMetadata } from '../../../lib/lists/feed/client';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import type { Trusted } from '../../../lib/lists/feed/trust-store';
import { generateKeyPair, namedKey, signerOf } from '../../../lib/lists/publish/keys';
import { propose, publicationFiles } from '../../../lib/lists/publish/proposal';
import { signProposal } from '../../../lib/lists/publish/signing';
import type { Bytes } from '../../../lib/lists/feed/bytes';
import { addNumber, filesOf, newFeed, NOW, openFeed, signersOf } from './support/feed';

const DAY = 86_400_000;

/** Takes the feed as a browser does at this time. */
function asClient(files: ReadonlyMap<string, Bytes>, fingerprint: string, now: number) {
  let kept: Trusted | undefined;
  const store = {
    load: () => Promise.resolve(kept),
    save: (next: Trusted) => Promise.resolve(void (kept = next)),
  };
  return refreshMetadata({ transport: filesTransport(files), store, fingerprint, now: () => now, built: 0 });
}

describe('dates that have run out', () => {
  it('are told, the feed still opens, and new dates bring browsers back', async () => {
    const feed = await newFeed();
    const late = NOW + 100 * DAY;
    await expect(asClient(feed.files, feed.fingerprint, late)).rejects.toMatchObject({
      code: 'ERR_FEED_EXPIRED',
    });
    const open = await openFeed(feed.files, feed.fingerprint);
    const card = {
      id: open.fingerprint,
      name: open.info.name,
      version: open.info.version,
      expires: open.expires,
      editor: 'An',
    };
    expect([...rolesDue(card, late)].sort()).toEqual(['snapshot', 'targets', 'timestamp']);
    const renewed = await prepareRefresh({ open, signers: await signersOf(feed, 'An') }, late);
    expect(renewed.missing).toBeUndefined();
    const files = new Map([...feed.files, ...(await filesOf(renewed, open))]);
    await asClient(files, feed.fingerprint, late);
  });

  it('of the root cannot be mended by the daily keys: browsers refuse until the root keys sign a new one', async () => {
    const feed = await newFeed();
    const late = NOW + 400 * DAY;
    const open = await openFeed(feed.files, feed.fingerprint);
    const renewed = await prepareRefresh({ open, signers: await signersOf(feed, 'An') }, late);
    const files = new Map([...feed.files, ...(await filesOf(renewed, open))]);
    await expect(asClient(files, feed.fingerprint, late)).rejects.toMatchObject({ code: 'ERR_FEED_EXPIRED' });
  });
});

describe('a key that was taken away', () => {
  it('signs nothing any more: the draft waits for another key, and browsers refuse what it signed alone', async () => {
    const feed = await newFeed();
    const open = await openFeed(feed.files, feed.fingerprint);
    const old = await signersOf(feed, 'An');
    // The root keys name another key for the content.
    const pair = await generateKeyPair();
    const { id, key } = await namedKey(pair.public);
    const root = readMetadata('root', open.published.root).signed;
    const [stolen = ''] = root.roles.targets.keyids;
    const keys = Object.fromEntries([
      ...Object.entries(root.keys).filter(([one]) => one !== stolen),
      [id, key],
    ]);
    const nextRoot = {
      ...root,
      version: 2,
      keys,
      roles: { ...root.roles, targets: { keyids: [id], threshold: 1 } },
    };
    const rootKey = feed.keys.find(({ role }) => role === 'root');
    if (!rootKey) throw new Error('no root key');
    const signers = [await signerOf(rootKey.pair), await signerOf(pair), ...old];
    const { proposal } = await signProposal(await propose(open.published, { nextRoot }, NOW), signers, NOW);
    const rotated = new Map([...feed.files, ...(await publicationFiles(proposal))]);

    const now = await openFeed(rotated, feed.fingerprint);
    const draft = await addNumber(now, '+84912345678', old);
    expect(draft.missing).toMatchObject({ role: 'targets', have: 0, need: 1, keyids: [id] });
    await expect(filesOf(draft, now)).rejects.toMatchObject({ code: 'ERR_PUBLISH_UNSIGNED' });

    // A thief who publishes by the old root over the new one is refused by every browser.
    const theft = await addNumber(open, '+84868111222', old);
    const forged = new Map([...rotated, ...(await filesOf(theft, open))]);
    await expect(asClient(forged, feed.fingerprint, NOW)).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_FEED_/) as string,
    });
  });
});
