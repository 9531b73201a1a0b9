/** Entries of the lists beside the reported one, as the console tells them apart. */
import { entryEdits, placeId, type EntryEdit, type EntryPlace } from '../../lib/admin/entry-edits';
import { LISTS, type ListName } from '../../lib/admin/merge/lists';
import { EMBEDDED } from '../../lib/admin/publish/documents';
import type { FeedContent } from '../../lib/lists/publish/content';
import { listsOf } from './known';

/** What differs between two versions, entry by entry; over a list that is not there, over the one that comes with the extension. */
export function listEdits(from: FeedContent, to: FeedContent): EntryEdit[] {
  const listOf = (content: FeedContent, list: ListName) =>
    listsOf(content).documents[list] ?? (list === 'info' ? undefined : EMBEDDED[list]);
  return LISTS.flatMap((list) => entryEdits(list, listOf(from, list), listOf(to, list)));
}

/** True where a publication changes an entry. */
export type IsEntryChanged = (place: EntryPlace) => boolean;

/** The same by what it changes. */
export function isAmong(edits: readonly EntryPlace[]): IsEntryChanged {
  const places = new Set(edits.map(placeId));
  return (place) => places.has(placeId(place));
}
