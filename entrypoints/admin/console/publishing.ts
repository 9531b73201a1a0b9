/** Publishing from the console: to a .zip, a folder, a WebDAV server or an S3-compatible store, then read as a browser. */
import type { Login } from '../../../components/admin/publish/DestinationForm';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { PlaceError, type Destination, type Place } from '../../../lib/admin/publish/destination';
import { folderPlace } from '../../../lib/admin/publish/folder-place';
import { catchUp, type CaughtUp } from '../../../lib/admin/publish/overtaken';
import { finished, type Prepared } from '../../../lib/admin/publish/prepare';
import { putFeed, TIMESTAMP, type Progress } from '../../../lib/admin/publish/put-feed';
import { placeTransport, serverPlace } from '../../../lib/admin/publish/server-place';
import type { AdminStore } from '../../../lib/admin/store';
import { settle, type Workspace } from '../../../lib/admin/workspace';
import { FeedError } from '../../../lib/lists/feed/feed-error';
import type { Files } from '../../../lib/lists/publish/proposal';
import { download, pickFolder, zipped } from './files';
import { liveTransport } from './live';
import { allowServer } from './open';

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
  return serverPlace(destination, login, open.files);
}

/** Every file of the feed after a publication, the timestamp last: what a new server needs. */
function wholeFeed(open: OpenFeed, files: Files): Files {
  const all = new Map([...open.files, ...files]);
  const timestamp = all.get(TIMESTAMP);
  all.delete(TIMESTAMP);
  return timestamp ? all.set(TIMESTAMP, timestamp) : all;
}

/** What somebody else published before a .zip is made. Without a network the look after it says that nobody could tell. */
async function lookBefore(
  store: AdminStore,
  workspace: Workspace,
  prepared: Prepared,
): Promise<CaughtUp | undefined> {
  const { address } = workspace.feed;
  if (address === undefined) return undefined;
  try {
    return await catchUp(store, workspace, prepared, liveTransport(address), Date.now());
  } catch (error) {
    // Also where an old copy lies there, or the last .zip is not up yet: the next one mends both.
    if (error instanceof FeedError) return undefined;
    throw error;
  }
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
  if (!place) {
    const caught = await lookBefore(store, workspace, prepared);
    if (caught) return caught;
  }
  await store.savePending(feed.id, prepared);
  const { files } = await finished(prepared, open.expires);
  if (!place) {
    download(`canh-giac-${prepared.info.version}.zip`, await zipped(wholeFeed(open, files)));
    return settle(store, workspace, prepared, false);
  }
  // A place that has nothing yet, a new server say, gets the whole feed.
  const empty = (await place.read(TIMESTAMP)) === undefined;
  const [what, before] = empty ? [wholeFeed(open, files), undefined] : [files, open.published.timestamp];
  try {
    await putFeed(place, what, before, progress);
  } catch (error) {
    const isConflict = error instanceof PlaceError && error.code === 'ERR_PLACE_CONFLICT';
    const caught = isConflict
      ? // Where that fails too, the conflict is what to tell; but for an old copy of the feed that lies there.
        await catchUp(store, workspace, prepared, placeTransport(place), Date.now()).catch(
          (later: unknown) => {
            if (later instanceof FeedError && later.code === 'ERR_FEED_ROLLBACK') throw later;
            console.error(later);
            return undefined;
          },
        )
      : undefined;
    if (caught) return caught;
    throw error;
  }
  return settle(store, workspace, prepared);
}
