/**
 * What the file of a colleague's publication told, until the publication is in the draft: in the file that waits for
 * signatures, and in `draft/told.json` once it was published here over a draft that did not take it yet.
 */
import * as v from 'valibot';
import { toldPart } from '../../lib/admin/publish/told-file';
import { textOf, utf8, type Bytes } from '../../lib/lists/feed/bytes';
import { readProposal } from '../../lib/lists/publish/proposal-file';
import { contentId } from './base';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';

const TOLD = 'draft/told.json';
const File = v.object({ id: v.string(), told: v.looseObject({}) });

/** The file of what was told of a publication; none where nothing was. */
export async function toldFile(targets: Bytes, told: object | undefined): Promise<Changes> {
  if (!told) return new Map();
  return new Map([[TOLD, utf8(JSON.stringify({ id: await contentId(targets), told }))]]);
}

/** What was told of a publication, as far as it is known here. */
export async function toldHere(folder: FeedFolder, targets: Bytes): Promise<object | undefined> {
  const id = await contentId(targets);
  const waiting = folder.proposal();
  const ours = waiting && readProposal(waiting).metadata.targets;
  if (ours && (await contentId(ours)) === id) return toldPart(waiting);
  if (!folder.has(TOLD)) return undefined;
  // Somebody edited it, or a disk did: nothing depends on it.
  const file = v.safeParse(File, jsonIn(folder.disk.read(TOLD)));
  return file.success && file.output.id === id ? file.output.told : undefined;
}

function jsonIn(bytes: Bytes): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

/** Takes the file away: the publication is in the draft. */
export function noToldFile(folder: FeedFolder): Changes {
  return new Map(folder.has(TOLD) ? [[TOLD, undefined]] : []);
}
