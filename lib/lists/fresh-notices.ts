/** Which notices a person has not been told of. Pure. */

/** What was there at the last look. `seen`: SHA-256 of each notice by its id; absent before the first look. */
export interface SeenNotices {
  readonly seen?: Readonly<Record<string, string>> | undefined;
  /** Feeds whose directories were in use. */
  readonly feeds: readonly string[];
}

/**
 * Ids of notices that are new or changed. Those that came with the extension, or with a feed that was just added, are
 * no news: they were there before the person looked.
 * @param now SHA-256 of each notice in use, by its id; ids of feeds begin with the feed's own, see feed-lists
 * @param feeds feeds whose directories are in use
 */
export function freshNotices(
  before: SeenNotices,
  now: ReadonlyMap<string, string>,
  feeds: readonly string[],
): string[] {
  const { seen } = before;
  if (!seen) return [];
  const added = feeds.filter((id) => !before.feeds.includes(id)).map((id) => `${id.slice(0, 12)}.`);
  return [...now]
    .filter(([id, hash]) => seen[id] !== hash && !added.some((prefix) => id.startsWith(prefix)))
    .map(([id]) => id);
}
