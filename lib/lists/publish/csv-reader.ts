/**
 * Rows of a table in text, cells parted by one mark, as they come in pieces: lines are told apart here, what is in them
 * by Papa Parse, as far as their quotes are well formed. Anybody sends such files: time grows with their length, whatever
 * quotes there are. A row that is broken costs the line that it begins in and no other. Pure.
 */
import Papa from 'papaparse';
import { DELIMITER_LINES, delimiterOf } from './delimiter';
import { LineReader, type Line } from './line-reader';
import { checkQuotes, type QuoteFault } from './quoted-cells';

/** Why a row could not be read: it is too long, or its quotes are wrong. */
export type RowFault = QuoteFault | 'long';

/** A row where it begins in the file; `fault`: why it could not be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault | undefined;
}

/** Characters of a cell of several lines: spreadsheets hold a third of it. A quote that nobody closes is known by then. */
const MAX_CELL = 100_000;
/** Lines that are parsed in one go. */
const MAX_LINES = 500;

/** What is told of such a row. */
export const ROW_FAULTS: Readonly<Record<RowFault, string>> = {
  long: 'The row is too long.',
  open: 'A cell begins with a quote that is not closed.',
  behind: 'A cell in quotes goes on behind its closing quote: quotes within it are doubled.',
};

/** Reads a table piece by piece. */
export class CsvReader {
  private readonly lines = new LineReader();
  /** Lines that are whole and not read yet. */
  private waiting: Line[] = [];
  private delimiter = '';

  /** The rows that are whole by now. */
  push(text: string): Generator<TableRow> {
    this.take(this.lines.push(text));
    return this.rows(false);
  }

  /** The rows that are left. */
  end(): Generator<TableRow> {
    this.take(this.lines.end());
    return this.rows(true);
  }

  private take(lines: Iterable<Line>): void {
    // A byte order mark within the file, where two were joined, is no part of a cell: Papa Parse skips it too.
    for (const line of lines)
      this.waiting.push(
        line.text.startsWith('\ufeff') ? { ...line, text: line.text.replace(/^\ufeff+/, '') } : line,
      );
  }

  private *rows(isEnd: boolean): Generator<TableRow> {
    const lines = this.waiting;
    if (lines.length === 0) return;
    if (!this.delimiter && lines.length < DELIMITER_LINES && !isEnd) return;
    this.delimiter ||= delimiterOf(lines.map(({ text }) => text));
    let at = 0;
    while (at < lines.length) {
      const whole = this.wholeFrom(at);
      yield* this.simple(whole);
      at += whole.length;
      const line = lines[at];
      if (!line) break;
      const fault = line.isCut ? 'long' : checkQuotes(line.text, this.delimiter);
      // So many at once are enough.
      if (typeof fault === 'object') continue;
      const last = fault === 'open' && line.isOdd ? this.closing(at, isEnd) : at;
      if (last === 'more') break;
      const cells = this.several(lines.slice(at, last + 1));
      yield cells ? { line: line.number, cells } : this.broken(line, fault);
      at = cells ? last + 1 : at + 1;
    }
    this.waiting = lines.slice(at);
  }

  /** Lines from here on that are a row each and well formed, as they are parsed; `MAX_LINES` at most. */
  private wholeFrom(from: number): { readonly line: number; readonly text: string }[] {
    const whole = [];
    for (let at = from; whole.length < MAX_LINES; at++) {
      const line = this.waiting[at];
      if (!line || line.isCut) break;
      const checked = checkQuotes(line.text, this.delimiter);
      if (typeof checked === 'string') break;
      whole.push({ line: line.number, text: checked.text });
    }
    return whole;
  }

  /** The next line with an odd number of quotes, which may close the cell that one leaves open; that line where none is near. */
  private closing(from: number, isEnd: boolean): number | 'more' {
    let length = this.waiting[from]?.end.length ?? 0;
    for (let at = from + 1; at < this.waiting.length; at++) {
      const { text = '', end = '', isOdd, isCut } = this.waiting[at] ?? {};
      length += text.length + end.length;
      if (isCut || length > MAX_CELL) return from;
      if (isOdd) return at;
    }
    return isEnd ? from : 'more';
  }

  /** The cells of one row that goes over several lines; undefined where they are none. */
  private several(lines: readonly Line[]): readonly string[] | undefined {
    const [first, ...more] = lines;
    if (!first || more.length === 0) return undefined;
    const text = lines.map((line, at) => line.text + (at < more.length ? line.end : '')).join('');
    const checked = checkQuotes(text, this.delimiter);
    return typeof checked === 'object' ? this.parse(checked.text, first.end || '\n')[0] : undefined;
  }

  private *simple(rows: readonly { readonly line: number; readonly text: string }[]): Generator<TableRow> {
    const parsed = this.parse(rows.map(({ text }) => text).join('\n'));
    for (const [at, { line }] of rows.entries()) yield { line, cells: parsed[at] ?? [''] };
  }

  /** Cells of rows that are well formed. */
  private parse(text: string, newline: '\n' | '\r' | '\r\n' = '\n'): string[][] {
    return Papa.parse<string[]>(text, { delimiter: this.delimiter, newline }).data;
  }

  private broken({ number, text }: Line, fault: RowFault): TableRow {
    const cells = text.slice(0, MAX_CELL).trimEnd().split(this.delimiter);
    return { line: number, cells, fault };
  }
}
