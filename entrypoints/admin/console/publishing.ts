/** Publishing from the console: to a .zip, a folder, a WebDAV server or an S3-compatible store, then read as a browser. */
import { readFeed } from '../../../lib/admin/open/read-feed';
import type { Destination, Place } from '../../../lib/admin/publish/destination';
import { folderPlace } from '../../../lib/admin/publish/folder-place';
import { davPlace, honoursConditions, s3Place } from '../../../lib/admin/publish/http-place';
import type { Prepared } from '../../../lib/admin/publish/prepare';
import { putFeed, type Progress } from '../../../lib/admin/publish/put-feed';
import { settle, type Workspace } from '../../../lib/admin/workspace';
import type { AdminStore } from '../../../lib/admin/store';
import { createTransport, feedAddress } from '../../../lib/lists/feed/transport';
import type { Login } from '../../../components/admin/publish/DestinationForm';
import { download, pickFolder, zipped } from './files';
import { allowServer } from './open';

/** Opens the place of a destination; asks for the right to write there where the browser wants one. */
export async function openPlace(destination: Destination, login: Login): Promise<Place | undefined> {
  if (destination.kind === 'zip') return undefined;
  if (destination.kind === 'folder') {
    if (!pickFolder) throw new DOMException('no folder picker', 'NotSupportedError');
    return folderPlace(await pickFolder({ mode: 'readwrite' }));
  }
  if (!(await allowServer(destination.url)))
    throw new DOMException('the right to write was refused', 'NotAllowedError');
  if (destination.kind === 's3') {
    return s3Place(destination.url, destination.region, destination.accessKey, login.secret);
  }
  return davPlace(
    destination.url,
    login.user ? { user: login.user, password: login.secret } : undefined,
    true,
  );
}

/** A WebDAV server that ignores conditions is written to without them, and read back. */
async function withConditions(
  place: Place,
  files: Prepared['files'],
  published: Workspace['open'],
): Promise<Place> {
  const [path, bytes] = [...published.files].find(([name]) => name === 'metadata/1.root.json') ?? [];
  if (!place.conditional || !path || !bytes || files.has(path) || !(await place.read(path))) return place;
  return (await honoursConditions(place, path, bytes)) ? place : { ...place, conditional: false };
}

/** Every file of the feed after the publication: what a new server needs. */
export function wholeFeed({ open }: Workspace, { files }: Prepared): Map<string, Uint8Array<ArrayBuffer>> {
  const last = 'metadata/timestamp.json';
  const all = new Map([...open.files, ...files].filter(([path]) => path !== last));
  const timestamp = files.get(last) ?? open.published.timestamp;
  return all.set(last, timestamp);
}

/** Writes a publication and makes it what the console stands on. Throws PlaceError, FeedError. */
export async function publishTo(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
  place: Place | undefined,
  progress: Progress,
): Promise<Workspace> {
  await store.savePending(workspace.feed.id, prepared);
  if (!place) {
    const name = `canh-giac-${prepared.info.version}.zip`;
    download(name, await zipped(wholeFeed(workspace, prepared)));
    return settle(store, workspace, prepared);
  }
  const empty = (await place.read('metadata/timestamp.json')) === undefined;
  // A place that has nothing yet, a new server say, gets the whole feed.
  const files = empty ? wholeFeed(workspace, prepared) : prepared.files;
  const before = empty ? undefined : workspace.open.published.timestamp;
  await putFeed(await withConditions(place, files, workspace.open), files, before, progress);
  return settle(store, workspace, prepared);
}

/**
 * Reads the feed anew as a browser does and holds that it is the version that was published. Gives the address, or
 * undefined where only the place itself could be read. Throws FeedError.
 */
export async function verifyPublished({ feed }: Workspace): Promise<string | undefined> {
  if (feed.address === undefined) return undefined;
  const address = feedAddress(feed.address);
  const read = await readFeed(createTransport({ address, fetch: fetch.bind(globalThis) }), feed.id);
  if (read.info.version !== feed.version)
    throw new DOMException(`${address} has ${read.info.version}`, 'DataError');
  return address;
}
