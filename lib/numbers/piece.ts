import type { Units } from '../text/units';
import { MAX_DIGITS } from './plan';
import type { SpokenNumber } from './types';

/** What letters and bars are read as. */
const FIGURES: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', '|': '1', b: '8', з: '3' };

/** What the units of a piece are. */
type Written = 'figures' | 'letters' | 'words';

/**
 * A piece of a number: digits that stand together. The layer between text and numbers: whatever reads digits out of
 * text (figures, letters written for figures, number words) gives pieces, and nothing above asks how.
 */
export class Piece {
  /** How many digits; 0 where the run is too long to be part of any phone number. */
  readonly count: number;

  /**
   * @param text folded text, where `digits` are cut from when they are first asked for
   * @param start, end offsets of the folded text
   * @param before, after letters that touch the piece on the left and right ('sdt0912...', '15h'); '' where none do
   */
  constructor(
    readonly text: Units,
    readonly start: number,
    readonly end: number,
    private readonly written: Written,
    readonly before: string,
    readonly after: string,
    private known?: string,
  ) {
    this.count = known?.length ?? (end - start > MAX_DIGITS ? 0 : end - start);
  }

  /** ASCII digits; '' where there are too many. */
  get digits(): string {
    return (this.known ??= this.count === 0 ? '' : this.read());
  }

  /** One of the digits, -1 behind the last. */
  figure(place: number): number {
    if (place >= this.count) return -1;
    return (this.plain ? this.text.charCodeAt(this.start + place) : this.digits.charCodeAt(place)) - 0x30;
  }

  /** The digits as a number: 0 where there are too many. */
  get value(): number {
    let value = 0;
    for (let place = 0; place < this.count; place++) value = value * 10 + this.figure(place);
    return value;
  }

  /** Figures alone: the text has the digits as they are. */
  get plain(): boolean {
    return this.written === 'figures';
  }

  /** Letters were read as digits (o, l, i; b and з between figures), or bars as 1. */
  get lettered(): boolean {
    return this.written === 'letters';
  }

  /** A whole number that is written with words. */
  get spoken(): boolean {
    return this.written === 'words';
  }

  private read(): string {
    const read = this.text.slice(this.start, this.end);
    return this.lettered ? read.replace(/[^0-9]/g, (letter) => FIGURES[letter] ?? '') : read;
  }
}

/** A whole number in words. */
export function spokenPiece(text: Units, { start, end, digits }: SpokenNumber): Piece {
  return new Piece(text, start, end, 'words', '', '', digits);
}

/** Digits, and the letters that touch them. */
export function digitsPiece(text: Units, start: number, end: number, before = '', after = ''): Piece {
  return new Piece(text, start, end, 'figures', before, after);
}

/** Letters and digits that are read as digits. */
export function letteredPiece(text: Units, start: number, end: number): Piece {
  return new Piece(text, start, end, 'letters', '', '');
}
