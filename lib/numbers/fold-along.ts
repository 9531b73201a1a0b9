import { columnOf, noneMet, runOver, stopsAtEnd, type Met } from '../text/automaton';
import { EvenFold } from '../text/fold-even';
import { ASCII, COLUMN_SHIFT, UNIT, UNSEEN } from '../text/fold-table';
import { foldWide } from '../text/fold-wide';
import { Units, type FoldedUnits } from '../text/units';
import { PLACES } from './places';

// Constants of this module: the engine writes their addresses and lengths into the loop, which is a third quicker.
const { next: NEXT, mark: MARK, stop: STOP } = PLACES;
/** Texts whose every letter folds to ASCII, nearly all, share this array; an array that may grow is slower to fill. */
const KEPT = new Uint16Array(32_768);
/** That of longer texts grows to the longest of them. */
let long = KEPT;

function memoryFor(length: number): Uint16Array {
  if (length > long.length) long = new Uint16Array(length);
  return long;
}

/** A folded text, and what the automaton of ./places met in it. */
export interface FoldedAlong extends FoldedUnits, Met {}

/**
 * Folds a text and runs the automaton of ./places over the folded text in the same pass. Never throws; O(length). The
 * units and what was met hold until the next text is folded along; the string of the folded text is made when it is asked
 * for.
 */
export function foldAlong(source: string): FoldedAlong {
  const ascii = ASCII;
  const length = source.length;
  const kept = length <= KEPT.length ? KEPT : memoryFor(length);
  const { stops, marks } = noneMet();
  let state = 0;
  for (let index = 0; ; index++) {
    // Nearly all units are read here: a loop that does no more than this is compiled to quicker code.
    for (; index < length; index++) {
      const entry = ascii[source.charCodeAt(index)] ?? UNSEEN;
      kept[index] = entry & UNIT;
      state = NEXT[state | (entry >> COLUMN_SHIFT)] ?? 0;
      if (state >= MARK) break;
    }
    if (index >= length) break;
    // The same steps as in runOver, which reads what is folded already.
    if (state > STOP) {
      const wide = foldWide(source);
      runOver(wide.units, PLACES);
      return { folded: wide.folded, units: wide.units, stops, marks };
    }
    if (state === STOP) {
      stops.push(index);
      state = NEXT[columnOf(kept[index] ?? UNSEEN)] ?? 0;
    }
    if (state === MARK) marks.push(index);
  }
  if (stopsAtEnd(state, PLACES)) stops.push(length);
  return { folded: new EvenFold(source), units: new Units(kept, length, source), stops, marks };
}
