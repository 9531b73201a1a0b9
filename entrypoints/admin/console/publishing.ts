/** Publishing from the console: to a .zip, a folder, a WebDAV server or an S3-compatible store, then read as a browser. */
import type { Login } from '../../../components/admin/publish/DestinationForm';
import { readFeed, type OpenFeed } from '../../../lib/admin/open/read-feed';
import { PlaceError, type Destination, type Place } from '../../../lib/admin/publish/destination';
import { folderPlace } from '../../../lib/admin/publish/folder-place';
import { davPlace, honoursConditions, s3Place } from '../../../lib/admin/publish/http-place';
import { catchUp, type CaughtUp } from '../../../lib/admin/publish/overtaken';
import { finished, type Prepared } from '../../../lib/admin/publish/prepare';
import { putFeed, TIMESTAMP, type Progress } from '../../../lib/admin/publish/put-feed';
import type { AdminStore } from '../../../lib/admin/store';
import { settle, type Workspace } from '../../../lib/admin/workspace';
import { createTransport, feedAddress, type Transport } from '../../../lib/lists/feed/transport';
import type { Files } from '../../../lib/lists/publish/proposal';
import { download, pickFolder, zipped } from './files';
import { allowServer } from './open';

/** A WebDAV server that ignores conditions is written to without them, and read back. Tried on the root, which never changes. */
async function knowConditions(place: Place, open: OpenFeed): Promise<Place> {
  const path = 'metadata/1.root.json';
  const bytes = open.files.get(path);
  if (!place.conditional || !bytes) return place;
  // A new server has none yet; it is the first file of a whole feed anyway.
  if (!(await place.read(path))) await place.write(path, bytes, { kind: 'absent' });
  return (await honoursConditions(place, path, bytes)) ? place : { ...place, conditional: false };
}

/** Opens the place of a destination; asks for the right to write there where the browser wants one. */
export async function openPlace(
  destination: Destination,
  login: Login,
  open: OpenFeed,
): Promise<Place | undefined> {
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
  const user = login.user ? { user: login.user, password: login.secret } : undefined;
  return knowConditions(davPlace(destination.url, user, true), open);
}

/** The feed at a place, read by the rights to write there: it may have no public address yet. */
function placeTransport(place: Place): Transport {
  return { get: async (path) => (await place.read(path))?.bytes };
}

/** Every file of the feed after a publication, the timestamp last: what a new server needs. */
function wholeFeed(open: OpenFeed, files: Files): Files {
  const all = new Map([...open.files, ...files]);
  const timestamp = all.get(TIMESTAMP);
  all.delete(TIMESTAMP);
  return timestamp ? all.set(TIMESTAMP, timestamp) : all;
}

/**
 * Writes a publication and makes it what the console stands on; gives what somebody else published first, if anybody
 * did. Throws PlaceError, PublishError, FeedError.
 */
export async function publishTo(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
  place: Place | undefined,
  progress: Progress,
): Promise<Workspace | CaughtUp> {
  const { open, feed } = workspace;
  await store.savePending(feed.id, prepared);
  const { files } = await finished(prepared, open.expires);
  if (!place) {
    download(`canh-giac-${prepared.info.version}.zip`, await zipped(wholeFeed(open, files)));
    return settle(store, workspace, prepared);
  }
  // A place that has nothing yet, a new server say, gets the whole feed.
  const empty = (await place.read(TIMESTAMP)) === undefined;
  const [what, before] = empty ? [wholeFeed(open, files), undefined] : [files, open.published.timestamp];
  try {
    await putFeed(place, what, before, progress);
  } catch (error) {
    const isConflict = error instanceof PlaceError && error.code === 'ERR_PLACE_CONFLICT';
    const caught = isConflict
      ? await catchUp(store, workspace, prepared, placeTransport(place), Date.now())
      : undefined;
    if (caught) return caught;
    throw error;
  }
  return settle(store, workspace, prepared);
}

/**
 * Reads the feed anew as a browser does and holds that it is the version that was published. Gives its address, or
 * undefined where none is known. Throws FeedError, or DataError where another version is there.
 */
export async function verifyPublished({ feed }: Workspace): Promise<string | undefined> {
  if (feed.address === undefined) return undefined;
  const address = feedAddress(feed.address);
  const read = await readFeed(createTransport({ address, fetch: fetch.bind(globalThis) }), feed.id);
  if (read.info.version !== feed.version)
    throw new DOMException(`${address}: ${read.info.version}`, 'DataError');
  return address;
}
