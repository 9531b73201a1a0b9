/**
 * Text as the recognisers read it: lower case, no diacritics, one spelling for every look-alike, with the way
 * back to the text it came from. All offsets are UTF-16 units.
 */
export interface Folded {
  /** The text as it was given. */
  readonly source: string;
  /** The folded text. */
  readonly text: string;
  /** Every unit stands where its source stood: nothing was dropped, nothing grew. */
  readonly even: boolean;
  /**
   * The range of `source` that the folded range [start, end) came from, combining marks of its last letter
   * included. An empty range gives an empty range. O(1).
   */
  sourceRange(start: number, end: number): SourceRange;
}

/** A half-open range [start, end) of a source text, in UTF-16 units. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}
