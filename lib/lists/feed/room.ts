/** Room on the disk for what an update brings. Pure. */
import { FeedError } from './feed-error';

/** Kept free: on a full disk a browser cannot even open its database, and then all that is stored is out of reach. */
const RESERVE = 16 * 1_048_576;

/** Bytes written for each that comes, the database's own log and clearing up included. */
const WRITTEN = 3;

/** Throws FeedError ERR_FEED_STORE_FULL where so many bytes find no room. `room`: undefined where the browser does not say. */
export function requireRoom(bytes: number, room: number | undefined): void {
  if (room === undefined || bytes * WRITTEN + RESERVE <= room) return;
  throw new FeedError(
    'ERR_FEED_STORE_FULL',
    'reported.json',
    `${String(bytes)} bytes find no room on the disk.`,
  );
}
