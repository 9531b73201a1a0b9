/** A feed read where it was written, by the rights to write there: it may have no public address yet. */
import { FeedError } from '../../lists/feed/feed-error';
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import { readFeed, type OpenFeed } from '../open/read-feed';
import { PlaceError, type Place } from './destination';
import { placeTransport } from './server-place';

/**
 * What a place was found to hold: the `whole` publication, every file of it rightly signed, as a client reads it; something
 * `other`, be it another version or a faulty one; or it could not be read.
 */
export type ReadBack =
  | { readonly kind: 'whole'; readonly expires: OpenFeed['expires'] }
  | { readonly kind: 'other' }
  | { readonly kind: 'unseen' };

/** Reads a place back, which should hold the publication with this timestamp. What is written stays so, whatever is found. */
export async function readBack(place: Place, fingerprint: string, timestamp: Bytes): Promise<ReadBack> {
  try {
    const { published, expires } = await readFeed(placeTransport(place), fingerprint);
    return sameBytes(published.timestamp, timestamp) ? { kind: 'whole', expires } : { kind: 'other' };
  } catch (error) {
    if (error instanceof FeedError) return { kind: 'other' };
    if (error instanceof PlaceError) return { kind: 'unseen' };
    throw error;
  }
}
