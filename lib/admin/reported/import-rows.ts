/** Rows of a file as entries: columns mapped, each row checked, good rows kept, the others named with line and reason. Pure. */
import { ENTRY_FIELDS, entryOf, type EntryDraft, type EntryField, type EntryProblem } from './entry-draft';

/** Place of the column of each field, from 0; a field without a column takes the value of the form. */
export type Mapping = Readonly<Partial<Record<EntryField | 'number', number>>>;

export type RowProblem =
  EntryProblem | { readonly field: 'number'; readonly problem: 'none' | 'several' | 'short' | 'official' };

export interface RowReport {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly problems: readonly RowProblem[];
}

export interface ImportState {
  /** Entries by number, each line once. */
  readonly entries: Map<string, Set<string>>;
  rows: number;
  good: number;
  /** Rows whose entry stood in the file before. */
  repeated: number;
  bad: number;
  /** The first of the bad rows. */
  readonly reports: RowReport[];
}

/** Bad rows that are shown one by one; beyond it only counted. */
export const MAX_REPORTS = 1_000;

export interface ImportContext {
  readonly mapping: Mapping;
  /** Values of the form, for fields without a column or with an empty cell. */
  readonly defaults: EntryDraft;
  /** The numbers of a cell in the form of look-ups, with their type. */
  readonly numbersIn: (cell: string) => readonly { readonly number: string; readonly type: string }[];
  readonly official: (number: string) => boolean;
}

export function emptyImport(): ImportState {
  return { entries: new Map(), rows: 0, good: 0, repeated: 0, bad: 0, reports: [] };
}

/** Words by which a heading tells its field, folded: Vietnamese and English, as offices write them. */
const HEADINGS: Readonly<Record<EntryField | 'number', RegExp>> = {
  number: /^(so( dien thoai)?|sdt|dien thoai|phone|number|so may|so thue bao)$/,
  category: /^(loai|phan loai|category|hinh thuc)$/,
  vi: /^(noi dung|mo ta|gia danh|thu doan|pretends|description|vi)$/,
  en: /^(english|tieng anh|en)$/,
  authority: /^(co quan|don vi canh bao|authority)$/,
  publisher: /^(nguon|don vi|publisher|noi dang)$/,
  url: /^(url|link|duong dan|lien ket|dia chi)$/,
  date: /^(ngay|date|thoi gian|ngay bao)$/,
  strength: /^(muc|do tin cay|strength)$/,
};

/** The columns that headings name. `fold`: folded text of lib/text. */
export function guessMapping(headings: readonly string[], fold: (text: string) => string): Mapping {
  const mapping: Partial<Record<EntryField | 'number', number>> = {};
  headings.forEach((heading, at) => {
    const folded = fold(heading).trim();
    for (const field of ['number', ...ENTRY_FIELDS] as const) {
      if (mapping[field] === undefined && HEADINGS[field].test(folded)) mapping[field] = at;
    }
  });
  return mapping;
}

/** A date as tables write it: 5/3/2024 and 05-03-2024 are the fifth of March in Vietnam. */
export function isoOf(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!parts) return text.trim();
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function draftOf(cells: readonly string[], { mapping, defaults }: ImportContext): EntryDraft {
  const cell = (field: EntryField): string => {
    const at = mapping[field];
    const value = at === undefined ? '' : (cells[at] ?? '').trim();
    return value === '' ? defaults[field] : value;
  };
  return {
    category: cell('category'),
    vi: cell('vi'),
    en: cell('en'),
    authority: cell('authority'),
    publisher: cell('publisher'),
    url: cell('url'),
    date: isoOf(cell('date')),
    strength: cell('strength') === 'weak' ? 'weak' : 'strong',
  };
}

/** Takes a row into the import. `line`: of the file, from 1. Rows that are wholly empty are passed over. */
export function takeRow(
  state: ImportState,
  line: number,
  cells: readonly string[],
  context: ImportContext,
): void {
  if (cells.every((cell) => cell.trim() === '')) return;
  state.rows += 1;
  const refuse = (problems: readonly RowProblem[]) => {
    state.bad += 1;
    if (state.reports.length < MAX_REPORTS) state.reports.push({ line, problems });
  };
  const found = context.numbersIn(cells[context.mapping.number ?? 0] ?? '');
  const [only] = found;
  if (!only) {
    refuse([{ field: 'number', problem: 'none' }]);
    return;
  }
  if (found.length > 1) {
    refuse([{ field: 'number', problem: 'several' }]);
    return;
  }
  if (only.type === 'short') {
    refuse([{ field: 'number', problem: 'short' }]);
    return;
  }
  if (context.official(only.number)) {
    refuse([{ field: 'number', problem: 'official' }]);
    return;
  }
  const result = entryOf(only.number, draftOf(cells, context));
  if ('problems' in result) {
    refuse(result.problems);
    return;
  }
  const lines = state.entries.get(only.number) ?? new Set<string>();
  if (lines.has(result.line)) state.repeated += 1;
  else state.good += 1;
  lines.add(result.line);
  state.entries.set(only.number, lines);
}
