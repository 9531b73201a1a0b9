import type { Units } from '../text/units';
import { MAX_DIGITS } from './plan';
import type { SpokenNumber } from './types';

/**
 * A piece of a number: digits that stand together. The layer between text and numbers: whatever reads digits out of
 * text (figures, letters written for figures, number words) gives pieces, and nothing above asks how.
 */
export interface Piece {
  /** Offsets of the folded text. */
  readonly start: number;
  readonly end: number;
  /** ASCII digits; '' where the run is too long to be part of any phone number. */
  readonly digits: string;
  /** Letters were read as digits (o, l, i), or bars as 1. */
  readonly lettered: boolean;
  /** A whole number that is written with words. */
  readonly spoken: boolean;
  /** Letters that touch the piece on the left and right ('sdt0912...', '15h'); '' where none do. */
  readonly before: string;
  readonly after: string;
}

/** A whole number in words. */
export function spokenPiece({ start, end, digits }: SpokenNumber): Piece {
  return { start, end, digits, lettered: false, spoken: true, before: '', after: '' };
}

/** Digits alone. */
export function digitsPiece(text: Units, start: number, end: number): Piece {
  const digits = end - start > MAX_DIGITS ? '' : text.slice(start, end);
  return { start, end, digits, lettered: false, spoken: false, before: '', after: '' };
}

/** Letters and digits that are read as digits. */
export function letteredPiece(text: Units, start: number, end: number): Piece {
  const read = end - start > MAX_DIGITS ? '' : text.slice(start, end);
  const digits = read.replace(/o/g, '0').replace(/[li|]/g, '1');
  return { start, end, digits, lettered: true, spoken: false, before: '', after: '' };
}
