/** The entries of one number that two people changed. Pure. */

const NO_LINES: readonly string[] = [];

/**
 * The lines of a number after both changes: what either added is there, what either took out is gone. undefined where
 * both replaced the same entry, or one takes the number out that the other adds to.
 */
export function mergeLines(
  base: readonly string[] = NO_LINES,
  theirs: readonly string[] = NO_LINES,
  mine: readonly string[] = NO_LINES,
): readonly string[] | undefined {
  const gone = (side: readonly string[]) => base.filter((line) => !side.includes(line));
  const added = (side: readonly string[]) => side.filter((line) => !base.includes(line));
  const [theirNew, myNew] = [added(theirs), added(mine)];
  const isOut = (side: readonly string[], news: readonly string[]) => side.length === 0 && news.length > 0;
  if (isOut(theirs, myNew) || isOut(mine, theirNew)) return undefined;
  const replacedTwice = gone(theirs).some((line) => !mine.includes(line));
  const alike = theirNew.length === myNew.length && theirNew.every((line) => myNew.includes(line));
  if (replacedTwice && !alike) return undefined;
  const kept = base.filter((line) => theirs.includes(line) && mine.includes(line));
  return [...new Set([...kept, ...theirNew, ...myNew])].sort();
}
