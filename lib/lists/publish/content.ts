/** The content of a feed as its targets. Pure. */
import type { FeedInfo, ReportedIndex } from '../feed/content-schema';
import { utf8, textOf, type Bytes } from '../feed/bytes';
import { decodeChanges, encodeChanges, together } from '../compact/changes';
import { blocksOfFiles, changedBlocks, changesBetween, filesOf, hashOfBlocks } from '../compact/whole-set';
import { applyDelta, deltaOf, numbersStep } from '../reported/delta';
import { planReported } from '../reported/plan';
import {
  chunksOf,
  countOf,
  MAX_ENTRIES,
  readChunk,
  stateHash,
  stateOf,
  type ReportedState,
} from '../reported/state';
import { readReportedIndex } from '../feed/content-schema';
import { DOCUMENT_TARGETS } from '../feed/targets';
import { jsonFile } from './json-file';
import type { Files } from './proposal';
import { PublishError } from './publish-error';

/** What a publisher edits. The lists are JSON that their schemas accept; absent ones are not part of the feed. */
export interface FeedContent {
  readonly info: FeedInfo;
  readonly directory?: unknown;
  readonly phrasePack?: unknown;
  readonly sitePack?: unknown;
  readonly reported: ReportedState;
  /**
   * The compact set: its blocks in order, and what the categories of its records are called (only ever added to). Absent:
   * the published one stays, so that whoever edits entries alone cannot lose it. Null: it is given up.
   */
  readonly numbers?: PublishedNumbers | null | undefined;
}

export interface PublishedNumbers {
  readonly categories: readonly string[];
  readonly blocks: readonly Bytes[];
}

export { DOCUMENT_TARGETS };

/** Most bytes of a file of the base: a download that breaks off costs this much at most. */
const CHUNK = 1_000_000;
/**
 * Deltas that stay published. Every update downloads what names them, about 350 bytes each: more of them would cost all
 * browsers more than the base costs the few that were away for longer.
 */
export const KEPT_DELTAS = 60;
/** Deltas behind a base before a new one is made: whoever was there for half of those kept needs no base. */
export const BASE_DELTAS = 30;

function sizeOf(files: Iterable<Bytes>): number {
  let size = 0;
  for (const file of files) size += file.length;
  return size;
}

/** Most bytes of the deltas behind one base: a client holds them all in memory for a moment. */
const MAX_DELTAS = 4_000_000;

interface Reported {
  readonly state: ReportedState;
  readonly numbers: (PublishedNumbers & { readonly hash: string }) | undefined;
  readonly hash: string;
}

function named(folder: string, ending: string, files: readonly Bytes[]): Map<string, Bytes> {
  return new Map(
    files.map((file, i) => [`${folder}/${String(i).padStart(3, '0')}.${ending}`, file] as const),
  );
}

function newBase({ state, numbers, hash }: Reported): [ReportedIndex['base'], Files] {
  const chunks = named('reported', 'jsonl', chunksOf(state, CHUNK));
  const files = named('numbers', 'bin', filesOf(numbers?.blocks ?? []));
  const base = {
    state: hash,
    chunks: [...chunks.keys()],
    ...(numbers && { numbers: { state: numbers.hash, files: [...files.keys()] } }),
  };
  return [base, new Map([...chunks, ...files])];
}

