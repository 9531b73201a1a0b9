/** Lines of a text that comes in pieces, whatever ends them. Linear. Pure. */

/** A line without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly end: '' | '\n' | '\r' | '\r\n';
  /** It holds an odd number of quotes: a cell that begins in it may end in another line. */
  readonly isOdd: boolean;
  /** It is longer than any row: the rest of it is left out. */
  readonly isCut: boolean;
}

/** Characters of a line. */
const MAX_LINE = 1_000_000;

const BREAK = /\r\n|\r|\n/g;

/** Reads lines piece by piece. */
export class LineReader {
  /** What has no end yet, in its pieces. */
  private pieces: string[] = [];
  private length = 0;
  private number = 1;
  /** A line break may go on in the next piece. */
  private carried = '';

  /** The lines that are whole by now. */
  *push(text: string): Generator<Line> {
    const all = this.carried + text;
    this.carried = all.endsWith('\r') ? '\r' : '';
    const end = all.length - this.carried.length;
    let from = 0;
    for (const found of all.slice(0, end).matchAll(BREAK)) {
      this.add(all.slice(from, found.index));
      yield this.take(found[0] as Line['end']);
      from = found.index + found[0].length;
    }
    this.add(all.slice(from, end));
  }

  /** What is left. */
  *end(): Generator<Line> {
    if (this.carried) yield this.take('\r');
    else if (this.length > 0) yield this.take('');
    this.carried = '';
  }

  private add(piece: string): void {
    // Of a line that is too long one piece more says so.
    if (piece !== '' && this.length <= MAX_LINE) this.pieces.push(piece);
    this.length += piece.length;
  }

  private take(end: Line['end']): Line {
    const text = this.pieces.join('').slice(0, MAX_LINE);
    const isCut = this.length > MAX_LINE;
    this.pieces = [];
    this.length = 0;
    return { number: this.number++, text, end, isOdd: text.split('"').length % 2 === 0, isCut };
  }
}
