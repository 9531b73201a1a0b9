/** The content of a feed behind verified targets: only what is in scope and not at hand is downloaded. */
import { planReported } from '../reported/plan';
import type { FeedNumbers } from '../feed-record';
import { applyDelta, numbersStep } from '../reported/delta';
import { MAX_ENTRIES, countOf, readChunk, stateHash, stateOf, type ReportedState } from '../reported/state';
import { textOf, type Bytes } from './bytes';
import { readFeedInfo, readJson, readReportedIndex, type FeedInfo, type Scope } from './content-schema';
import { DOCUMENT_NAMES, DOCUMENT_SCOPES, type DocumentName } from '../store';
import { FeedError } from './feed-error';
import type { Signed } from './metadata';
import { DOCUMENT_TARGETS, fetchTarget } from './targets';
import type { Transport } from './transport';

export interface ContentRequest {
  readonly transport: Transport;
  readonly targets: Signed<'targets'>;
  readonly scope: readonly Scope[];
  /** Hears how many files of the compact set have come, before each of them. */
  readonly progress?: ((done: number, total: number) => Promise<void>) | undefined;
  /** Hears how many bytes of reported entries are about to come; throws where there is no room for them. */
  readonly announce?: ((bytes: number) => Promise<void>) | undefined;
  /** Hash and content of the reported entries that the client holds. */
  readonly held?: { readonly state: string; readonly reported: () => Promise<ReportedState> } | undefined;
  /** SHA-256 of documents that need not be downloaded again. */
  readonly known?: ReadonlySet<string>;
}

/** JSON of the lists is not yet parsed. */
export interface FetchedContent {
  readonly info: FeedInfo;
  /** SHA-256 of each document that the feed has and the scope allows. */
  readonly hashes: Readonly<Partial<Record<DocumentName, string>>>;
  readonly directory?: unknown;
  readonly phrasePack?: unknown;
  readonly sitePack?: unknown;
  readonly reported?:
    | {
        readonly state: string;
        readonly entries: ReportedState;
        /** The compact set: its files are downloaded as they are asked for, each once. */
        readonly numbers?: FeedNumbers | undefined;
      }
    | undefined;
  /** Bytes of the reported entries that came over the wire, and by which way. */
  readonly way: 'held' | 'deltas' | 'base' | 'none';
}

/** Files of the compact set, one at a time. */
async function* numberFiles(request: ContentRequest, files: readonly string[]): AsyncGenerator<Bytes> {
  const { transport, targets, progress } = request;
  for (const [done, name] of files.entries()) {
    await progress?.(done, files.length);
    yield await fetchTarget(transport, targets, name);
  }
}

async function* oneByOne(all: readonly Bytes[]): AsyncGenerator<Bytes> {
  for (const bytes of all) yield await Promise.resolve(bytes);
}

async function downloadReported(request: ContentRequest): Promise<Pick<FetchedContent, 'reported' | 'way'>> {
  const { transport, targets, held } = request;
  const text = async (name: string) => textOf(await fetchTarget(transport, targets, name));
  const index = readReportedIndex(await fetchTarget(transport, targets, 'reported.json'));
  const lengthOf = (file: string) => targets.targets[file]?.length ?? 0;
  const go = async (have: string | undefined): Promise<Pick<FetchedContent, 'reported' | 'way'>> => {
    const plan = planReported(index, have, lengthOf);
    if (!plan) throw new FeedError('ERR_FEED_CONTENT', 'reported.json', 'no way leads to its state.');
    const files = [...(plan.base ?? []), ...plan.deltas, ...(plan.numbers ?? [])];
    await request.announce?.(files.reduce((sum, file) => sum + lengthOf(file), 0));
    let entries: ReportedState;
    if (plan.base) {
      const lines: (readonly [string, string])[] = [];
      for (const name of plan.base) {
        for (const line of readChunk(await text(name))) lines.push(line);
        if (lines.length > MAX_ENTRIES)
          throw new FeedError('ERR_FEED_TOO_LONG', name, 'it has too many entries.');
      }
      entries = stateOf(lines);
    } else {
      entries = (await held?.reported()) ?? new Map<string, string[]>();
    }
    const changes: Bytes[] = [];
    for (const name of plan.deltas) {
      const delta = await text(name);
      entries = await applyDelta(entries, delta);
      const step = numbersStep(delta);
      if (step && step.changes.length > 0) changes.push(step.changes);
    }
    if ((await stateHash(entries, index.numbers?.state)) !== index.state || countOf(entries) > MAX_ENTRIES) {
      throw new FeedError(
        'ERR_FEED_CONTENT',
        'reported.json',
        'its files lead to another state than it says.',
      );
    }
    const numbers: FeedNumbers | undefined = index.numbers && {
      ...index.numbers,
      base: plan.base && numberFiles(request, plan.numbers ?? []),
      changes: oneByOne(changes),
    };
    const way = plan.base ? 'base' : plan.deltas.length > 0 ? 'deltas' : 'held';
    return { reported: { state: index.state, entries, numbers }, way };
  };
  if (!held) return go(undefined);
  try {
    return await go(held.state);
  } catch (error) {
    // Entries at hand that are not what they should be: the base brings them anew.
    if (error instanceof FeedError && error.code === 'ERR_FEED_CONTENT') return go(undefined);
    throw error;
  }
}

/** Downloads what the scope allows. Throws FeedError; nothing is kept here. */
export async function fetchContent(request: ContentRequest): Promise<FetchedContent> {
  const { transport, targets, scope, known } = request;
  const info = readFeedInfo(await fetchTarget(transport, targets, 'feed.json'));
  const hashes: Partial<Record<DocumentName, string>> = {};
  const documents: Partial<Record<DocumentName, unknown>> = {};
  for (const name of DOCUMENT_NAMES) {
    const target = DOCUMENT_TARGETS[name];
    const hash = Object.hasOwn(targets.targets, target) ? targets.targets[target]?.hashes.sha256 : undefined;
    if (hash === undefined || !scope.includes(DOCUMENT_SCOPES[name])) continue;
    hashes[name] = hash;
    if (!known?.has(hash)) documents[name] = readJson(target, await fetchTarget(transport, targets, target));
  }
  const reported = scope.includes('reported') ? await downloadReported(request) : { way: 'none' as const };
  return { info, hashes, ...documents, ...reported };
}