/** The compact set that targets hold. Throws FeedError or DamagedBlock where they do not fit together. */
export async function publishedNumbers(targets: Files): Promise<PublishedNumbers | undefined> {
  const fileOf = (name: string): Bytes => targets.get(name) ?? new Uint8Array();
  const index = readReportedIndex(fileOf('reported.json'));
  if (!index.numbers) return undefined;
  const plan = planReported(index, undefined, (name) => fileOf(name).length);
  const steps = (plan?.deltas ?? []).flatMap((name) => numbersStep(textOf(fileOf(name))) ?? []);
  const base = blocksOfFiles((plan?.numbers ?? []).map(fileOf));
  const changes = together(steps.map((step) => decodeChanges(step.changes)));
  return { categories: index.numbers.categories, blocks: await changedBlocks(base, changes) };
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

/** The delta from what is published to a state; undefined where none can lead there. */
async function nextDelta(index: ReportedIndex, before: Files, to: Reported): Promise<Bytes | undefined> {
  if ((index.numbers === undefined) !== (to.numbers === undefined)) return undefined;
  const step = to.numbers && {
    from: index.numbers?.state ?? '',
    to: to.numbers.hash,
    changes: encodeChanges(changesBetween((await publishedNumbers(before))?.blocks ?? [], to.numbers.blocks)),
  };
  const delta = utf8(await deltaOf(await publishedState(before), to.state, step));
  // Most numbers are others: the base is the shorter way.
  return delta.length > CHUNK ? undefined : delta;
}

/**
 * The targets of a state: the base of before with one more delta, or a new base where the deltas behind it have grown
 * to half of it, or to BASE_DELTAS (compaction). `before`: the targets that are published.
 */
async function reportedTargets(content: FeedContent, before: Files | undefined): Promise<Files> {
  const set = content.numbers === undefined ? before && (await publishedNumbers(before)) : content.numbers;
  const numbers = set ? { ...set, hash: await hashOfBlocks(set.blocks) } : undefined;
  const hash = await stateHash(content.reported, numbers?.hash);
  const to: Reported = { state: content.reported, numbers, hash };
  const files = new Map<string, Bytes>();
  let base: ReportedIndex['base'] | undefined;
  let deltas: ReportedIndex['deltas'] = [];
  if (before) {
    const index = readReportedIndex(before.get('reported.json') ?? new Uint8Array());
    deltas = [...index.deltas];
    base = index.base;
    if (index.state !== hash) {
      const file = `deltas/${index.state.slice(0, 12)}-${hash.slice(0, 12)}.txt`;
      const delta = await nextDelta(index, before, to);
      // Two ways out of one state would be one too many.
      deltas = delta
        ? [...deltas.filter(({ from }) => from !== index.state), { from: index.state, to: hash, file }]
        : [];
      if (delta) files.set(file, delta);
    }
    deltas = deltas.slice(-KEPT_DELTAS);
    const fileOf = (name: string) => files.get(name) ?? before.get(name) ?? new Uint8Array();
    const behind = planReported({ format: 1, state: hash, base, deltas }, undefined, () => 0)?.deltas;
    const names = [...base.chunks, ...(base.numbers?.files ?? [])];
    const bytes = sizeOf((behind ?? []).map(fileOf));
    const grown = bytes * 2 > sizeOf(names.map(fileOf)) || bytes > MAX_DELTAS;
    for (const { file } of deltas) files.set(file, fileOf(file));
    if (!behind || behind.length > BASE_DELTAS || grown) base = undefined;
    else for (const name of names) files.set(name, fileOf(name));
  }
  if (!base) {
    let chunks: Files;
    [base, chunks] = newBase(to);
    for (const [name, chunk] of chunks) files.set(name, chunk);
  }
  const index: ReportedIndex = {
    format: 1,
    state: hash,
    ...(numbers && { numbers: { state: numbers.hash, categories: [...numbers.categories] } }),
    base,
    deltas,
  };
  files.set('reported.json', jsonFile(index));
  return files;
}

/** The targets of a content; those published before tell which delta leads on. Throws FeedError. */
export async function targetsOf(content: FeedContent, before: Files | undefined): Promise<Files> {
  if (countOf(content.reported) > MAX_ENTRIES) {
    throw new PublishError(
      'ERR_PUBLISH_TOO_LONG',
      `The reported list has more than ${String(MAX_ENTRIES)} entries: put long lists into the compact set.`,
    );
  }
  const targets = new Map(await reportedTargets(content, before));
  for (const [part, name] of Object.entries(DOCUMENT_TARGETS)) {
    const document = content[part as keyof typeof DOCUMENT_TARGETS];
    if (document !== undefined) targets.set(name, jsonFile(document));
  }
  targets.set('feed.json', jsonFile(content.info));
  return targets;
}
