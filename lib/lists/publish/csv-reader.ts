/**
 * Rows of a table in text, cells parted by one mark, as they come in pieces. Linear, whatever quotes there are: anybody
 * sends such files. A cell that begins with a quote ends with the next one that no other quote doubles; where something
 * else stands behind that, or it never comes, the row is broken, which costs the line that it begins in and no other.
 * Pure.
 */

/** A row where it begins in the file; `fault`: why it could not be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string | undefined;
}

/** Characters of a cell in quotes: spreadsheets hold a third of it. A quote that nobody closes is known by then. */
const MAX_CELL = 100_000;
/** Characters of a row. */
const MAX_ROW = 1_000_000;

const NEVER_CLOSED = 'A cell begins with a quote that is never closed.';
const NOT_AT_THE_END = 'A cell that begins with a quote has another one that does not end it.';
const TOO_LONG = 'The row is too long.';

const BREAK = /\r\n|\r|\n/g;

type Found =
  | { readonly cells: readonly string[]; readonly next: number }
  | { readonly fault: string }
  /** What is there so far does not say. */
  | 'more';

/** What parts the cells: of the first line that has any of them, whichever it has most of. */
function delimiterOf(text: string): string {
  const marks = [',', ';', '\t'];
  const line = text.split(/[\r\n]/).find((one) => marks.some((mark) => one.includes(mark))) ?? '';
  const count = (mark: string) => line.split(mark).length;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Reads a table piece by piece. */
export class CsvReader {
  private text = '';
  /** Where `text` begins in the file, and its line. */
  private offset = 0;
  private line = 1;
  private delimiter = '';
  /** What ends a cell without quotes. */
  private ends = BREAK;
  /** In the midst of a line of which a broken row was made. */
  private skips = false;
  /** Quotes that begin cells of broken rows: a row that comes upon one is broken too. No cell is searched through twice. */
  private readonly broken = new Set<number>();
  private lastBroken = -1;

  /** The rows that are whole by now. */
  push(text: string): Generator<TableRow> {
    this.text += text;
    return this.rows(false);
  }

  /** The rows that are left. */
  end(): Generator<TableRow> {
    return this.rows(true);
  }

  private *rows(isEnd: boolean): Generator<TableRow> {
    // Before the end of a line, or of much text, nobody knows what parts its cells.
    if (this.delimiter === '') {
      if (!isEnd && this.text.length < MAX_ROW && !/[\r\n]./.test(this.text)) return;
      this.delimiter = delimiterOf(this.text.slice(0, MAX_ROW));
      this.ends = new RegExp(`[${this.delimiter}\r\n]`, 'g');
    }
    let at = 0;
    while (at < this.text.length) {
      if (this.skips) {
        const next = this.lineEnd(at, isEnd);
        this.skips = next === undefined;
        if (next !== undefined) this.line += 1;
        at = next ?? this.text.length;
        continue;
      }
      const found = this.row(at, isEnd);
      if (found === 'more') break;
      const { line } = this;
      if ('cells' in found) {
        yield { line, cells: found.cells };
        this.line += this.breaks(at, found.next);
        at = found.next;
        continue;
      }
      const next = this.lineEnd(at, isEnd);
      const end = next ?? this.text.length;
      const cells = this.text
        .slice(at, Math.min(end, at + MAX_CELL))
        .trimEnd()
        .split(this.delimiter);
      yield { line, cells, fault: found.fault };
      this.skips = next === undefined;
      if (next !== undefined) this.line += 1;
      at = end;
    }
    this.text = this.text.slice(at);
    this.offset += at;
    if (this.lastBroken < this.offset) this.broken.clear();
  }

  /** Where the next line begins; undefined where that is not there yet. */
  private lineEnd(from: number, isEnd: boolean): number | undefined {
    BREAK.lastIndex = from;
    const found = BREAK.exec(this.text);
    if (!found) return isEnd ? this.text.length : undefined;
    const end = found.index + found[0].length;
    return end === this.text.length && found[0] === '\r' && !isEnd ? undefined : end;
  }

  private breaks(from: number, to: number): number {
    let count = 0;
    BREAK.lastIndex = from;
    for (let found = BREAK.exec(this.text); found && found.index < to; found = BREAK.exec(this.text))
      count += 1;
    return count;
  }

  private row(from: number, isEnd: boolean): Found {
    const { text, delimiter } = this;
    const cells: string[] = [];
    const quotes: number[] = [];
    const broken = (fault: string): Found => {
      for (const quote of quotes) this.broken.add(quote);
      this.lastBroken = Math.max(this.lastBroken, ...quotes.slice(-1));
      return { fault };
    };
    const more = (): Found => (text.length - from > MAX_ROW ? broken(TOO_LONG) : 'more');
    let at = from;
    for (;;) {
      if (at - from > MAX_ROW) return broken(TOO_LONG);
      if (text[at] === '"') {
        quotes.push(this.offset + at);
        const cell = this.broken.has(this.offset + at) ? { fault: NEVER_CLOSED } : this.quoted(at, isEnd);
        if (cell === 'more') return more();
        if ('fault' in cell) return broken(cell.fault);
        cells.push(cell.value);
        at = cell.next;
      } else {
        this.ends.lastIndex = at;
        const end = this.ends.exec(text)?.index ?? text.length;
        if (end === text.length && !isEnd) return more();
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
      const next = at === text.length ? at : this.lineEnd(at, isEnd);
      return next === undefined ? more() : { cells, next };
    }
  }

  /** The cell whose quote stands at a place, up to what parts it from the next. */
  private quoted(
    quote: number,
    isEnd: boolean,
  ): { readonly value: string; readonly next: number } | { readonly fault: string } | 'more' {
    const { text, delimiter } = this;
    let from = quote + 1;
    for (;;) {
      const found = text.indexOf('"', from);
      const reach = found < 0 ? text.length : found;
      if (reach - quote > MAX_CELL) return { fault: NEVER_CLOSED };
      if (found < 0) return isEnd ? { fault: NEVER_CLOSED } : 'more';
      let end = found;
      while (text[end] === '"') end += 1;
      if (end === text.length && !isEnd) return 'more';
      from = end;
      if ((end - found) % 2 === 0) continue;
      let next = end;
      while (text[next] === ' ') next += 1;
      if (next === text.length && !isEnd) return 'more';
      const follows = text[next] ?? '\n';
      if (![delimiter, '\n', '\r'].includes(follows)) return { fault: NOT_AT_THE_END };
      return { value: text.slice(quote + 1, end - 1).replaceAll('""', '"'), next };
    }
  }
}
