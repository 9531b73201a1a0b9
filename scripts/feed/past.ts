/** Publications behind the newest one: their files, as far as they are still there, and whether the newest goes on from them. */
import { LISTS, mergeLists } from '../../lib/admin/merge/lists';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sameBytes, sha256, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo, readReportedIndex } from '../../lib/lists/feed/content-schema';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { MAX_METADATA } from '../../lib/lists/feed/limits';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { fetchTarget } from '../../lib/lists/feed/targets';
import type { Transport } from '../../lib/lists/feed/transport';
import { KEPT_DELTAS, publishedState, type FeedContent } from '../../lib/lists/publish/content';
import { diffDocument, diffReported } from '../../lib/lists/publish/diff';
import type { Files } from '../../lib/lists/publish/proposal';
import { isSigned } from '../../lib/lists/publish/sign';
import { contentOf, listsOf, type Known } from './base';

/** The targets of a version; undefined where nothing lies there. */
export function targetsAt(transport: Transport, version: number): Promise<Bytes | undefined> {
  return transport.get(`metadata/${String(version)}.targets.json`, MAX_METADATA.targets);
}

/** What `read` gives; undefined where a file for it is not there any more. */
async function ifThere<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

/** The targets that verified metadata name; undefined where their files are not all there any more. */
export function targetsFrom(transport: Transport, file: Bytes): Promise<Files | undefined> {
  const { signed } = readMetadata('targets', file);
  return ifThere(async () => {
    const targets = new Map<string, Bytes>();
    for (const name of Object.keys(signed.targets))
      targets.set(name, await fetchTarget(transport, signed, name));
    return targets;
  });
}

/** The lists that targets hold. Throws FeedError. */
export async function contentOfTargets(targets: Files): Promise<FeedContent> {
  const info = readFeedInfo(targets.get('feed.json') ?? new Uint8Array());
  return contentOf({ info, targets, reported: await publishedState(targets) });
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
const versionOf = (targets: Bytes) => readMetadata('targets', targets).signed.version;

async function stateAt(transport: Transport, file: Bytes): Promise<string | undefined> {
  const { signed } = readMetadata('targets', file);
  const index = await ifThere(() => fetchTarget(transport, signed, 'reported.json'));
  return index && readReportedIndex(index).state;
}

/** True where `open` still has all that `one` changed in `before`: then nothing hangs on whether it was made over it. */
async function hasAllOf(open: OpenFeed, one: Files, before: Files): Promise<boolean> {
  const theirs = listsOf(contentOf(open));
  const [was, mine] = [listsOf(await contentOfTargets(before)), listsOf(await contentOfTargets(one))];
  const { clashes, reported, documents } = mergeLists(was, theirs, mine);
  const { added, removed, changed } = diffReported(theirs.reported, reported);
  const [from, to, now] = [before, one, open.targets].map(
    (targets) => reportedIndexOf(targets).numbers?.state,
  );
  return (
    clashes.length + added.length + removed.length + changed.length === 0 &&
    LISTS.every((list) => diffDocument(theirs.documents[list], documents[list]).length === 0) &&
    (to === from || to === now)
  );
}

/** The targets of a known publication; undefined where they are not there any more. */
async function knownFile(transport: Transport, known: Known | undefined): Promise<Bytes | undefined> {
  const file = known && (await targetsAt(transport, known.version));
  return file && (await sha256(file)) === known.sha256 ? file : undefined;
}

/** For records of before states were kept in them. */
async function stateOfKnown(transport: Transport, known: Known): Promise<string | undefined> {
  const file = await knownFile(transport, known);
  return file && stateAt(transport, file);
}

/**
 * Whether `open` was made over `one`. That its file lies there says nothing: whoever gave a publication up leaves files,
 * which the next one passes over. `known`: what was known before `one`, the newest last; where that is nothing, it came from
 * elsewhere, or is the first of all.
 */
export async function goesOnFrom(
  open: OpenFeed,
  one: Bytes,
  known: readonly Known[],
  transport: Transport,
): Promise<'yes' | 'no' | 'unknown'> {
  if (known.length === 0 || sameBytes(one, open.published.targets)) return 'yes';
  const own = await stateAt(transport, one);
  if (own === undefined) return 'unknown';
  // The reported lists that lie behind the newest one, by their deltas; of a list that came twice, the last time.
  const { deltas, state } = reportedIndexOf(open.targets);
  const way = [...deltas.map(({ from }) => from), state];
  const at = way.lastIndexOf(own);
  let isNew = true;
  let before: Known | undefined;
  let beforeAt = -1;
  for (const each of known.toReversed()) {
    const earlier = each.state ?? (before ? undefined : await stateOfKnown(transport, each));
    if (earlier === own || earlier === undefined) isNew = false;
    if (before || earlier === undefined || !way.includes(earlier)) continue;
    [before, beforeAt] = [each, way.lastIndexOf(earlier)];
  }
  // Nobody but who went on from it has a list that came with it; of one that stood before, the order tells.
  if (at >= 0 && (isNew || at > beforeAt)) return 'yes';
  // So many publications later it may be out of sight.
  const isNear = versionOf(open.published.targets) - versionOf(one) < KEPT_DELTAS;
  if (at < 0 && before && isNear) return 'no';
  const file = await knownFile(transport, before ?? known.at(-1));
  const [mine, was] = [await targetsFrom(transport, one), file && (await targetsFrom(transport, file))];
  return mine && was && (await hasAllOf(open, mine, was)) ? 'yes' : 'unknown';
}
