/** The three ways by which a feed comes to the console: its address, a folder, a .zip. */
import browser from 'webextension-polyfill';
import { filesTransport, fingerprintOf, folderTransport, unzipFeed } from '../../../lib/admin/open/files';
import { readFeed, type Progress } from '../../../lib/admin/open/read-feed';
import { keepFeed } from '../../../lib/admin/workspace';
import type { AdminStore } from '../../../lib/admin/store';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { createTransport, feedAddress } from '../../../lib/lists/feed/transport';
import { pickFolder } from './files';

/** Asks for the right to read and write at a server; must be called by a press of the person. */
export function allowServer(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}

/** Opens a feed by its address. A feed is public: no right is needed to read it. Throws FeedError. */
export async function fromAddress(
  store: AdminStore,
  text: string,
  fingerprint: string,
  editor: string,
  progress: Progress,
): Promise<ConsoleFeed> {
  const address = feedAddress(text);
  const open = await readFeed(
    createTransport({ address, fetch: fetch.bind(globalThis) }),
    fingerprint,
    progress,
  );
  return keepFeed(store, open, { editor, address });
}

/** Opens a feed from a folder. Rejects with an AbortError where none is picked. */
export async function fromFolder(
  store: AdminStore,
  editor: string,
  progress: Progress,
): Promise<ConsoleFeed> {
  if (!pickFolder) throw new DOMException('no folder picker', 'NotSupportedError');
  const transport = folderTransport(await pickFolder({ mode: 'read' }));
  const open = await readFeed(transport, await fingerprintOf(transport), progress);
  return keepFeed(store, open, { editor, address: undefined });
}

/** Opens a feed from a .zip. Throws OpenError or FeedError. */
export async function fromZip(
  store: AdminStore,
  file: File,
  editor: string,
  progress: Progress,
): Promise<ConsoleFeed> {
  const transport = filesTransport(await unzipFeed(new Uint8Array(await file.arrayBuffer())));
  const open = await readFeed(transport, await fingerprintOf(transport), progress);
  return keepFeed(store, open, { editor, address: undefined });
}
