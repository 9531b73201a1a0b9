/** Downloads of targets: content that verified metadata names by length and hash. */
import type { Bytes } from './bytes';
import { requireFile } from './checks';
import { FeedError } from './feed-error';
import { MAX_TARGET } from './limits';
import type { Signed } from './metadata';
import type { Transport } from './transport';

/** The newest format of targets that this code reads. */
export const TARGET_FORMAT = 1;

/** Names of the targets that hold one list each. */
export const DOCUMENT_TARGETS = {
  directory: 'directory.json',
  phrasePack: 'phrase-pack.json',
  sitePack: 'site-pack.json',
} as const;

/** Where a target lies under consistent snapshots: `targets/a/HASH.b` for `a/b`. */
export function targetPath(name: string, hash: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `targets/${name.slice(0, slash)}${hash}.${name.slice(slash)}`;
}

/**
 * Downloads a target and holds that it is the signed one. Throws FeedError: ERR_FEED_FORMAT_NEWER before anything is
 * downloaded, ERR_FEED_MISSING, _TOO_LONG, _LENGTH, _HASH or what the transport throws.
 */
export async function fetchTarget(
  transport: Transport,
  { targets }: Pick<Signed<'targets'>, 'targets'>,
  name: string,
): Promise<Bytes> {
  const file = Object.hasOwn(targets, name) ? targets[name] : undefined;
  const place = `targets/${name}`;
  if (!file || !/^(?:[a-z0-9][a-z0-9._-]*\/)*[a-z0-9][a-z0-9._-]*$/.test(name)) {
    throw new FeedError('ERR_FEED_CONTENT', place, 'the feed has no such file.');
  }
  const format = file.custom?.format;
  if (typeof format === 'number' && format > TARGET_FORMAT) {
    throw new FeedError('ERR_FEED_FORMAT_NEWER', place, `it has format ${String(format)}.`);
  }
  if (file.length > MAX_TARGET) throw new FeedError('ERR_FEED_TOO_LONG', place, 'it is longer than 1 MB.');
  const bytes = await transport.get(targetPath(name, file.hashes.sha256), file.length);
  return requireFile(bytes, place, file);
}
