/** Keys that come and go, on a server that a browser follows. */
import { makeKeys, type MadeKey } from '../../../../lib/admin/keys/ceremony';
import { rootSigners, type KeyChange } from '../../../../lib/admin/keys/change';
import { filesTransport } from '../../../../lib/admin/open/files';
import type { OpenFeed } from '../../../../lib/admin/open/read-feed';
import { putFeed } from '../../../../lib/admin/publish/put-feed';
import { refreshMetadata } from '../../../../lib/lists/feed/client';
import type { Role } from '../../../../lib/lists/feed/metadata';
import type { Trusted } from '../../../../lib/lists/feed/trust-store';
import { FakeServer } from './fake-server';
import { LATER, newFeed, openFeed, signersOf } from './feed';

/** New keys of a role, one for each holder. */
export async function newKeys(role: Role, holders: readonly string[]): Promise<MadeKey[]> {
  const one = { holders, threshold: 1 };
  const plan = { root: one, targets: one, snapshot: one, timestamp: one };
  return (await makeKeys(plan)).filter((key) => key.role === role);
}

/** All keys of a role go, and as many new ones come. */
export function replacing({ root }: OpenFeed, role: Role, holders: readonly string[]): KeyChange {
  return { role, ids: root.roles[role].keyids, holders, threshold: root.roles[role].threshold };
}

/** What lies on a server. */
export function filesOn(server: FakeServer) {
  return new Map([...server.files].map(([path, { bytes }]) => [path, bytes]));
}

/** A client that keeps what it trusts, as a browser does. */
export function client(server: FakeServer, fingerprint: string, now = LATER) {
  let trusted: Trusted | undefined;
  const store = {
    load: () => Promise.resolve(trusted),
    save: (next: Trusted) => {
      trusted = next;
      return Promise.resolve();
    },
  };
  return {
    update: () =>
      refreshMetadata({
        transport: filesTransport(filesOn(server)),
        store,
        fingerprint,
        now: () => now,
        built: 0,
      }),
  };
}

/** A new feed on a server, and a browser that has its first version. An holds its keys: `root`, and `own` for daily use. */
export async function hostedFeed() {
  const feed = await newFeed();
  const server = new FakeServer(true);
  await putFeed(server, feed.files, undefined);
  const browser = client(server, feed.fingerprint);
  await browser.update();
  const open = await openFeed(feed.files, feed.fingerprint);
  const [root, own] = [await rootSigners(feed.keys), await signersOf(feed, 'An')];
  return { feed, server, browser, open, root, own };
}
