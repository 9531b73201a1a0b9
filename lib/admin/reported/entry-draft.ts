/** An entry of the reported list as it is typed, and the entry that it gives. Pure. */
import { FIELDS, RowReader, type Field, type RowError } from '../../lists/publish/import-rows';
import { categoryId } from './category';
import type { ReportedEntry } from '../../lists/schema-reported';

/** The parts of an entry but its number; all are texts. */
export type EntryField = Exclude<Field, 'number'>;
export type EntryDraft = Readonly<Record<EntryField, string>>;

export const ENTRY_FIELDS = FIELDS.filter((field): field is EntryField => field !== 'number');

export type EntryResult = { readonly line: string } | { readonly problems: readonly RowError[] };

/** English says what Vietnamese says where nobody wrote it. */
export function withEnglish(draft: EntryDraft): EntryDraft {
  return { ...draft, pretends_en: draft.pretends_en.trim() || draft.pretends_vi };
}

/** The line of an entry of a number, by the same rules as rows of a table. `categories`: ids of the list. */
export function entryOf(number: string, draft: EntryDraft, categories: Iterable<string>): EntryResult {
  const reader = new RowReader({ numberIn: () => number });
  reader.push(1, withEnglish({ ...draft, category: categoryId(draft.category.trim(), categories) }));
  const { lines, errors } = reader.finish();
  return lines[0] === undefined ? { problems: errors } : { line: lines[0] };
}

/** The fields of an entry that is there. */
export function draftOf(entry: ReportedEntry): EntryDraft {
  const { category, pretends, authority = '', publisher, url, date, strength } = entry;
  return {
    category,
    pretends_vi: pretends.vi,
    pretends_en: pretends.en,
    authority,
    publisher,
    url,
    date,
    strength,
  };
}
