import { columnOf } from './automaton';
import { foldPoint, isMark } from './fold-point';

/**
 * Entries of the table below FIRST_CHAR are instructions; others are the folded UTF-16 unit. U+0000..U+0004 are controls,
 * which never stand in folded text, so the two cannot be confused.
 */
export const UNSEEN = 0;
/** A combining mark: dropped, but its place belongs to the letter before it. */
export const MARK = 1;
/** Invisible: dropped. */
export const IGNORED = 2;
/** Folds to several units: see expansionOf. */
export const EXPANDED = 3;
/** First half of a surrogate pair: see foldPair. */
export const HIGH = 4;
export const FIRST_CHAR = 5;
const LAST_ASCII = 0x7f;

/** UTF-16 unit -> folded unit or instruction; 128 KB, UNSEEN until `learn` fills in a unit. */
export const TABLE = new Uint16Array(0x10000);
/**
 * UTF-16 unit -> folded unit and above it its column in automata, for those that fold to one of ASCII; UNSEEN for all
 * others.
 */
export const ASCII = new Uint16Array(0x10000);
/** What of an entry of it is the unit, and where its column starts. */
export const UNIT = 0x7f;
export const COLUMN_SHIFT = 8;
/** UTF-16 unit -> the several units it folds to. */
const EXPANSIONS = new Map<number, string>();
/** Code point above U+FFFF -> folded text, '' where it is dropped. */
const POINTS = new Map<number, string>();
/** POINTS grows with what is met in pages; past this many entries it starts anew. */
const MAX_POINTS = 20_000;

/** The entry of a unit, filled in where it was unseen. */
export function learn(unit: number): number {
  const entry = entryOf(unit);
  TABLE[unit] = entry;
  if (entry >= FIRST_CHAR && entry <= LAST_ASCII) ASCII[unit] = (columnOf(entry) << COLUMN_SHIFT) | entry;
  return entry;
}

function entryOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HIGH;
  const folded = foldPoint(unit);
  if (folded.length === 1) return folded.charCodeAt(0);
  if (folded === '') return isMark(unit) ? MARK : IGNORED;
  EXPANSIONS.set(unit, folded);
  return EXPANDED;
}

/** What a unit whose entry is EXPANDED folds to. */
export function expansionOf(unit: number): string {
  return EXPANSIONS.get(unit) ?? '';
}

/** True where both halves of a surrogate pair stand. */
export function isPair(source: string, index: number): boolean {
  return (source.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/** What the surrogate pair at `index` folds to; a lone half gives U+FFFD. */
export function foldPair(source: string, index: number): string {
  const point = source.codePointAt(index) ?? 0xfffd;
  const known = POINTS.get(point);
  if (known !== undefined) return known;
  const folded = foldPoint(point);
  if (POINTS.size >= MAX_POINTS) POINTS.clear();
  POINTS.set(point, folded);
  return folded;
}
