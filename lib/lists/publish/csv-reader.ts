/**
 * Rows of a table in text, cells parted by one mark, as they come in pieces: lines are told apart here, what is in them
 * by Papa Parse. Anybody sends such files: no text is parsed more than three times, whatever quotes there are. A row that
 * is broken costs the line that it begins in and no other. Pure.
 */
import Papa from 'papaparse';
import { LineReader, type Line } from './line-reader';

/** A row where it begins in the file; `fault`: why it could not be read. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string | undefined;
}

/** Characters of a cell of several lines: spreadsheets hold a third of it. A quote that nobody closes is known by then. */
const MAX_CELL = 100_000;
/** Lines that are parsed in one go. */
const MAX_LINES = 500;

const TOO_LONG = 'The row is too long.';

/** What parts the cells: of the first line that has any of them, whichever it has most of. */
function delimiterOf(lines: readonly Line[]): string {
  const marks = [',', ';', '\t'];
  const { text } = lines.find((one) => marks.some((mark) => one.text.includes(mark))) ?? { text: '' };
  const count = (mark: string) => text.split(mark).length;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Reads a table piece by piece. */
export class CsvReader {
  private readonly lines = new LineReader();
  /** Lines that are whole and not read yet. */
  private waiting: Line[] = [];
  private delimiter = '';

  /** The rows that are whole by now. */
  push(text: string): Generator<TableRow> {
    for (const line of this.lines.push(text)) this.waiting.push(line);
    return this.rows(false);
  }

  /** The rows that are left. */
  end(): Generator<TableRow> {
    for (const line of this.lines.end()) this.waiting.push(line);
    return this.rows(true);
  }

  private *rows(isEnd: boolean): Generator<TableRow> {
    const lines = this.waiting;
    if (lines.length === 0) return;
    this.delimiter ||= delimiterOf(lines);
    let at = 0;
    for (let line = lines[at]; line; line = lines[at]) {
      if (line.isCut) yield this.broken(line, TOO_LONG);
      else if (line.isOdd) {
        const last = this.closing(at, isEnd);
        if (last === 'more') break;
        const cells = this.several(lines.slice(at, last + 1));
        if (cells) at = last;
        yield cells ? { line: line.number, cells } : this.single(line);
      } else {
        let end = at + 1;
        while (end - at < MAX_LINES && lines[end] && !lines[end]?.isOdd && !lines[end]?.isCut) end += 1;
        yield* this.simple(lines.slice(at, end));
        at = end - 1;
      }
      at += 1;
    }
    this.waiting = lines.slice(at);
  }

  /** The next line with an odd number of quotes, which may close what one before has opened; that line where none does. */
  private closing(from: number, isEnd: boolean): number | 'more' {
    let length = 0;
    for (let at = from + 1; at < this.waiting.length; at++) {
      const { text = '', isOdd, isCut } = this.waiting[at] ?? {};
      length += text.length;
      if (isCut || length > MAX_CELL) return from;
      if (isOdd) return at;
    }
    return isEnd ? from : 'more';
  }

  private parse(text: string, newline: '\n' | '\r' | '\r\n' = '\n'): Papa.ParseResult<string[]> {
    return Papa.parse<string[]>(text, { delimiter: this.delimiter, newline });
  }

  /** The cells of one row that goes over several lines; undefined where they are none. */
  private several(lines: readonly Line[]): readonly string[] | undefined {
    const [first, ...more] = lines;
    if (!first || more.length === 0) return undefined;
    const text = lines.map((line, at) => line.text + (at < more.length ? line.end : '')).join('');
    const { data, errors } = this.parse(text, first.end || '\n');
    return data.length === 1 && errors.length === 0 ? data[0] : undefined;
  }

  /** Lines that are a row each, unless the quotes in them say something else. */
  private *simple(lines: readonly Line[]): Generator<TableRow> {
    const { data, errors } = this.parse(lines.map(({ text }) => text).join('\n'));
    const isEach = errors.length === 0 && data.length === lines.length;
    for (const [i, line] of lines.entries())
      yield isEach ? { line: line.number, cells: data[i] ?? [] } : this.single(line);
  }

  private single(line: Line): TableRow {
    const { data, errors } = this.parse(line.text);
    const fault = errors[0]?.message;
    return fault === undefined ? { line: line.number, cells: data[0] ?? [''] } : this.broken(line, fault);
  }

  private broken({ number, text }: Line, fault: string): TableRow {
    return { line: number, cells: text.slice(0, MAX_CELL).trimEnd().split(this.delimiter), fault };
  }
}
