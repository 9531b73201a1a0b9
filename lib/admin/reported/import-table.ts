/** A file of rows as entries: its columns named, short codes and official numbers kept out. Pure. */
import { FIELDS, RowReader, type Field, type Imported } from '../../lists/publish/import-rows';
import type { RowFault } from '../../lists/publish/csv-reader';
import { categoryId } from './category';
import { withEnglish, type EntryDraft } from './entry-draft';

/** Place of the column of each field, from 0; a field without a column takes the value of the form. */
export type Mapping = Readonly<Partial<Record<Field, number>>>;

export interface TableOptions {
  readonly mapping: Mapping;
  /** Values of the form, for fields without a column or with an empty cell. */
  readonly defaults: EntryDraft;
  /** The numbers of a cell in the form of look-ups, with their type. */
  readonly numbersIn: (cell: string) => readonly { readonly number: string; readonly type: string }[];
  readonly official: (number: string) => boolean;
  /** Ids of categories of the list. */
  readonly categories: Iterable<string>;
}

export type LeftRow = { readonly line: number; readonly why: 'short' | 'official' };

export interface ImportResult extends Imported {
  /** Rows that were left out because of their number. */
  readonly left: readonly LeftRow[];
}

/** Words by which a heading tells its field, folded: Vietnamese and English, as offices write them. */
const HEADINGS: Readonly<Record<Field, RegExp>> = {
  number: /^(so( dien thoai)?|sdt|dien thoai|phone|number|so may|so thue bao)$/,
  category: /^(loai|phan loai|category|hinh thuc)$/,
  pretends_vi: /^(noi dung|mo ta|gia danh|thu doan|pretends(_vi)?|description)$/,
  pretends_en: /^(english|tieng anh|pretends_en)$/,
  authority: /^(co quan|don vi canh bao|authority)$/,
  publisher: /^(nguon|don vi|publisher|noi dang)$/,
  url: /^(url|link|duong dan|lien ket|dia chi)$/,
  date: /^(ngay|date|thoi gian|ngay bao)$/,
  strength: /^(muc|do tin cay|strength)$/,
};

/** The columns that headings name. `fold`: folded text of lib/text. */
export function guessMapping(headings: readonly string[], fold: (text: string) => string): Mapping {
  const mapping: Partial<Record<Field, number>> = {};
  headings.forEach((heading, at) => {
    const folded = fold(heading).trim();
    for (const field of FIELDS) {
      if (mapping[field] === undefined && HEADINGS[field].test(folded)) mapping[field] = at;
    }
  });
  return mapping;
}

/** Takes the rows of a file, piece by piece. */
export class TableImport {
  private readonly reader: RowReader;
  private readonly left: LeftRow[] = [];
  /** Ids of what rows call their categories: many rows, few words. */
  private readonly ids = new Map<string, string>();

  constructor(private readonly options: TableOptions) {
    this.reader = new RowReader({
      numberIn: (cell) => {
        const [only, ...others] = options.numbersIn(cell);
        return others.length > 0 ? undefined : only?.number;
      },
      defaults: withEnglish({ ...options.defaults, category: this.categoryOf(options.defaults.category) }),
    });
  }

  /** Takes one row. `line`: of the file, from 1. A row that is wholly empty is passed over. */
  push(line: number, cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    const { mapping, numbersIn, official } = this.options;
    const cellOf = (field: Field) => {
      const at = mapping[field];
      return at === undefined ? '' : (cells[at] ?? '');
    };
    const [only] = numbersIn(cellOf('number'));
    const why = only?.type === 'short' ? 'short' : only && official(only.number) ? 'official' : undefined;
    if (why) {
      this.left.push({ line, why });
      return;
    }
    const row = Object.fromEntries(FIELDS.map((field) => [field, cellOf(field)] as const));
    row.category = this.categoryOf(cellOf('category'));
    // A table without a column in English says in both languages what it says.
    this.reader.push(
      line,
      mapping.pretends_en === undefined ? { ...row, pretends_en: cellOf('pretends_vi') } : row,
    );
  }

  private categoryOf(cell: string): string {
    const words = cell.trim();
    const id = this.ids.get(words) ?? categoryId(words, this.options.categories);
    this.ids.set(words, id);
    return id;
  }

  /** Notes a row that could not even be read. */
  refuse(line: number, reason: string, fault?: RowFault): void {
    this.reader.refuse(line, reason, fault);
  }

  finish(): ImportResult {
    return { ...this.reader.finish(), left: this.left };
  }
}

/** Number and line of every entry of an import. */
export function* entriesOf({
  lines,
}: Pick<Imported, 'lines'>): Generator<readonly [number: string, line: string]> {
  for (const line of lines) yield [(JSON.parse(line) as { number: string }).number, line];
}
