/** What a draft or a proposal would change in what is published. */
import { readJson } from '../../../lib/lists/feed/content-schema';
import {
  DOCUMENT_TARGETS,
  publishedNumbers,
  publishedState,
  targetsOf,
} from '../../../lib/lists/publish/content';
import {
  diffDocument,
  diffReported,
  type PartDiff,
  type ReportedDiff,
} from '../../../lib/lists/publish/diff';
import type { Files } from '../../../lib/lists/publish/proposal';
import { proposedTargets } from '../../../lib/lists/publish/proposal-file';
import type { ReportedState } from '../../../lib/lists/reported/state';
import type { FeedFolder } from '../folder';
import { receive } from '../publishing';

export interface Changes {
  readonly reported: ReportedDiff;
  readonly lists: readonly { readonly list: string; readonly parts: readonly PartDiff[] }[];
  /** For the guards. */
  readonly from: ReportedState;
  readonly to: ReportedState;
  readonly directory: unknown;
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
  return { reported: diffReported(from, to), lists, from, to, directory: documentIn(next, 'directory.json') };
}

/** What the draft changes. */
export async function draftChanges(folder: FeedFolder): Promise<Changes> {
  const live = folder.publishedTargets(folder.published());
  const before = live.size > 0 ? live : undefined;
  const numbers = before && (await publishedNumbers(before));
  return between(live, await targetsOf({ ...folder.draft(), numbers }, before));
}

/** What a proposal changes, which is held against what is published before anything is said of it. */
export async function proposalChanges(folder: FeedFolder, file: Uint8Array<ArrayBuffer>): Promise<Changes> {
  const live = folder.publishedTargets(folder.published());
  return between(live, proposedTargets(await receive(folder, file), live));
}
