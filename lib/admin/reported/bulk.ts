/** The same change of every entry of many numbers. Pure. */
import type { RowError } from '../../lists/publish/import-rows';
import { readLine } from '../../lists/reported/state';
import { draftOf, entryOf, type EntryDraft } from './entry-draft';

export type BulkResult =
  | { readonly lines: ReadonlyMap<string, readonly string[]> }
  /** What is wrong with the fields that were filled in. */
  | { readonly problems: readonly RowError[] };

/** No field filled in: nothing changes. */
export const NO_CHANGE: EntryDraft = {
  category: '',
  pretends_vi: '',
  pretends_en: '',
  authority: '',
  publisher: '',
  url: '',
  date: '',
  strength: '',
};

function isFilled(change: EntryDraft): boolean {
  return Object.values(change).some((value) => value.trim() !== '');
}

/**
 * The entries of numbers with the fields of `change` that are filled in; the others stay as they are. Numbers without
 * entries, which the draft takes out, stay out. `linesOf`: the entries of a number in the draft; `categories`: ids of the list.
 */
export function bulkEdit(
  numbers: Iterable<string>,
  linesOf: (number: string) => readonly string[],
  change: EntryDraft,
  categories: Iterable<string>,
): BulkResult {
  const lines = new Map<string, readonly string[]>();
  if (!isFilled(change)) return { lines };
  const filled = Object.fromEntries(Object.entries(change).filter(([, value]) => value.trim() !== ''));
  // New words in Vietnamese alone: the English ones of before would say something else.
  if (filled.pretends_vi !== undefined && filled.pretends_en === undefined) filled.pretends_en = '';
  for (const number of numbers) {
    const next: string[] = [];
    for (const line of linesOf(number)) {
      const before = draftOf(readLine(line));
      const kept = filled.category === undefined ? [before.category] : categories;
      const result = entryOf(number, { ...before, ...filled }, kept);
      if ('problems' in result) return result;
      next.push(result.line);
    }
    if (next.length > 0) lines.set(number, next);
  }
  return { lines };
}
