import type { Folded } from './folded';

/** What stands behind the end of a text and before its start; folded text has no U+0000. */
export const END = 0;

/** A folded text with its units at hand. */
export interface FoldedUnits {
  readonly folded: Folded;
  readonly units: Units;
}

/**
 * A text as its UTF-16 units in an array, read like a string: the readers of numbers look at single units of folded texts,
 * most of which nobody ever asks for as a string. Making one costs as much as folding.
 */
export class Units {
  /**
   * @param codes the units, for loops that keep inside of the text; the array may be longer, and belongs to the next text
   *   later
   * @param length of the text
   * @param source a string that has some of the units at the same offsets: to cut it is quicker than to make strings
   */
  constructor(
    readonly codes: Uint16Array,
    readonly length: number,
    private readonly source = '',
  ) {}

  /** @param units memory for them, where it is long enough */
  static of(text: string, units: Uint16Array = new Uint16Array(text.length)): Units {
    if (units.length < text.length) return Units.of(text);
    for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
    return new Units(units, text.length, text);
  }

  /** The unit at an offset, END outside of the text. */
  charCodeAt(index: number): number {
    // One comparison: what is below 0 becomes more than any length.
    const place = index >>> 0;
    return place < this.length ? (this.codes[place] ?? END) : END;
  }

  /** The unit at an offset as a string, '' outside of the text. */
  charAt(index: number): string {
    return index >= 0 && index < this.length ? String.fromCharCode(this.codes[index] ?? END) : '';
  }

  /** A piece of the text; short ones alone are asked for. */
  slice(start: number, end: number): string {
    const { codes, source } = this;
    const from = Math.max(0, start);
    const to = Math.min(end, this.length);
    let index = from;
    while (index < to && source.charCodeAt(index) === codes[index]) index++;
    let text = source.slice(from, index);
    for (; index < to; index++) text += String.fromCharCode(this.charCodeAt(index));
    return text;
  }

  /** Whether two pieces of the text are the same. */
  same(start: number, end: number, otherStart: number, otherEnd: number): boolean {
    if (end - start !== otherEnd - otherStart) return false;
    for (let index = 0; index < end - start; index++) {
      if (this.charCodeAt(start + index) !== this.charCodeAt(otherStart + index)) return false;
    }
    return true;
  }

  startsWith(text: string, at: number): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.charCodeAt(at + index) !== text.charCodeAt(index)) return false;
    }
    return true;
  }
}
