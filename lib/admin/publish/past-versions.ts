/** Versions that were published from other computers, as far as the feed keeps their metadata. Pure but for the transport. */
import type { Bytes } from '../../lists/feed/bytes';
import { signedAt } from '../../lists/feed/checks';
import { MAX_METADATA } from '../../lists/feed/limits';
import { readMetadata, type Root, type Signed } from '../../lists/feed/metadata';
import { fetchTarget } from '../../lists/feed/targets';
import type { Transport } from '../../lists/feed/transport';
import { publishedState } from '../../lists/publish/content';
import type { Files } from '../../lists/publish/proposal';
import { isSigned } from '../../lists/publish/sign';
import type { OpenFeed, Progress } from '../open/read-feed';
import { countBetween } from './count';
import { pathsByName, type HistoryEntry } from './history';
import { infoIn } from './info';
import { signedBy } from './signed-by';

/** Versions that are looked for, the newest ones. */
const MOST = 30;
/** Snapshots that are asked for: between two versions lie those that were signed for new dates alone. */
const MOST_SNAPSHOTS = 120;

interface Version {
  readonly file: Bytes;
  readonly signed: Signed<'targets'>;
}

export interface PastVersions {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** Their files by path: what a roll-back needs. */
  readonly files: Files;
}

/** A transport that asks for each file once. */
function remembering(transport: Transport, files: Map<string, Bytes>): Transport {
  return {
    async get(path, max) {
      const kept = files.get(path);
      if (kept) return kept;
      const bytes = await transport.get(path, max);
      if (bytes) files.set(path, bytes);
      return bytes;
    },
  };
}

/** The targets that snapshots name, the newest first; each signed by keys that a root of the feed names. */
async function versionsOf(transport: Transport, open: OpenFeed, roots: readonly Root[]): Promise<Version[]> {
  const isOurs = async (role: 'snapshot' | 'targets', file: Bytes) => {
    for (const root of roots) if (await isSigned(root, role, file)) return true;
    return false;
  };
  const versions: Version[] = [];
  const { version: newest } = readMetadata('snapshot', open.published.snapshot).signed;
  const oldest = Math.max(1, newest - MOST_SNAPSHOTS);
  for (let number = newest; number >= oldest && versions.length <= MOST; number--) {
    const snapshot = await transport.get(`metadata/${String(number)}.snapshot.json`, MAX_METADATA.snapshot);
    if (!snapshot || !(await isOurs('snapshot', snapshot))) continue;
    const { version } = readMetadata('snapshot', snapshot).signed.meta['targets.json'];
    if (versions.at(-1)?.signed.version === version) continue;
    const file = await transport.get(`metadata/${String(version)}.targets.json`, MAX_METADATA.targets);
    if (file && (await isOurs('targets', file)))
      versions.push({ file, signed: readMetadata('targets', file).signed });
  }
  return versions;
}

/**
 * The versions that the feed still has, apart from those that are known here. A version that was given up after its
 * snapshot was written looks like one that was published. `holders`: who holds which key, by its public half. Throws FeedError.
 */
export async function pastVersions(
  transport: Transport,
  open: OpenFeed,
  known: ReadonlySet<string>,
  holders: ReadonlyMap<string, string>,
  progress: Progress = () => undefined,
): Promise<PastVersions> {
  const files = new Map(open.files);
  const asking = remembering(transport, files);
  const roots = [...open.files]
    .filter(([path]) => path.endsWith('.root.json'))
    .map(([, file]) => readMetadata('root', file).signed);
  const versions = await versionsOf(asking, open, roots);
  const entries: HistoryEntry[] = [];
  let before: Files | undefined;
  for (const [at, { file, signed }] of versions.toReversed().entries()) {
    const targets = new Map<string, Bytes>();
    for (const name of Object.keys(signed.targets))
      targets.set(name, await fetchTarget(asking, signed, name));
    const { version } = infoIn(targets);
    // Of the oldest one nobody knows what it changed; the same content may be signed by other keys.
    const isNew = before !== undefined && infoIn(before).version !== version;
    if (before && isNew && !known.has(version)) {
      entries.push({
        version,
        at: new Date(signedAt(signed)[0] ?? 0).toISOString(),
        signedBy: await signedBy(file, roots, holders),
        count: await countBetween({ targets: before, reported: await publishedState(before) }, targets),
        reasons: [],
        targets: pathsByName(file),
        elsewhere: true,
      });
    }
    before = targets;
    progress(at + 1, versions.length);
  }
  return { entries, files };
}
