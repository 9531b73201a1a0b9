/** An entry of the reported list as it is typed, and the entry that it gives. Pure. */
import * as v from 'valibot';
import { lineOf } from '../../lists/reported/state';
import { reportedEntry, type ReportedEntry } from '../../lists/schema-reported';

/** The fields of a form or of a row that is imported; all are texts. */
export interface EntryDraft {
  readonly category: string;
  readonly vi: string;
  readonly en: string;
  readonly authority: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string;
  readonly strength: 'strong' | 'weak';
}

export const ENTRY_FIELDS = [
  'category',
  'vi',
  'en',
  'authority',
  'publisher',
  'url',
  'date',
  'strength',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** Which field is wrong, and why in the words of the schema. */
export interface EntryProblem {
  readonly field: EntryField | 'number';
  readonly problem: string;
}

export type EntryResult =
  { readonly line: string; readonly number: string } | { readonly problems: readonly EntryProblem[] };

function fieldOf(path: string | null): EntryProblem['field'] {
  if (path === 'pretends.vi' || path === 'pretends') return 'vi';
  if (path === 'pretends.en') return 'en';
  const field = [...ENTRY_FIELDS, 'number' as const].find((one) => one === path);
  return field ?? 'number';
}

/** The entry of a number. English falls back on Vietnamese where it is empty. */
export function entryOf(number: string, draft: EntryDraft): EntryResult {
  const vi = draft.vi.trim();
  const authority = draft.authority.trim();
  const result = v.safeParse(reportedEntry, {
    number,
    category: draft.category.trim(),
    pretends: { vi, en: draft.en.trim() || vi },
    ...(authority && { authority }),
    publisher: draft.publisher.trim(),
    url: draft.url.trim(),
    date: draft.date.trim(),
    strength: draft.strength,
  });
  if (result.success) return { number, line: lineOf(result.output) };
  return {
    problems: result.issues.map((issue) => ({ field: fieldOf(v.getDotPath(issue)), problem: issue.message })),
  };
}

/** The fields of an entry that is there. */
export function draftOf(entry: ReportedEntry): EntryDraft {
  const { category, pretends, authority = '', publisher, url, date, strength } = entry;
  return { category, vi: pretends.vi, en: pretends.en, authority, publisher, url, date, strength };
}
