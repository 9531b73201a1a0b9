/** The version that a draft and a publication both began with: by it a change of one is told from a change of the other. */
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sha256, type Bytes } from '../../lib/lists/feed/bytes';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { Transport } from '../../lib/lists/feed/transport';
import type { ListName } from '../../lib/admin/merge/lists';
import type { FeedContent } from '../../lib/lists/publish/content';
import type { Files } from '../../lib/lists/publish/proposal';
import { contentId, type Base } from './base';
import { contentOf, listsOf, type Known } from './known';
import { goesOnFrom } from './lineage';
import { contentOfTargets, isOfFeed, targetsAt, targetsFrom } from './past';

/**
 * `base`: what the record says; `own`: the publication is what was proposed of the draft itself; `behind`: that one lies
 * behind it; `fork`: two published over the same version, and this one won; `unknown`: nobody can say, so that every
 * difference is a choice.
 */
export interface Start {
  readonly kind: 'base' | 'own' | 'behind' | 'fork' | 'unknown';
  /** Absent where it is unknown. */
  readonly content?: FeedContent;
  /** Of `own` and `behind`: what was proposed of the draft, as contentId() names it. */
  readonly own?: string | undefined;
  /** Lists of which it is not certain that both began with `content`: all in which they differ is a choice. */
  readonly doubtful?: ReadonlySet<ListName>;
  /** Of a fork: the targets of the version that both published over. */
  readonly targets?: Files;
  /** Publications that both have behind them. */
  readonly known: readonly Known[];
  /** The publication was read at an address, so that nobody passes over it. */
  readonly isLive?: boolean;
}

/** Most past targets that are looked at. */
const MOST = 120;

const UNKNOWN: Start = { kind: 'unknown', known: [] };

/**
 * The newest publication behind `open` that was proposed of this draft: the draft was edited on from it. Unknown where
 * one is missing that may be it: whoever takes a file away must not bring back what a colleague took out.
 */
async function ownBehind(
  base: Base,
  open: OpenFeed,
  transport: Transport,
  here: Transport,
): Promise<Start | undefined> {
  if (base.proposed.length === 0) return undefined;
  const { known, proposed } = base;
  const ownId = async (targets: Bytes) => {
    const id = await contentId(targets);
    return proposed.includes(id) ? id : undefined;
  };
  const newest = await ownId(open.published.targets);
  if (newest !== undefined) return { kind: 'own', own: newest, content: contentOf(open), known };
  const { version } = readMetadata('targets', open.published.targets).signed;
  const last = known.at(-1)?.version ?? 0;
  if (version - last > MOST) return UNKNOWN;
  for (let number = version - 1; number > last; number--) {
    const file = await targetsAt(transport, number);
    if (!file || readMetadata('targets', file).signed.version !== number || !(await isOfFeed(open, file)))
      return UNKNOWN;
    const own = await ownId(file);
    if (own === undefined) continue;
    const doubtful = await goesOnFrom(open, { file, known }, [transport, here]);
    if (doubtful === 'no') continue;
    if (doubtful === 'unknown') return UNKNOWN;
    const targets = await targetsFrom([transport], file);
    return targets
      ? { kind: 'behind', own, content: await contentOfTargets(targets), doubtful, known }
      : UNKNOWN;
  }
  return undefined;
}

/**
 * What a draft and `open` have in common; `transport` leads to its older files, `here` to those of this folder. Throws
 * FeedError.
 */
export async function startOf(
  base: Base | undefined,
  open: OpenFeed,
  transport: Transport,
  here: Transport,
): Promise<Start> {
  const last = base?.known.at(-1);
  if (!base || !last) return UNKNOWN;
  const own = await ownBehind(base, open, transport, here);
  if (own) return own;
  const file = await targetsAt(transport, last.version);
  if (!file) return UNKNOWN;
  if ((await sha256(file)) !== last.sha256 && !(await isOfFeed(open, file))) {
    const place = `metadata/${String(last.version)}.targets.json`;
    throw new FeedError('ERR_FEED_SIGNATURE', place, 'it is another file than was signed.');
  }
  for (const [at, one] of [...base.known.entries()].toReversed()) {
    const shared = await targetsAt(transport, one.version);
    if (!shared) return UNKNOWN;
    if ((await sha256(shared)) !== one.sha256) continue;
    const candidate = {
      file: shared,
      known: base.known.slice(0, at),
      isLive: one.isLive,
      ...(one === last && { documents: listsOf(base.content).documents }),
    };
    const doubtful = await goesOnFrom(open, candidate, [transport, here]);
    if (doubtful === 'no') continue;
    if (doubtful === 'unknown') return UNKNOWN;
    if (one === last) return { kind: 'base', content: base.content, doubtful, known: base.known };
    const targets = await targetsFrom([transport, here], shared);
    if (!targets) return UNKNOWN;
    const content = await contentOfTargets(targets);
    return { kind: 'fork', content, doubtful, targets, known: base.known.slice(0, at + 1) };
  }
  return UNKNOWN;
}
