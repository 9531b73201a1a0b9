/** Files of a version that was published before, as far as this folder still has them. */
import { join } from 'node:path';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sha256, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { fetchTarget } from '../../lib/lists/feed/targets';
import type { Transport } from '../../lib/lists/feed/transport';
import type { Files } from '../../lib/lists/publish/proposal';
import { readBase } from './base';
import type { FeedFolder } from './folder';
import { isOfFeed, targetsAt, targetsFrom } from './past';
import { folderTransport } from './verify';

/** Publications that are looked through, the newest ones. */
const MOST = 500;

/** The version that targets name; undefined where that file is gone. */
async function versionOf(transport: Transport, file: Bytes): Promise<string | undefined> {
  try {
    const info = await fetchTarget(transport, readMetadata('targets', file).signed, 'feed.json');
    return readFeedInfo(info).version;
  } catch (error) {
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

/** A file that was left there by somebody else is no metadata, or not signed by keys of the feed. */
async function isSignedHere(open: OpenFeed, file: Bytes): Promise<boolean> {
  try {
    return await isOfFeed(open, file);
  } catch (error) {
    if (error instanceof FeedError) return false;
    throw error;
  }
}

/**
 * The targets of a version behind the one that is live, each signed by keys that a root of the feed names. Of two of the
 * same version the one that this folder knows to have been published. Throws where there is none, or its files are gone.
 */
export async function targetsOfOld(folder: FeedFolder, open: OpenFeed, wanted: string): Promise<Files> {
  const transport = folderTransport(join(folder.path, 'public'));
  const known = new Set(readBase(folder)?.known.map((one) => one.sha256));
  const newest = readMetadata('targets', open.published.targets).signed.version;
  const others = new Set<string>();
  const found: Bytes[] = [];
  for (let number = newest; number >= Math.max(1, newest - MOST); number--) {
    const file = await targetsAt(transport, number);
    if (!file || !(await isSignedHere(open, file))) continue;
    const version = await versionOf(transport, file);
    if (version === wanted) found.push(file);
    else if (version !== undefined) others.add(version);
  }
  const hashes = await Promise.all(found.map(sha256));
  const file =
    found[
      Math.max(
        0,
        hashes.findIndex((hash) => known.has(hash)),
      )
    ];
  if (!file) {
    const some = [...others].slice(0, 20).join(', ');
    throw new Error(`No version ${wanted} is in ${folder.path}/public. There are: ${some}.`);
  }
  const targets = await targetsFrom([transport], file);
  if (!targets) throw new Error(`Files of version ${wanted} are gone (prune): it cannot be brought back.`);
  return targets;
}
