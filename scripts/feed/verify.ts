/** Reads a feed as a client would: from its address, or from the folder that is to be published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchContent, type FetchedContent } from '../../lib/lists/feed/content';
import { refreshMetadata, type Refreshed } from '../../lib/lists/feed/client';
import { SCOPES } from '../../lib/lists/feed/content-schema';
import { createTransport, feedAddress, type Transport } from '../../lib/lists/feed/transport';
import type { Trusted } from '../../lib/lists/feed/trust-store';
import { datesOf, type RoleDate } from './due';

/** The files of a folder in the place of a server. */
export function folderTransport(folder: string): Transport {
  return {
    get: (path) => {
      try {
        return Promise.resolve(new Uint8Array(readFileSync(join(folder, path))));
      } catch {
        return Promise.resolve(undefined);
      }
    },
  };
}

/** The whole feed, verified from its first root on. Throws FeedError. */
export async function verifyFeed(
  place: string,
  fingerprint: string,
): Promise<Refreshed & { readonly content: FetchedContent; readonly dates: readonly RoleDate[] }> {
  const transport = /^https?:/.test(place)
    ? createTransport({ address: feedAddress(place), fetch })
    : folderTransport(place);
  let trusted: Trusted | undefined;
  const store = {
    load: () => Promise.resolve(trusted),
    save: (next: Trusted) => {
      trusted = next;
      return Promise.resolve();
    },
  };
  const refreshed = await refreshMetadata({ transport, store, fingerprint, now: () => Date.now(), built: 0 });
  const content = await fetchContent({ transport, targets: refreshed.targets, scope: SCOPES });
  const { root, timestamp, snapshot, targets } = trusted ?? {};
  if (!root || !timestamp || !snapshot || !targets)
    throw new TypeError('refreshMetadata keeps all four roles');
  return { ...refreshed, content, dates: datesOf({ root, timestamp, snapshot, targets }, Date.now()) };
}
