/** The draft of a compact set: only what it changes, so that what others published meanwhile stays. */
import { changedBlocks, changesBetween } from '../../lib/lists/compact/whole-set';
import { together, type Changes } from '../../lib/lists/compact/changes';
import { publishedNumbers, type PublishedNumbers } from '../../lib/lists/publish/content';
import type { Files } from '../../lib/lists/publish/proposal';
import { PublishError } from '../../lib/lists/publish/publish-error';
import type { FeedFolder } from './folder';

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
      'Somebody published other categories since the draft began: remove draft/numbers.*, and edit again.',
    );
  }
  return { categories: draft.categories, blocks: await changedBlocks(blocks, draft.changes) };
}

/** Adds changes to the draft; gives what they make of the set. */
export async function changeNumbers(
  folder: FeedFolder,
  edit: (before: PublishedNumbers) => { readonly changes: Changes; readonly categories: readonly string[] },
  check: (from: PublishedNumbers, to: PublishedNumbers) => void,
): Promise<{ readonly from: PublishedNumbers; readonly to: PublishedNumbers }> {
  const live = folder.publishedTargets(folder.published());
  const from = (await draftNumbers(folder, live)) ?? NOTHING;
  const { changes, categories } = edit(from);
  const to = { categories, blocks: await changedBlocks(from.blocks, changes) };
  check(from, to);
  const held = folder.numberChanges()?.changes;
  folder.writeNumberChanges({ categories, changes: held ? together([held, changes]) : changes });
  return { from, to };
}

/** Takes out of the draft what is published by now. */
export async function settleNumbers(folder: FeedFolder): Promise<void> {
  const draft = folder.numberChanges();
  if (!draft) return;
  const { blocks } = (await liveNumbers(folder.publishedTargets(folder.published()))) ?? NOTHING;
  const changes = changesBetween(blocks, await changedBlocks(blocks, draft.changes));
  folder.writeNumberChanges(changes.keys.length > 0 ? { ...draft, changes } : undefined);
}
