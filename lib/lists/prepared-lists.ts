/** Lists that were checked, as text that is read again without being checked. */
import type { ListsOfFeeds } from './feed-lists';

type Kept = Omit<ListsOfFeeds, 'phrasePack'>;

/** The JSON: a wider directory that is the same stays the same. */
interface Written extends Pick<Kept, 'directory' | 'sitePack'> {
  readonly wider?: Kept['directory'] | undefined;
  readonly claims: readonly (readonly [string, NonNullable<ReturnType<Kept['claims']['get']>>])[];
  readonly noticeFeeds: readonly (readonly [string, NonNullable<ReturnType<Kept['noticeFeeds']['get']>>])[];
}

/** The text of lists. O(size). */
export function writeLists({ directory, sitePack, widerDirectory, claims, noticeFeeds }: Kept): string {
  const written: Written = {
    directory,
    sitePack,
    wider: widerDirectory === directory ? undefined : widerDirectory,
    claims: [...claims],
    noticeFeeds: [...noticeFeeds],
  };
  return JSON.stringify(written);
}

/** The lists of a text that `writeLists` gave; undefined where it is none. O(size). */
export function readLists(text: unknown): Kept | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const { directory, sitePack, wider, claims, noticeFeeds } = JSON.parse(text) as Written;
    return {
      directory,
      sitePack,
      widerDirectory: wider ?? directory,
      claims: new Map(claims),
      noticeFeeds: new Map(noticeFeeds),
    };
  } catch {
    return undefined;
  }
}
