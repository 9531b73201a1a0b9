/**
 * What each publication changed, and why: `history/VERSION-….json`, in the folder of the feed and outside of `public`. Two that
 * were published over the same version have the same one, so that the name has a part of their hash.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LISTS } from '../../lib/admin/merge/lists';
import { sha256, textOf, utf8 } from '../../lib/lists/feed/bytes';
import { signedAt } from '../../lib/lists/feed/checks';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { diffDocument, diffNumbers, diffReported, type ReportedDiff } from '../../lib/lists/publish/diff';
import type { Files } from '../../lib/lists/publish/proposal';
import { contentId } from './base';
import { contentOf, listsOf } from './known';
import { isAmong, listEdits } from './list-edits';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';
import { liveNumbers } from './numbers';
import { reportedIndexOf, targetsFrom } from './past';
import { partReasons, type Step } from './history-reasons';
import { held, HeldNumbers } from './number-set';
import { changesOf, LoggedReason, readReasons, reasonsFile, toldReasons } from './reasons';
import { folderTransport } from './verify';

const FOLDER = 'history';

const numbers = v.array(v.string());
const Numbers = v.object(HeldNumbers);
const Counts = v.object({ added: v.number(), removed: v.number(), changed: v.number() });
const Entry = v.object({
  format: v.literal(1),
  version: v.string(),
  /** The version that this folder knew before; none where it began with this one. */
  since: v.optional(v.string()),
  at: v.string(),
  /** Keys of the content. */
  signedBy: v.array(v.string()),
  reported: v.object({ added: numbers, removed: numbers, changed: numbers }),
  /** Of the compact set; absent where its files of before are gone. */
  compact: v.optional(Counts),
  /** Its numbers; versions of before they were kept have none. */
  compactNumbers: v.optional(v.object({ added: Numbers, removed: Numbers, changed: Numbers })),
  lists: v.array(v.object({ list: v.string(), part: v.string(), ...Counts.entries })),
  reasons: v.array(LoggedReason),
  /** It was not published of this folder's draft: why the rest changed stands elsewhere. */
  elsewhere: v.optional(v.boolean()),
  /** Another publication took its place. */
  overtaken: v.optional(v.boolean()),
});

/** What a publication changed, and why. */
export type PublicationEntry = v.InferOutput<typeof Entry>;

/** Numbers that come, go or change in the compact set; undefined where nobody can say. */
async function compactDiff({ folder, base, start, next }: Step): Promise<ReportedDiff | undefined> {
  if (!base) return undefined;
  const place = folderTransport(join(folder.path, 'public'));
  const before = start.targets ?? (await targetsFrom([place], base.trusted.targets));
  if (!before) return undefined;
  const stateIn = (targets: Files) => reportedIndexOf(targets).numbers?.state;
  if (stateIn(before) === stateIn(next.targets)) return { added: [], removed: [], changed: [] };
  const [from, to] = [await liveNumbers(before), await liveNumbers(next.targets)];
  return diffNumbers(from?.blocks ?? [], to?.blocks ?? []);
}

/** The history with `next`, and the reasons that are left; nothing where it brings the lists that are known. */
export async function historyFiles(step: Step): Promise<Changes> {
  const { folder, base, start, next, kept = [] } = step;
  const { targets } = next.published;
  if (base && (await contentId(base.trusted.targets)) === (await contentId(targets)))
    return kept.length > 0 ? reasonsFile(folder, [...readReasons(folder), ...kept]) : new Map();
  const from = start.kind === 'fork' ? start.content : base?.content;
  const reported = diffReported(from?.reported ?? new Map<string, string[]>(), next.reported);
  const compact = await compactDiff(step);
  const isChanged = changesOf(reported, compact);
  const lost = lostEntries(step);
  const back = lost.flatMap(({ entry }) => entry.reasons);
  const isEntryChanged = isAmong(from ? listEdits(from, contentOf(next)) : []);
  const { own, left } = partReasons(step, isChanged, isEntryChanged, back);
  const isOwn = start.kind === 'own';
  const theirs = !isOwn && step.told ? toldReasons(step.told, isChanged, isEntryChanged) : [];
  const [before, after] = [from && listsOf(from).documents, listsOf(contentOf(next)).documents];
  const { signed, signatures } = readMetadata('targets', targets);
  const { version } = next.info;
  const entry = {
    format: 1,
    version,
    since: from?.info.version,
    at: new Date(signedAt(signed)[0] ?? Date.now()).toISOString(),
    signedBy: signatures.map(({ keyid }) => keyid.slice(0, 16)),
    reported,
    compact: compact && {
      added: compact.added.length,
      removed: compact.removed.length,
      changed: compact.changed.length,
    },
    compactNumbers: compact && {
      added: held(compact.added),
      removed: held(compact.removed),
      changed: held(compact.changed),
    },
    lists: before
      ? LISTS.flatMap((list) => diffDocument(before[list], after[list]).map((part) => ({ list, ...part })))
      : [],
    reasons: [...own, ...theirs],
    ...(!isOwn && { elsewhere: true }),
  };
  const name = `${version}-${(await sha256(targets)).slice(0, 8)}.json`;
  // One that was overtaken and is live again: why it changed what stands there already.
  const isHere = entryNames(folder).includes(name);
  const files = [
    ...lost.map(({ name, entry: old }) => [name, entryFile({ ...old, overtaken: true })] as const),
    [
      name,
      entryFile(isHere && !isOwn ? { ...readEntry(folder, name), overtaken: undefined } : entry),
    ] as const,
  ];
  return new Map<string, Uint8Array | undefined>([
    ...files.map(([name, file]) => [`${FOLDER}/${name}`, file] as const),
    ...reasonsFile(folder, left),
  ]);
}

const entryFile = (entry: object) => utf8(`${JSON.stringify(entry, undefined, 2)}\n`);

function readEntry(folder: FeedFolder, name: string): PublicationEntry {
  try {
    return v.parse(Entry, JSON.parse(textOf(folder.disk.read(`${FOLDER}/${name}`))));
  } catch (error) {
    const place = `${folder.path}/${FOLDER}/${name}`;
    throw new Error(`${place} is damaged: restore it, or take it away.`, { cause: error });
  }
}

function entryNames(folder: FeedFolder): string[] {
  if (!folder.has(FOLDER)) return [];
  return readdirSync(join(folder.path, FOLDER)).filter((name) => name.endsWith('.json'));
}

/** What this folder published or pulled, and another publication took the place of. */
function lostEntries({ folder, base, start }: Step) {
  if (start.kind !== 'fork') return [];
  const lost = (base?.known ?? []).slice(start.known.length);
  const endings = lost.map(({ sha256: hash }) => `-${hash.slice(0, 8)}.json`);
  const names = entryNames(folder).filter((name) => endings.some((ending) => name.endsWith(ending)));
  return names
    .map((name) => ({ name, entry: readEntry(folder, name) }))
    .filter(({ entry }) => !entry.overtaken);
}

/** What the folder knows of its publications, the oldest first. */
export function readHistory(folder: FeedFolder): PublicationEntry[] {
  const entries = entryNames(folder).map((name) => readEntry(folder, name));
  return entries.sort((a, b) => (a.at < b.at ? -1 : 1));
}
