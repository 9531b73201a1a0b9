/** The content of a feed as its targets. Pure. */
import type { FeedInfo, ReportedIndex } from '../feed/content-schema';
import { utf8, textOf, type Bytes } from '../feed/bytes';
import { applyDelta, deltaOf } from '../reported/delta';
import { planReported } from '../reported/plan';
import { chunksOf, readChunk, stateHash, stateOf, type ReportedState } from '../reported/state';
import { readReportedIndex } from '../feed/content-schema';
import { jsonFile, type Files } from './publication';

/** What a publisher edits. The lists are JSON that their schemas accept; absent ones are not part of the feed. */
export interface FeedContent {
  readonly info: FeedInfo;
  readonly directory?: unknown;
  readonly phrasePack?: unknown;
  readonly sitePack?: unknown;
  readonly reported: ReportedState;
}

/** Names of the targets that hold one list each. */
export const DOCUMENT_TARGETS = {
  directory: 'directory.json',
  phrasePack: 'phrase-pack.json',
  sitePack: 'site-pack.json',
} as const;

/** Most bytes of a file of the base: a download that breaks off costs this much at most. */
const CHUNK = 1_000_000;
/** Deltas that stay published, so that a client that was away for weeks needs no base. */
const KEPT_DELTAS = 60;

function sizeOf(files: Iterable<Bytes>): number {
  let size = 0;
  for (const file of files) size += file.length;
  return size;
}

function newBase(state: ReportedState, hash: string): [ReportedIndex['base'], Files] {
  const files = new Map(
    chunksOf(state, CHUNK).map(
      (chunk, i) => [`reported/${String(i).padStart(3, '0')}.jsonl`, chunk] as const,
    ),
  );
  return [{ state: hash, chunks: [...files.keys()] }, files];
}

/** The reported entries that targets hold. Throws FeedError where they do not fit together. */
export async function publishedState(targets: Files): Promise<ReportedState> {
  const fileOf = (name: string): Bytes => targets.get(name) ?? new Uint8Array();
  const index = readReportedIndex(fileOf('reported.json'));
  const plan = planReported(index, undefined, (name) => fileOf(name).length);
  let state = stateOf((plan?.base ?? []).flatMap((name) => readChunk(textOf(fileOf(name)))));
  for (const name of plan?.deltas ?? []) state = await applyDelta(state, textOf(fileOf(name)));
  return state;
}

/**
 * The targets of a state: the base of before with one more delta, or a new base where the deltas have grown to half of
 * it (compaction). `before`: the targets that are published.
 */
async function reportedTargets(state: ReportedState, before: Files | undefined): Promise<Files> {
  const hash = await stateHash(state);
  const files = new Map<string, Bytes>();
  let base: ReportedIndex['base'] | undefined;
  let deltas: ReportedIndex['deltas'] = [];
  if (before) {
    const index = readReportedIndex(before.get('reported.json') ?? new Uint8Array());
    deltas = [...index.deltas];
    base = index.base;
    if (index.state !== hash) {
      const file = `deltas/${index.state.slice(0, 12)}-${hash.slice(0, 12)}.txt`;
      files.set(file, utf8(await deltaOf(await publishedState(before), state)));
      // Two ways out of one state would be one too many.
      deltas = [...deltas.filter(({ from }) => from !== index.state), { from: index.state, to: hash, file }];
    }
    for (const { file } of deltas)
      if (!files.has(file)) files.set(file, before.get(file) ?? new Uint8Array());
    const sizes = base.chunks.map((name) => before.get(name) ?? new Uint8Array());
    const reachable =
      planReported({ format: 1, state: hash, base, deltas }, undefined, () => 0) !== undefined;
    if (!reachable || sizeOf(files.values()) * 2 > sizeOf(sizes)) base = undefined;
    else base.chunks.forEach((name, i) => files.set(name, sizes[i] ?? new Uint8Array()));
  }
  if (!base) {
    let chunks: Files;
    [base, chunks] = newBase(state, hash);
    for (const { file } of deltas.slice(0, -KEPT_DELTAS)) files.delete(file);
    deltas = deltas.slice(-KEPT_DELTAS);
    for (const [name, chunk] of chunks) files.set(name, chunk);
  }
  files.set('reported.json', jsonFile({ format: 1, state: hash, base, deltas } satisfies ReportedIndex));
  return files;
}

/** The targets of a content; those published before tell which delta leads on. Throws FeedError. */
export async function targetsOf(content: FeedContent, before: Files | undefined): Promise<Files> {
  const targets = new Map(await reportedTargets(content.reported, before));
  for (const [part, name] of Object.entries(DOCUMENT_TARGETS)) {
    const document = content[part as keyof typeof DOCUMENT_TARGETS];
    if (document !== undefined) targets.set(name, jsonFile(document));
  }
  targets.set('feed.json', jsonFile(content.info));
  return targets;
}
