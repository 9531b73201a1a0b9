/** Publications behind the newest one: their files, as far as they are still there. */
import type { Documents } from '../../lib/admin/merge/lists';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sha256, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo, readReportedIndex } from '../../lib/lists/feed/content-schema';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { MAX_METADATA } from '../../lib/lists/feed/limits';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { fetchTarget } from '../../lib/lists/feed/targets';
import type { Transport } from '../../lib/lists/feed/transport';
import { DOCUMENT_TARGETS, publishedState, type FeedContent } from '../../lib/lists/publish/content';
import type { Files } from '../../lib/lists/publish/proposal';
import { isSigned } from '../../lib/lists/publish/sign';
import { contentOf, listsOf, type Known } from './known';

/** Where files of past publications may lie, in order: where the newest was read, and in this folder. */
export type Places = readonly Transport[];

/** The targets of a version; undefined where nothing lies there. */
export function targetsAt(transport: Transport, version: number): Promise<Bytes | undefined> {
  return transport.get(`metadata/${String(version)}.targets.json`, MAX_METADATA.targets);
}

/** What `read` gives at the first place that has the files for it; undefined where they are not there any more. */
async function whereThere<Value>(
  places: Places,
  read: (transport: Transport) => Promise<Value>,
): Promise<Value | undefined> {
  for (const place of places) {
    try {
      return await read(place);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
    }
  }
  return undefined;
}

async function fetchAll(places: Places, file: Bytes, names: readonly string[]): Promise<Files | undefined> {
  const { signed } = readMetadata('targets', file);
  const targets = new Map<string, Bytes>();
  for (const name of names) {
    if (!Object.hasOwn(signed.targets, name)) continue;
    const bytes = await whereThere(places, (transport) => fetchTarget(transport, signed, name));
    if (!bytes) return undefined;
    targets.set(name, bytes);
  }
  return targets;
}

/** The targets that verified metadata name; undefined where their files are not all there any more. */
export function targetsFrom(places: Places, file: Bytes): Promise<Files | undefined> {
  return fetchAll(places, file, Object.keys(readMetadata('targets', file).signed.targets));
}

/** The lists that are one document each, of verified metadata; undefined where they are not all there any more. */
export async function documentsFrom(places: Places, file: Bytes): Promise<Documents | undefined> {
  const targets = await fetchAll(places, file, ['feed.json', ...Object.values(DOCUMENT_TARGETS)]);
  return targets && listsOf(contentOf({ info: infoOf(targets), targets, reported: new Map() })).documents;
}

const infoOf = (targets: Files) => readFeedInfo(targets.get('feed.json') ?? new Uint8Array());

/** The lists that targets hold. Throws FeedError. */
export async function contentOfTargets(targets: Files): Promise<FeedContent> {
  return contentOf({ info: infoOf(targets), targets, reported: await publishedState(targets) });
}

/** True where keys that a root of the feed names signed these targets. */
export async function isOfFeed({ files }: OpenFeed, targets: Bytes): Promise<boolean> {
  for (const [path, file] of files) {
    if (!path.endsWith('.root.json')) continue;
    if (await isSigned(readMetadata('root', file).signed, 'targets', targets)) return true;
  }
  return false;
}

/** What targets say of their reported list. Throws FeedError. */
export const reportedIndexOf = (targets: Files) =>
  readReportedIndex(targets.get('reported.json') ?? new Uint8Array());

/** The state of the numbers that targets name; undefined where its file is not there any more. */
export async function stateAt(places: Places, file: Bytes): Promise<string | undefined> {
  const targets = await fetchAll(places, file, ['reported.json']);
  return targets && reportedIndexOf(targets).state;
}

/** The targets of a known publication; undefined where they are not there any more. */
export async function knownFile(places: Places, known: Known | undefined): Promise<Bytes | undefined> {
  if (!known) return undefined;
  for (const place of places) {
    const file = await targetsAt(place, known.version);
    if (file && (await sha256(file)) === known.sha256) return file;
  }
  return undefined;
}
