/** Entries of the draft by a filter, as the console filters its list: `--where category=police`, a text, numbers. */
import { ReportedDraft } from '../../lib/admin/reported/draft';
import { ReportTable, ROW_STATES, type Query, type Row } from '../../lib/admin/reported/table';
import { diffReported } from '../../lib/lists/publish/diff';
import { lineOf } from '../../lib/lists/reported/state';
import { readBase } from './base';
import { CallError, type Values } from './call';
import type { FeedFolder } from './folder';

const NO_REASON = { who: '', at: '', why: '', source: '' };

/** What `--where` may name, of the printed reports and of the compact set. */
export const FILTERS = {
  printed: ['text', 'category', 'publisher', 'state', 'from', 'to'],
  compact: ['category', 'status', 'from', 'to'],
} as const;

/** What `--where FIELD=VALUE` says, of these fields. Throws CallError. */
export function filterIn<Name extends string>(
  { where = [] }: Values,
  fields: readonly Name[],
): Partial<Readonly<Record<Name, string>>> {
  const pairs = where.map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const field = fields.find((one) => one === name);
    if (!field || value === '')
      throw new CallError(`--where is "${pair}": it must be FIELD=VALUE, FIELD one of ${fields.join(', ')}.`);
    return [field, value] as const;
  });
  return Object.fromEntries(pairs) as Partial<Record<Name, string>>;
}

/** The query of a call. Throws CallError. */
function queryIn(values: Values): Query {
  const { state, from, to, ...rest } = filterIn(values, FILTERS.printed);
  const known = ROW_STATES.find((one) => one === state);
  if (state !== undefined && !known)
    throw new CallError(`--where state is "${state}": it must be one of ${ROW_STATES.join(', ')}.`);
  for (const day of [from, to]) {
    if (day !== undefined && !/^\d{4}(?:-\d{2}){0,2}$/.test(day))
      throw new CallError(`--where is of "${day}": it must be a day such as 2026-11-28.`);
  }
  return { ...rest, state: known, from, to };
}

/** The draft over what it was made over, a row for each entry; those that it takes out are there as removed. */
function draftTable(folder: FeedFolder): ReportTable {
  const published = readBase(folder)?.content.reported ?? new Map<string, readonly string[]>();
  const { reported } = folder.draft();
  const { added, removed, changed } = diffReported(published, reported);
  const changes = [...added, ...removed, ...changed].map(
    (number) => [number, { number, lines: reported.get(number) ?? [], reason: NO_REASON }] as const,
  );
  return new ReportTable(new ReportedDraft(published, new Map(changes)).rows());
}

/** The rows that a call chooses: by `--where`, by a text, and, where some are given, of these numbers alone. */
export function chosenRows(
  folder: FeedFolder,
  values: Values,
  { text, numbers = [] }: { readonly text?: string; readonly numbers?: readonly string[] },
): Row[] {
  const table = draftTable(folder);
  const only = new Set(numbers);
  const query = queryIn(values);
  const rows = Array.from(table.find(text ? { ...query, text } : query), (at) => table.row(at));
  return only.size === 0 ? rows : rows.filter(({ number }) => only.has(number));
}

/** The lines that a call chooses, by number; those that the draft takes out are none of them. */
export function chosenLines(
  folder: FeedFolder,
  values: Values,
  numbers: readonly string[],
): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const { number, entry, state } of chosenRows(folder, values, { numbers })) {
    if (state === 'removed') continue;
    const known = lines.get(number);
    if (known) known.push(lineOf(entry));
    else lines.set(number, [lineOf(entry)]);
  }
  return lines;
}

/** Holds that a call says which: nobody changes a whole list by forgetting a filter. Throws CallError. */
export function requireChoice({ where = [] }: Values, numbers: readonly string[]): void {
  if (numbers.length === 0 && where.length === 0)
    throw new CallError('Say which: NUMBER, or --where FIELD=VALUE.');
}
