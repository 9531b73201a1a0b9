import { clamp, EvenFold } from './fold-even';
import type { Folded, SourceRange } from './folded';
import { isMark } from './fold-point';
import {
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
import { Units, type FoldedUnits } from './units';

/** Units handed to String.fromCharCode at a time; far below the argument limits of all engines. */
const CHUNK = 8192;
const NO_OFFSETS = new Uint32Array(0);

/** Folds what is not even ASCII. O(length); offsets are only stored where a length changed. */
export function foldWide(source: string): FoldedUnits {
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
  if (index === length) {
    return { folded: new EvenFold(source, decode(units, length)), units: new Units(units, length) };
  }
  return foldUneven(source, units, index);
}

/** Goes on where the fast loop met the first change of length at `from`; `done` holds the folded units before it. */
function foldUneven(source: string, done: Uint16Array, from: number): FoldedUnits {
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
  const folded = new UnevenFold(
    source,
    decode(units, size),
    starts.subarray(0, size),
    ends.subarray(0, size),
  );
  return { folded, units: new Units(units, size) };
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
