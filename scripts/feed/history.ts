/**
 * What each publication changed, and why: `history/VERSION-….json`, in the folder of the feed and outside of `public`. Two that
 * were published over the same version have the same one, so that the name has a part of their hash.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LISTS } from '../../lib/admin/merge/lists';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { keyOf } from '../../lib/lists/compact/number-key';
import { sha256, textOf, utf8 } from '../../lib/lists/feed/bytes';
import { signedAt } from '../../lib/lists/feed/checks';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { FeedContent } from '../../lib/lists/publish/content';
import { diffDocument, diffNumbers, diffReported, type ReportedDiff } from '../../lib/lists/publish/diff';
import type { Files } from '../../lib/lists/publish/proposal';
import { contentId, type Base } from './base';
import { contentOf, listsOf } from './known';
import type { Changes } from './disk';
import type { FeedFolder, NumberChanges } from './folder';
import { liveNumbers } from './numbers';
import { reportedIndexOf, targetsFrom } from './past';
import { LoggedReason, readReasons, reasonsFile, type Logged } from './reasons';
import type { Start } from './start';
import { folderTransport } from './verify';

const FOLDER = 'history';

const numbers = v.array(v.string());
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
  lists: v.array(v.object({ list: v.string(), part: v.string(), ...Counts.entries })),
  reasons: v.array(LoggedReason),
});

/** What a publication changed, and why. */
export type PublicationEntry = v.InferOutput<typeof Entry>;

interface Step {
  readonly folder: FeedFolder;
  readonly base: Base | undefined;
  readonly start: Start;
  readonly next: OpenFeed;
  /** The draft over `next`. */
  readonly draft: FeedContent;
  readonly numbers: NumberChanges | undefined;
}

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

/** Parts reasons: of what is published now, and of what waits in the draft. */
function partReasons(
  { folder, next, draft, numbers: waiting }: Step,
  isChanged: (number: string) => boolean,
) {
  const keys = new Set(waiting?.changes.keys);
  const waits = (number: string, compact: boolean) =>
    compact
      ? keys.has(keyOf(number) ?? -1)
      : draft.reported.get(number)?.join('\n') !== next.reported.get(number)?.join('\n');
  const [published, left]: [Logged[], Logged[]] = [[], []];
  for (const reason of readReasons(folder)) {
    const { compact, many } = reason;
    if (many !== undefined) {
      (compact && keys.size > 0 ? left : published).push(reason);
      continue;
    }
    const open = reason.numbers.filter((number) => waits(number, compact));
    const done = reason.numbers.filter((number) => !waits(number, compact) && (compact || isChanged(number)));
    if (open.length > 0) left.push({ ...reason, numbers: open });
    if (done.length > 0) published.push({ ...reason, numbers: done });
  }
  return { published, left };
}

/** The history with `next`, and the reasons that are left; nothing where it brings the lists that are known. */
export async function historyFiles(step: Step): Promise<Changes> {
  const { folder, base, start, next } = step;
  const { targets } = next.published;
  if (base && (await contentId(base.trusted.targets)) === (await contentId(targets))) return new Map();
  const from = start.kind === 'fork' ? start.content : base?.content;
  const reported = diffReported(from?.reported ?? new Map<string, string[]>(), next.reported);
  const compact = await compactDiff(step);
  const changed = new Set([...reported.added, ...reported.removed, ...reported.changed]);
  const { published, left } = partReasons(step, (number) => changed.has(number));
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
    lists: before
      ? LISTS.flatMap((list) => diffDocument(before[list], after[list]).map((part) => ({ list, ...part })))
      : [],
    reasons: published,
  };
  const name = `${FOLDER}/${version}-${(await sha256(targets)).slice(0, 8)}.json`;
  const file = utf8(`${JSON.stringify(entry, undefined, 2)}\n`);
  return new Map<string, Uint8Array | undefined>([[name, file], ...reasonsFile(folder, left)]);
}

/** What the folder knows of its publications, the oldest first. */
export function readHistory(folder: FeedFolder): PublicationEntry[] {
  if (!folder.has(FOLDER)) return [];
  const names = readdirSync(join(folder.path, FOLDER)).filter((name) => name.endsWith('.json'));
  const entries = names.map((name) => {
    try {
      return v.parse(Entry, JSON.parse(textOf(folder.disk.read(`${FOLDER}/${name}`))));
    } catch (error) {
      const place = `${folder.path}/${FOLDER}/${name}`;
      throw new Error(`${place} is damaged: restore it, or take it away.`, { cause: error });
    }
  });
  return entries.sort((a, b) => (a.at < b.at ? -1 : 1));
}
