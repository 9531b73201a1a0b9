/**
 * The reported list as columns, so that a million rows can be searched, sorted and filtered while a person types. Pure.
 * Rows are entries (a number may have several); a row is told by its place in the columns.
 */
import type { ReportedEntry } from '../../lists/schema-reported';
import { fold } from '../../text/fold';
import { categoryName } from '../../i18n/categories';
import type { Language } from '../../i18n/translate';
import { categorySearch, categoryTest } from './category';

/** A row as it is shown. */
export interface Row {
  readonly number: string;
  readonly entry: ReportedEntry;
  /** How the draft differs from what is published. */
  readonly state: RowState;
}

export const ROW_STATES = ['kept', 'added', 'changed', 'removed'] as const;
export type RowState = (typeof ROW_STATES)[number];

export const SORT_KEYS = ['number', 'category', 'publisher', 'date', 'strength', 'state'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const STRENGTHS = ['strong', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface Query {
  /** Digits of the number in any grouping, or words of what it pretends, category, publisher; marks may be left out. */
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  readonly publisher?: string | undefined;
  readonly state?: RowState | undefined;
  readonly strength?: Strength | undefined;
  /** First and last day, ISO; an entry dated by month or year counts from its first day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: SortKey | undefined;
  readonly descending?: boolean | undefined;
  /** The language whose names and order of letters sort; Vietnamese where none is given. */
  readonly language?: Language | undefined;
}

/** What a line says, without parsing it twice: the caller's cache or JSON.parse. */
export interface RowSource {
  readonly number: string;
  readonly line: string;
  readonly state: RowState;
}

/** Distinct texts of a column and the place of each. */
class Words {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();
  private folded: readonly string[] | undefined;
  place(word: string): number {
    let place = this.places.get(word);
    if (place === undefined) {
      place = this.list.push(word) - 1;
      this.places.set(word, place);
    }
    return place;
  }
  /** Which of them a search finds. They are folded once, when somebody first asks. `shown`: what is searched of a text. */
  holding(isFound: (shown: string) => boolean, shown: (text: string) => string): readonly boolean[] {
    this.folded ??= this.list.map(shown);
    return this.folded.map(isFound);
  }
  /** The words by the names that people see, in the order of a language. */
  sorted(language: Language, nameOf: (word: string) => string): readonly string[] {
    const { compare } = new Intl.Collator(language);
    const names = this.list.map((word) => [nameOf(word), word] as const);
    return names.sort(([a], [b]) => compare(a, b)).map(([, word]) => word);
  }
  /** Rank of each place in such an order. */
  ranks(sorted: readonly string[]): Uint32Array {
    const order = sorted.map((word) => this.places.get(word) ?? 0);
    const ranks = new Uint32Array(order.length);
    order.forEach((place, rank) => (ranks[place] = rank));
    return ranks;
  }
}

/** A date as one number that sorts: 2024, 2024-03 and 2024-03-05 give 20240000, 20240300, 20240305. */
function dayNumber(iso: string): number {
  const [year = '0', month = '0', day = '0'] = iso.split('-');
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

function folded(text: string): string {
  return fold(text).text;
}

/** The columns. Building is linear; each query is linear but for the sorting of what it found. */
export class ReportTable {
  private readonly sources: RowSource[] = [];
  private readonly categories = new Words();
  private readonly publishers = new Words();
  private readonly texts = new Words();
  private readonly category: Uint32Array;
  private readonly publisher: Uint32Array;
  private readonly text: Uint32Array;
  private readonly date: Uint32Array;
  private readonly strength: Uint8Array;

  constructor(sources: Iterable<RowSource>) {
    for (const source of sources) this.sources.push(source);
    const count = this.sources.length;
    [this.category, this.publisher, this.text, this.date] = [0, 0, 0, 0].map(
      () => new Uint32Array(count),
    ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
    this.strength = new Uint8Array(count);
    this.sources.forEach(({ line }, row) => {
      const entry = JSON.parse(line) as ReportedEntry;
      this.category[row] = this.categories.place(entry.category);
      this.publisher[row] = this.publishers.place(entry.publisher);
      this.text[row] = this.texts.place(`${entry.pretends.vi} ${entry.pretends.en}`);
      this.date[row] = dayNumber(entry.date);
      this.strength[row] = STRENGTHS.indexOf(entry.strength);
    });
  }

  get size(): number {
    return this.sources.length;
  }

  /** Values that the filters offer, in the order of their names. */
  choices(language: Language): {
    readonly categories: readonly string[];
    readonly publishers: readonly string[];
  } {
    return {
      categories: this.categories.sorted(language, (id) => categoryName(language, id)),
      publishers: this.publishers.sorted(language, (name) => name),
    };
  }

  /** The row at a place. Throws RangeError beyond the end. */
  row(at: number): Row {
    const source = this.sources[at];
    if (!source) throw new RangeError(`There is no row ${String(at)}.`);
    return { number: source.number, entry: JSON.parse(source.line) as ReportedEntry, state: source.state };
  }

  /** Places of the rows that a query finds, in its order. */
  find(query: Query): Uint32Array {
    const accepts = this.test(query);
    const found = new Uint32Array(this.sources.length);
    let count = 0;
    for (let row = 0; row < this.sources.length; row++) if (accepts(row)) found[count++] = row;
    const rows = found.subarray(0, count);
    const key = query.sort && this.sortKeys(query.sort, query.language ?? 'vi');
    if (key) {
      const sign = query.descending ? -1 : 1;
      // Rows lie in the order of numbers: that order decides between equals.
      rows.sort((a, b) => sign * ((key[a] ?? 0) - (key[b] ?? 0)) || a - b);
    } else if (query.descending) rows.reverse();
    return rows;
  }

  private test(query: Query): (row: number) => boolean {
    const tests: ((row: number) => boolean)[] = [];
    const only = (column: Uint32Array, words: Words, value: string | undefined) => {
      if (value === undefined) return;
      const place = words.list.indexOf(value);
      tests.push((row) => column[row] === place);
    };
    only(this.category, this.categories, query.category);
    only(this.publisher, this.publishers, query.publisher);
    const { state, strength, from, to, text } = query;
    if (state !== undefined) tests.push((row) => this.sources[row]?.state === state);
    if (strength !== undefined) {
      const place = STRENGTHS.indexOf(strength);
      tests.push((row) => this.strength[row] === place);
    }
    if (from !== undefined) tests.push((row) => (this.date[row] ?? 0) >= dayNumber(from));
    if (to !== undefined) tests.push((row) => (this.date[row] ?? 0) <= dayNumber(to));
    if (text !== undefined && text.trim() !== '') tests.push(this.textTest(text.trim()));
    return (row) => tests.every((one) => one(row));
  }

  private textTest(text: string): (row: number) => boolean {
    const digits = text.replace(/[\s.()+-]/g, '');
    if (/^\d+$/.test(digits)) {
      // People type 0912...; the key says +84912...
      const bare = digits.replace(/^0+/, '');
      return (row) => this.sources[row]?.number.includes(bare) ?? false;
    }
    const word = folded(text);
    const holds = (shown: string) => shown.includes(word);
    const inText = this.texts.holding(holds, folded);
    const inCategory = this.categories.holding(categoryTest(text), categorySearch);
    const inPublisher = this.publishers.holding(holds, folded);
    return (row) =>
      (inText[this.text[row] ?? 0] ?? false) ||
      (inCategory[this.category[row] ?? 0] ?? false) ||
      (inPublisher[this.publisher[row] ?? 0] ?? false);
  }

  private sortKeys(sort: SortKey, language: Language): Uint32Array | Uint8Array | undefined {
    if (sort === 'number') return undefined;
    if (sort === 'date') return this.date;
    if (sort === 'strength') return this.strength;
    if (sort === 'state') return Uint32Array.from(this.sources, ({ state }) => ROW_STATES.indexOf(state));
    const { categories, publishers } = this.choices(language);
    const [column, ranks] =
      sort === 'category'
        ? [this.category, this.categories.ranks(categories)]
        : [this.publisher, this.publishers.ranks(publishers)];
    return column.map((place) => ranks[place] ?? 0);
  }
}
