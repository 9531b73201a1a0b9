/** The version that a draft and a publication both began with: by it a change of one is told from a change of the other. */
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sha256, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { MAX_METADATA } from '../../lib/lists/feed/limits';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { fetchTarget } from '../../lib/lists/feed/targets';
import type { Transport } from '../../lib/lists/feed/transport';
import { publishedState, type FeedContent } from '../../lib/lists/publish/content';
import type { Files } from '../../lib/lists/publish/proposal';
import { isSigned } from '../../lib/lists/publish/sign';
import { contentId, contentOf, type Base, type Known } from './base';

/**
 * `base`: what the record says; `own`: the publication is what was proposed of the draft itself; `behind`: that one lies
 * behind it; `fork`: two published over the same version, and this one won; `unknown`: nobody can say, so that every
 * difference is a choice.
 */
export interface Start {
  readonly kind: 'base' | 'own' | 'behind' | 'fork' | 'unknown';
  /** Absent where it is unknown. */
  readonly content?: FeedContent;
  /** Of a fork: the targets of the version that both published over. */
  readonly targets?: Files;
  /** Publications that both have behind them. */
  readonly known: readonly Known[];
}

/** Most past targets that are looked at. */
const MOST = 120;

const UNKNOWN: Start = { kind: 'unknown', known: [] };

/** The targets that verified metadata name; undefined where their files are not all there any more. */
export async function targetsFrom(transport: Transport, file: Bytes): Promise<Files | undefined> {
  const { signed } = readMetadata('targets', file);
  const targets = new Map<string, Bytes>();
  try {
    for (const name of Object.keys(signed.targets))
      targets.set(name, await fetchTarget(transport, signed, name));
    return targets;
  } catch (error) {
    if (error instanceof FeedError) return undefined;
    throw error;
  }
}

async function contentOfTargets(targets: Files): Promise<FeedContent> {
  const info = readFeedInfo(targets.get('feed.json') ?? new Uint8Array());
  return contentOf({ info, targets, reported: await publishedState(targets) });
}

const targetsAt = (transport: Transport, version: number) =>
  transport.get(`metadata/${String(version)}.targets.json`, MAX_METADATA.targets);

/** True where keys that a root of the feed names signed these targets. */
async function isOfFeed({ files }: OpenFeed, targets: Bytes): Promise<boolean> {
  for (const [path, file] of files) {
    if (!path.endsWith('.root.json')) continue;
    if (await isSigned(readMetadata('root', file).signed, 'targets', targets)) return true;
  }
  return false;
}

/**
 * The newest publication behind `open` that was proposed of this draft: the draft was edited on from it. Unknown where
 * one is missing that may be it: whoever takes a file away must not bring back what a colleague took out.
 */
async function ownBehind(base: Base, open: OpenFeed, transport: Transport): Promise<Start | undefined> {
  if (base.proposed.length === 0) return undefined;
  const { known, proposed } = base;
  const isOwn = async (targets: Bytes) => proposed.includes(await contentId(targets));
  if (await isOwn(open.published.targets)) return { kind: 'own', content: contentOf(open), known };
  const { version } = readMetadata('targets', open.published.targets).signed;
  const last = known.at(-1)?.version ?? 0;
  if (version - last > MOST) return UNKNOWN;
  for (let number = version - 1; number > last; number--) {
    const file = await targetsAt(transport, number);
    if (!file || readMetadata('targets', file).signed.version !== number || !(await isOfFeed(open, file)))
      return UNKNOWN;
    if (!(await isOwn(file))) continue;
    const targets = await targetsFrom(transport, file);
    return targets ? { kind: 'behind', content: await contentOfTargets(targets), known } : UNKNOWN;
  }
  return undefined;
}

/** What a draft and `open` have in common; `transport` leads to its older files. Throws FeedError. */
export async function startOf(base: Base | undefined, open: OpenFeed, transport: Transport): Promise<Start> {
  const last = base?.known.at(-1);
  if (!base || !last) return UNKNOWN;
  const own = await ownBehind(base, open, transport);
  if (own) return own;
  const file = await targetsAt(transport, last.version);
  if (!file) return UNKNOWN;
  if ((await sha256(file)) === last.sha256) return { kind: 'base', content: base.content, known: base.known };
  if (!(await isOfFeed(open, file))) {
    const place = `metadata/${String(last.version)}.targets.json`;
    throw new FeedError('ERR_FEED_SIGNATURE', place, 'it is another file than was signed.');
  }
  for (const [at, { version, sha256: hash }] of [...base.known.entries()].toReversed()) {
    const shared = await targetsAt(transport, version);
    if (!shared || (await sha256(shared)) !== hash) continue;
    const targets = await targetsFrom(transport, shared);
    if (!targets) continue;
    const content = await contentOfTargets(targets);
    return { kind: 'fork', content, targets, known: base.known.slice(0, at + 1) };
  }
  return UNKNOWN;
}
