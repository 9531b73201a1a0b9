/** What a draft or a proposal would change in what is published. */
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { toldPart } from '../../../lib/admin/publish/told-file';
import { readJson } from '../../../lib/lists/feed/content-schema';
import { DOCUMENT_TARGETS, publishedState, targetsOf } from '../../../lib/lists/publish/content';
import {
  diffDocument,
  diffNumbers,
  diffReported,
  type PartDiff,
  type ReportedDiff,
} from '../../../lib/lists/publish/diff';
import type { Files } from '../../../lib/lists/publish/proposal';
import { proposedTargets } from '../../../lib/lists/publish/proposal-file';
import type { FeedFolder } from '../folder';
import { draftNumbers, liveNumbers } from '../numbers';
import { receive } from '../publishing';
import { contentOf } from '../known';
import { isAmong, listEdits } from '../list-edits';
import { contentOfTargets } from '../past';
import { changesOf, readReasons, toldReasons, type Logged } from '../reasons';

export interface Changes {
  readonly reported: ReportedDiff;
  readonly lists: readonly { readonly list: string; readonly parts: readonly PartDiff[] }[];
  /** Of the compact set. */
  readonly numbers: ReportedDiff;
  /** Why numbers change, as the draft or the file of the proposal says it. */
  readonly reasons: readonly Logged[];
}

function documentIn(targets: Files, name: string): unknown {
  const bytes = targets.get(name);
  return bytes && readJson(name, bytes);
}

async function between(live: Files, next: Files): Promise<Changes> {
  const from = live.size > 0 ? await publishedState(live) : new Map<string, string[]>();
  const to = await publishedState(next);
  const lists = Object.values(DOCUMENT_TARGETS).flatMap((list) => {
    const parts = diffDocument(documentIn(live, list), documentIn(next, list));
    return parts.length > 0 ? [{ list, parts }] : [];
  });
  const [old, fresh] = [(await liveNumbers(live))?.blocks ?? [], (await liveNumbers(next))?.blocks ?? []];
  const numbers = diffNumbers(old, fresh);
  return { reported: diffReported(from, to), lists, numbers, reasons: [] };
}

/** What the draft changes in what is published. */
export async function draftChanges(folder: FeedFolder, live: OpenFeed | undefined): Promise<Changes> {
  const numbers = await draftNumbers(folder, live?.targets);
  const next = await targetsOf({ ...folder.draft(), numbers }, live?.targets);
  return { ...(await between(live?.targets ?? new Map(), next)), reasons: readReasons(folder) };
}

/** What a proposal changes, which is held against what is published before anything is said of it. */
export async function proposalChanges(
  live: OpenFeed | undefined,
  file: Uint8Array<ArrayBuffer>,
): Promise<Changes> {
  const targets: Files = live?.targets ?? new Map();
  const next = proposedTargets(await receive(live, file), targets);
  const changes = await between(targets, next);
  if (!live) return changes;
  const { reported, numbers } = changes;
  const told = toldPart(file);
  if (!told) return changes;
  const entries = isAmong(listEdits(contentOf(live), await contentOfTargets(next)));
  const reasons = toldReasons(told, changesOf(reported, numbers), entries);
  return { ...changes, reasons };
}
