/** The draft over a verified publication: what others changed is taken, nothing of the draft is lost, conflicts are named. */
import { join } from 'node:path';
import { keyOf } from '../../lib/admin/directory/parts';
import {
  clashId,
  mergeLists,
  withSides,
  type Lists,
  type MergedLists,
  type Taken,
} from '../../lib/admin/merge/lists';
import type { EntryPlace } from '../../lib/admin/entry-edits';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { utf8 } from '../../lib/lists/feed/bytes';
import { readFeedInfo, type FeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { ListError } from '../../lib/lists/list-error';
import { DOCUMENT_TARGETS, type FeedContent } from '../../lib/lists/publish/content';
import { stateOf } from '../../lib/lists/reported/state';
import { parseDirectory } from '../../lib/lists/schema-directory';
import { parseSitePack } from '../../lib/lists/schema-site-pack';
import { compareVersions } from '../../lib/lists/versions';
import { baseFile, baseOn, readBase, type Base } from './base';
import { contentOf, listsOf } from './known';
import type { Conflict, SideOf } from './conflict';
import type { Changes } from './disk';
import type { FeedFolder, NumberChanges } from './folder';
import { historyFiles } from './history';
import { listEdits } from './list-edits';
import { forkedNumbers, mergedNumbers } from './numbers';
import { targetsFrom } from './past';
import { readReasons, saidOf, unsaid, type Logged, type Said } from './reasons';
import type { Start } from './start';
import { folderTransport } from './verify';

export interface Merge {
  readonly taken: Taken;
  /** Each with the side that was chosen, or none. */
  readonly conflicts: readonly Conflict[];
  /** The draft and its record as they become; to be written only once every conflict has a side. */
  readonly files: Changes;
}

/** The lists as a draft. Its version counts on from both: a version that was published once is no other one. */
function contentOfLists({ reported, documents }: Lists, mine: FeedInfo, theirs: FeedInfo): FeedContent {
  const { info, ...others } = documents;
  const { version, published } = compareVersions(mine.version, theirs.version) > 0 ? mine : theirs;
  return {
    ...others,
    info: { ...readFeedInfo(utf8(JSON.stringify(info))), version, published },
    reported: stateOf(
      [...reported].flatMap(([number, lines]) => lines.map((line) => [number, line] as const)),
    ),
  };
}

/** Holds that browsers take the lists as they were chosen. */
function requireWhole({ directory, sitePack }: FeedContent): void {
  try {
    if (directory !== undefined) parseDirectory(directory);
    if (sitePack !== undefined) parseSitePack(sitePack);
  } catch (error) {
    if (!(error instanceof ListError)) throw error;
    throw new Error(
      `The sides do not go together: ${error.message} Nothing was changed; choose the other side of an entry.`,
      { cause: error },
    );
  }
}

/** Entries are merged by what tells them apart: of two that nothing tells apart, one would go without a word. */
function requireOneEach(path: string, content: FeedContent): void {
  for (const part of ['directory', 'sitePack'] as const) {
    for (const [name, list] of Object.entries(content[part] ?? {})) {
      const keys = Array.isArray(list) ? list.map((entry) => keyOf(Object(entry) as object)) : [];
      const twice = keys.find((key, at) => key !== '' && keys.indexOf(key) !== at);
      if (twice === undefined) continue;
      throw new Error(
        `${path}/draft/${DOCUMENT_TARGETS[part]} has two entries "${twice}" in ${name}. Nothing was changed; make them one first.`,
      );
    }
  }
}

/** What the draft changes in the compact set; of a fork also what was published here and is not live any more. */
async function numberChanges(
  folder: FeedFolder,
  { kind, targets }: Start,
  next: OpenFeed,
  base: Base | undefined,
  sideOf: SideOf,
): Promise<{ readonly draft: NumberChanges | undefined; readonly lost: readonly Conflict[] }> {
  const draft = folder.numberChanges();
  // Where nobody knows what both began with, all that was published here in another way is a choice.
  const from = kind === 'unknown' ? next.targets : targets;
  if (!from || !base) return { draft, lost: [] };
  const ours = await targetsFrom([folderTransport(join(folder.path, 'public'))], base.trusted.targets);
  if (ours) return { draft: await forkedNumbers(draft, from, ours), lost: [] };
  const { targets: names } = readMetadata('targets', base.trusted.targets).signed;
  const hasNumbers = Object.keys(names).some((name) => name.startsWith('numbers/'));
  const id = 'numbers';
  const gone = `the compact set of ${base.content.info.version}, whose files are gone`;
  return {
    draft,
    lost: hasNumbers ? [{ id, ours: gone, theirs: 'as it is published', side: sideOf(id) }] : [],
  };
}

interface Choices {
  readonly merged: MergedLists;
  readonly numbers: readonly Conflict[];
  readonly sideOf: SideOf;
}

/**
 * What is said of the sides of the draft that are kept; `edits`: what its lists change. Of a list that is kept as a whole it
 * is said of those entries that nothing was said of.
 */
function keptBy(
  said: Said,
  { merged, numbers, sideOf }: Choices,
  folder: FeedFolder,
  edits: readonly EntryPlace[],
): Logged[] {
  const ours = merged.clashes.filter((clash) => sideOf(clashId(clash)) === 'ours');
  const whole = ours.flatMap((clash) =>
    clash.list !== 'reported' && clash.part === undefined ? [clash.list] : [],
  );
  const ofWhole = edits.filter(({ list }) => whole.includes(list));
  return saidOf(said, {
    numbers: ours.flatMap((clash) => (clash.list === 'reported' ? [clash.number] : [])),
    compact: numbers.filter(({ side }) => side === 'ours').map(({ id }) => id.replace(/^numbers\//, '')),
    entries: [
      ...ours.flatMap((clash) => (clash.list !== 'reported' && clash.part !== undefined ? [clash] : [])),
      ...(unsaid(readReasons(folder), { entries: ofWhole }).entries ?? []),
    ],
  });
}

/**
 * What the draft becomes over `next`; where there is none, it begins with that. `told`: what the file of its proposal tells,
 * where that is known; `said`: why sides of the draft are kept.
 */
export async function mergeDraft(
  folder: FeedFolder,
  start: Start,
  next: OpenFeed,
  sideOf: SideOf,
  told?: object,
  said: Said = {},
): Promise<Merge> {
  const { content, doubtful, known, kind, isLive } = start;
  const base = readBase(folder);
  const theirs = contentOf(next);
  const mine = folder.hasDraft() ? folder.draft() : theirs;
  requireOneEach(folder.path, mine);
  const merged = mergeLists(content && listsOf(content), listsOf(theirs), listsOf(mine), doubtful);
  const lists = withSides(merged, (clash) => (sideOf(clashId(clash)) === 'theirs' ? 'theirs' : 'mine'));
  const { draft: changes, lost } = await numberChanges(folder, start, next, base, sideOf);
  const numbers = await mergedNumbers(changes, next.targets, kind, sideOf);
  const clashes = merged.clashes.map((clash): Conflict => {
    const id = clashId(clash);
    const [ours, other] =
      clash.list === 'reported'
        ? [clash.mine, clash.theirs].map((lines) => lines.map((line): unknown => JSON.parse(line)))
        : [clash.mine, clash.theirs];
    return { id, ours, theirs: other, side: sideOf(id) };
  });
  const conflicts = [...clashes, ...numbers.conflicts, ...lost];
  const draft = contentOfLists(lists, mine.info, theirs.info);
  const kept = keptBy(said, { merged, numbers: numbers.conflicts, sideOf }, folder, listEdits(theirs, draft));
  if (clashes.length > 0 && conflicts.every(({ side }) => side)) requireWhole(draft);
  return {
    taken: merged.taken,
    conflicts,
    files: new Map([
      ...folder.draftFiles(draft, folder.hasDraft() ? mine : undefined),
      ...folder.numberFiles(numbers.draft),
      ...baseFile(await baseOn(next, known, base, isLive)),
      ...(await historyFiles({ folder, base, start, next, draft, numbers: numbers.draft, told, kept })),
    ]),
  };
}
