/** Where a feed is published, and the one interface that every kind of place has. */
import * as v from 'valibot';
import type { Bytes } from '../../lists/feed/bytes';

/**
 * An address that paths of files follow, so that nothing may stand behind them; it holds no login. As forms take it: the
 * browser tells what is wrong before anything is written.
 */
export const FOLDER_URL = String.raw`https:\/\/[^\/?#@]+(\/[^?#]*)?|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^?#]*)?`;

const folderUrl = v.pipe(
  v.string(),
  v.maxLength(500),
  v.url(),
  v.regex(new RegExp(`^(?:${FOLDER_URL})$`, 'v')),
);

/** Found out at the last publication: the server keeps to no conditions, so one person at a time may write. */
const singleWriter = v.optional(v.boolean());

/** A destination as it is kept. Passwords and secret keys are not: they are asked for at each session. */
export const DestinationSchema = v.variant('kind', [
  v.object({ kind: v.literal('zip') }),
  v.object({ kind: v.literal('folder') }),
  v.object({
    kind: v.literal('dav'),
    url: folderUrl,
    user: v.optional(v.pipe(v.string(), v.maxLength(200))),
    singleWriter,
  }),
  v.object({
    kind: v.literal('s3'),
    url: folderUrl,
    region: v.pipe(v.string(), v.maxLength(60)),
    accessKey: v.pipe(v.string(), v.maxLength(200)),
    singleWriter,
  }),
]);
export type Destination = v.InferOutput<typeof DestinationSchema>;

/** True where two people who publish at once could overwrite each other. */
export function isSingleWriter(destination: Destination | undefined): boolean {
  return destination !== undefined && 'singleWriter' in destination && destination.singleWriter === true;
}

/** What a server knows of a file: a tag that changes with it. */
export interface StoredFile {
  readonly bytes: Bytes;
  /** ETag; absent where the server gives none that can be trusted. */
  readonly tag?: string | undefined;
}

/** When a file may be written: only where none is, only over this tag, or always. */
export type Condition =
  { readonly kind: 'absent' } | { readonly kind: 'tag'; readonly tag: string } | { readonly kind: 'any' };

/** A place that takes files. Every method may throw PlaceError. */
export interface Place {
  /** True where the server honours conditions, so that two administrators cannot overwrite each other. */
  readonly conditional: boolean;
  /** undefined where there is no such file. */
  read(path: string): Promise<StoredFile | undefined>;
  /** Throws PlaceError ERR_PLACE_CONFLICT where the condition does not hold. */
  write(path: string, bytes: Bytes, condition: Condition): Promise<void>;
}

export type PlaceErrorCode =
  | 'ERR_PLACE_NETWORK'
  | 'ERR_PLACE_REFUSED'
  | 'ERR_PLACE_FULL'
  | 'ERR_PLACE_SERVER'
  | 'ERR_PLACE_ADDRESS'
  | 'ERR_PLACE_CONDITION'
  | 'ERR_PLACE_OTHER'
  | 'ERR_PLACE_CONFLICT'
  | 'ERR_PLACE_LEFTOVERS'
  | 'ERR_PLACE_READ_BACK';

/** A place did not do what was asked; `path` tells with which file. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
  constructor(
    readonly code: PlaceErrorCode,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${path}`, options);
  }
}
