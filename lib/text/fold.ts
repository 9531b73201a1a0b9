import { NO_PLACES, runOver, type Automaton, type Met } from './automaton';
import type { Folded, SourceRange } from './folded';
import { isMark } from './fold-point';
import {
  ASCII_CHARS,
  expansionOf,
  FIRST_CHAR,
  foldPair,
  HIGH,
  IGNORED,
  isPair,
  learn,
  MARK,
  TABLE,
  UNSEEN,
} from './fold-table';

/** Units handed to String.fromCharCode at a time; far below the argument limits of all engines. */
const CHUNK = 8192;
/** Short texts whose every letter folds to ASCII, nearly all, share this array. */
const KEPT_BYTES = new Uint8Array(16_384);
const ASCII = new TextDecoder();
const NO_OFFSETS = new Uint32Array(0);

/**
 * Folds a text in one pass: lower case, no diacritics (NFC and NFD alike), đ -> d, digits and letters of every
 * compatibility form or script of digits -> ASCII, Cyrillic and Greek look-alikes -> Latin, zero-widths and marks
 * dropped, spaces -> ' ' ('\n' stays), dashes -> '-', quotes plain. Spaces are not collapsed; o is not read as 0.
 * Never throws; a lone surrogate becomes U+FFFD. O(length); offsets are only stored where a length changed.
 * @param source any text, UTF-16
 */
export function fold(source: string): Folded {
  const length = source.length;
  // In one block: a sum of strings stays a tree, which is slower to read for ever after.
  const bytes = length <= KEPT_BYTES.length ? KEPT_BYTES : new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const entry = TABLE[source.charCodeAt(index)] ?? UNSEEN;
    if ((entry - FIRST_CHAR) >>> 0 >= ASCII_CHARS) return foldWide(source);
    bytes[index] = entry;
  }
  return new EvenFold(source, ASCII.decode(bytes.subarray(0, length)));
}

/** A folded text, and what an automaton met in it. */
export interface FoldedAlong extends Met {
  readonly folded: Folded;
}

/** Folds a text and runs an automaton over the folded text in the same pass. Never throws; O(length). */
export function foldAlong(source: string, automaton: Automaton): FoldedAlong {
  const { next, columns, mark, stop } = automaton;
  const length = source.length;
  const bytes = length <= KEPT_BYTES.length ? KEPT_BYTES : new Uint8Array(length);
  let stops: number[] | undefined;
  let marks: number[] | undefined;
  let state = 0;
  for (let index = 0; index < length; index++) {
    const entry = TABLE[source.charCodeAt(index)] ?? UNSEEN;
    if ((entry - FIRST_CHAR) >>> 0 >= ASCII_CHARS) {
      const folded = foldWide(source);
      return { folded, ...runOver(folded.text, automaton) };
    }
    bytes[index] = entry;
    // The same steps as in runOver, which reads what is folded already.
    const column = columns[entry] ?? 0;
    const before = state;
    state = next[state + column] ?? 0;
    if (state < mark) continue;
    if (state === stop) {
      (stops ??= []).push(index);
      state = next[column] ?? 0;
    }
    if (state === mark && before !== mark) (marks ??= []).push(index);
  }
  if (next[state] === stop) (stops ??= []).push(length);
  const folded = new EvenFold(source, ASCII.decode(bytes.subarray(0, length)));
  return { folded, stops: stops ?? NO_PLACES, marks: marks ?? NO_PLACES };
}

/** Folds what is not even ASCII. */
function foldWide(source: string): Folded {
  const length = source.length;
  const units = new Uint16Array(length);
  let index = 0;
  for (; index < length; index++) {
    const unit = source.charCodeAt(index);
    let entry = TABLE[unit] ?? UNSEEN;
    if (entry === UNSEEN) entry = learn(unit);
    if (entry >= FIRST_CHAR) {
      units[index] = entry;
    } else if (entry === HIGH) {
      const folded = foldPair(source, index);
      if (folded.length !== 2 && (folded !== '\ufffd' || isPair(source, index))) break;
      units[index] = folded.charCodeAt(0);
      if (folded.length === 2) units[++index] = folded.charCodeAt(1);
    } else break;
  }
  if (index === length) return new EvenFold(source, decode(units, length));
  return foldUneven(source, units, index);
}

/** Goes on where the fast loop met the first change of length at `from`; `done` holds the folded units before it. */
function foldUneven(source: string, done: Uint16Array, from: number): Folded {
  const length = source.length;
  // There is always room for one unit per source unit that is left; only expansions ask for more.
  let { units, starts, ends } = grown({ units: done, starts: NO_OFFSETS, ends: NO_OFFSETS }, length);
  let size = from;
  for (let index = 0; index < from; index++) {
    starts[index] = index;
    ends[index] = index + 1;
  }
  for (let index = from; index < length; index++) {
    const unit = source.charCodeAt(index);
    let entry = TABLE[unit] ?? UNSEEN;
    if (entry === UNSEEN) entry = learn(unit);
    if (entry >= FIRST_CHAR) {
      units[size] = entry;
      starts[size] = index;
      ends[size++] = index + 1;
      continue;
    }
    if (entry === MARK && size > 0) ends[size - 1] = index + 1;
    if (entry === MARK || entry === IGNORED) continue;
    const end = index + (entry === HIGH && isPair(source, index) ? 2 : 1);
    const folded = entry === HIGH ? foldPair(source, index) : expansionOf(unit);
    if (folded === '' && size > 0 && isMark(source.codePointAt(index) ?? 0)) ends[size - 1] = end;
    const need = size + folded.length + length - end;
    if (need > units.length) ({ units, starts, ends } = grown({ units, starts, ends }, need * 2));
    for (let at = 0; at < folded.length; at++) {
      units[size] = folded.charCodeAt(at);
      starts[size] = index;
      ends[size++] = end;
    }
    index = end - 1;
  }
  return new UnevenFold(source, decode(units, size), starts.subarray(0, size), ends.subarray(0, size));
}

/** Folded units and where each stood: [starts[i], ends[i]) of the source. */
interface Arrays {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The same contents in arrays of at least `capacity`. */
function grown(arrays: Arrays, capacity: number): Arrays {
  const units = capacity > arrays.units.length ? new Uint16Array(capacity) : arrays.units;
  if (units !== arrays.units) units.set(arrays.units);
  const starts = new Uint32Array(capacity);
  starts.set(arrays.starts);
  const ends = new Uint32Array(capacity);
  ends.set(arrays.ends);
  return { units, starts, ends };
}

/** Units to a string by chunks: concatenating single characters would be slow on long texts. */
function decode(units: Uint16Array, length: number): string {
  let text = '';
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = units.subarray(start, Math.min(start + CHUNK, length));
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

/** A folded text of which every unit stands where its source stood. */
class EvenFold implements Folded {
  readonly even = true;

  constructor(
    readonly source: string,
    readonly text: string,
  ) {}

  sourceRange(start: number, end: number): SourceRange {
    const from = clamp(start, this.text.length);
    return { start: from, end: Math.max(from, clamp(end, this.text.length)) };
  }
}

/** A folded text with the place in the source of every unit: it came from [starts[i], ends[i]). */
class UnevenFold implements Folded {
  readonly even = false;

  constructor(
    readonly source: string,
    readonly text: string,
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
  ) {}

  sourceRange(start: number, end: number): SourceRange {
    const first = clamp(start, this.text.length);
    const last = clamp(end, this.text.length);
    const from = this.starts[first] ?? this.source.length;
    return { start: from, end: last > first ? (this.ends[last - 1] ?? from) : from };
  }
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
