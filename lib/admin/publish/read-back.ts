/** A feed read where it was written, by the rights to write there: it may have no public address yet. */
import { FeedError } from '../../lists/feed/feed-error';
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import { readFeed } from '../open/read-feed';
import type { Place } from './destination';
import { placeTransport } from './server-place';

/**
 * Whether a place holds the publication with this timestamp: every file of it, rightly signed, as a client reads it.
 * Throws PlaceError where nobody could look.
 */
export async function isWholeAt(place: Place, fingerprint: string, timestamp: Bytes): Promise<boolean> {
  try {
    const { published } = await readFeed(placeTransport(place), fingerprint);
    return sameBytes(published.timestamp, timestamp);
  } catch (error) {
    if (error instanceof FeedError) return false;
    throw error;
  }
}
