/** Servers that take a feed: opened by address and login, tried for conditions, and read by the right to write there. */
import type { Bytes } from '../../lists/feed/bytes';
import type { Transport } from '../../lists/feed/transport';
import { knowConditions } from './conditions';
import type { Destination, Place } from './destination';
import { davPlace, s3Place } from './http-place';

export type ServerDestination = Extract<Destination, { readonly kind: 'dav' | 's3' }>;

/** What conditions are tried on: it never changes. */
const FIRST_ROOT = 'metadata/1.root.json';

/**
 * The place of a destination, with the conditions that it keeps to. `login`: of WebDAV its user, or nobody; of S3 the
 * secret alone counts. `files`: the feed. Throws PlaceError; ERR_PLACE_OTHER where another feed lies there.
 */
export function serverPlace(
  destination: ServerDestination,
  login: { readonly user?: string | undefined; readonly secret: string },
  files: ReadonlyMap<string, Bytes>,
): Promise<Place> {
  const place =
    destination.kind === 's3'
      ? s3Place(destination.url, destination.region, destination.accessKey, login.secret)
      : davPlace(destination.url, login.user ? { user: login.user, password: login.secret } : undefined);
  const root = files.get(FIRST_ROOT);
  return root ? knowConditions(place, FIRST_ROOT, root) : Promise.resolve(place);
}

/** The feed at a place, read by the rights to write there: it may have no public address yet. */
export function placeTransport(place: Place): Transport {
  return { get: async (path) => (await place.read(path))?.bytes };
}
