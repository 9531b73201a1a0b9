/** The draft of a compact set: only what it changes, so that what others published meanwhile stays. */
import { BlockView } from '../../lib/lists/compact/block';
import { GONE, together, type Changes } from '../../lib/lists/compact/changes';
import { numberOf } from '../../lib/lists/compact/number-key';
import { categoryOf, unpackRecord } from '../../lib/lists/compact/record';
import { blockFor, shapeOf } from '../../lib/lists/compact/shape';
import { changedBlocks, changesBetween } from '../../lib/lists/compact/whole-set';
import type { Bytes } from '../../lib/lists/feed/bytes';
import { publishedNumbers, type PublishedNumbers } from '../../lib/lists/publish/content';
import type { Files } from '../../lib/lists/publish/proposal';
import { PublishError } from '../../lib/lists/publish/publish-error';
import type { Conflict, SideOf } from './conflict';
import type { Changes as FileChanges } from './disk';
import type { FeedFolder, NumberChanges } from './folder';
import { currentGround } from './ground';
import type { Start } from './start';

const NOTHING: PublishedNumbers = { categories: [], blocks: [] };

/** The compact set that is published. */
export async function liveNumbers(live: Files | undefined): Promise<PublishedNumbers | undefined> {
  return live && live.size > 0 ? publishedNumbers(live) : undefined;
}

/** The compact set as it is published, with the changes of the draft. Throws PublishError where they do not fit. */
export async function draftNumbers(
  folder: FeedFolder,
  live: Files | undefined,
): Promise<PublishedNumbers | undefined> {
  const published = await liveNumbers(live);
  const draft = folder.numberChanges();
  if (!draft) return published;
  const { categories, blocks } = published ?? NOTHING;
  // Records say their category by its place.
  if (!categories.every((one, i) => draft.categories[i] === one)) {
    throw new PublishError(
      'ERR_PUBLISH_CONFLICT',
      'Other categories are published than the draft was made over: take them into the draft with pull DIR.',
    );
  }
  return { categories: draft.categories, blocks: await changedBlocks(blocks, draft.changes) };
}

/** What blocks say of numbers; GONE where they do not know one. */
function recordsOf(blocks: readonly Bytes[], keys: Float64Array): Changes {
  const views = blocks.map((block) => new BlockView(block));
  const shape = shapeOf(views.map(({ place }) => place));
  const records = Uint32Array.from(keys, (key) => views[blockFor(shape, key)]?.find(key) ?? GONE);
  return { keys, records };
}

/** Adds changes to the draft, once `check` has let them pass, and with them the files that it gives. Gives what they make of the set. */
export async function changeNumbers(
  folder: FeedFolder,
  edit: (before: PublishedNumbers) => { readonly changes: Changes; readonly categories: readonly string[] },
  check: (from: PublishedNumbers, to: PublishedNumbers) => FileChanges | undefined,
): Promise<{ readonly from: PublishedNumbers; readonly to: PublishedNumbers }> {
  const live = (await currentGround(folder)).live?.targets;
  const from = (await draftNumbers(folder, live)) ?? NOTHING;
  const { changes: edited, categories } = edit(from);
  const to = { categories, blocks: await changedBlocks(from.blocks, edited) };
  const more = check(from, to);
  const held = folder.numberChanges()?.changes;
  const changes = held ? together([held, edited]) : edited;
  const before = recordsOf((await liveNumbers(live))?.blocks ?? [], changes.keys);
  folder.commit(new Map([...folder.numberFiles({ categories, changes, before }), ...(more ?? [])]));
  return { from, to };
}

/** Changes whose records name categories by their place in another list. */
function moved({ keys, records }: Changes, from: readonly string[], to: readonly string[]): Changes {
  const places = from.map((name) => to.indexOf(name));
  const place = (record: number) => places[categoryOf(record)] ?? categoryOf(record);
  const inPlace = (record: number) => ((record & 0x7fffff) | (place(record) << 23)) >>> 0;
  return { keys, records: records.map((record) => (record === GONE ? GONE : inPlace(record))) };
}

function shown(record: number, categories: readonly string[]): unknown {
  if (record === GONE) return undefined;
  const { category, ...rest } = unpackRecord(record);
  return { category: categories[category], ...rest };
}

/**
 * Of a fork: the draft, with what the publication changed that another one took the place of. `ours`: its targets,
 * `start`: those that both published over.
 */
export async function forkedNumbers(
  draft: NumberChanges | undefined,
  start: Files,
  ours: Files,
): Promise<NumberChanges | undefined> {
  const began = (await liveNumbers(start)) ?? NOTHING;
  const to = (await liveNumbers(ours)) ?? began;
  // Records say their category by its place: over other categories all of them are told.
  const isAlike = to.categories.every((one, i) => (began.categories[i] ?? one) === one);
  const from = isAlike ? began : NOTHING;
  const lost = changesBetween(from.blocks, to.blocks);
  if (lost.keys.length === 0) return draft;
  const changes = draft ? together([lost, draft.changes]) : lost;
  return {
    categories: draft?.categories ?? to.categories,
    changes,
    before: recordsOf(from.blocks, changes.keys),
  };
}

/**
 * The draft over what is published now: what that says already is no change, and what both changed is a conflict.
 * `kind`: how the two belong together.
 */
export async function mergedNumbers(
  draft: NumberChanges | undefined,
  live: Files,
  kind: Start['kind'],
  sideOf: SideOf,
): Promise<{ readonly draft: NumberChanges | undefined; readonly conflicts: readonly Conflict[] }> {
  if (!draft) return { draft, conflicts: [] };
  const { categories: published, blocks } = (await liveNumbers(live)) ?? NOTHING;
  const categories = [...published, ...draft.categories.filter((name) => !published.includes(name))];
  const mine = moved(draft.changes, draft.categories, categories);
  const theirs = recordsOf(blocks, mine.keys);
  const before = draft.before ? moved(draft.before, draft.categories, categories) : theirs;
  const base = kind === 'own' ? theirs : kind === 'base' || kind === 'fork' ? before : undefined;
  const conflicts: Conflict[] = [];
  const kept = Array.from(mine.keys.keys()).filter((at) => {
    const [my = GONE, their = GONE] = [mine.records[at], theirs.records[at]];
    if (my === their) return false;
    if (base?.records[at] === their) return true;
    const id = `numbers/${numberOf(mine.keys[at] ?? 0)}`;
    const side = sideOf(id);
    conflicts.push({ id, ours: shown(my, categories), theirs: shown(their, categories), side });
    return side !== 'theirs';
  });
  const only = ({ keys, records }: Changes): Changes => ({
    keys: Float64Array.from(kept, (at) => keys[at] ?? 0),
    records: Uint32Array.from(kept, (at) => records[at] ?? GONE),
  });
  const left = kept.length > 0 ? { categories, changes: only(mine), before: only(theirs) } : undefined;
  return { draft: left, conflicts };
}
