import { noneMet, runOver, stopsAtEnd, type Met } from '../text/automaton';
import { EvenFold } from '../text/fold-even';
import { ASCII, COLUMN_SHIFT, UNIT, UNSEEN } from '../text/fold-table';
import { foldWide } from '../text/fold-wide';
import { Units, type FoldedUnits } from '../text/units';
import { PLACES } from './places';

// Constants of this module: the engine writes their addresses and lengths into the loop, which is a third quicker.
const { next: NEXT, mark: MARK, stop: STOP } = PLACES;
const SHORT = 32_768;
/** Texts whose every letter folds to ASCII, nearly all, share this array; an array that may grow is slower to fill. */
const KEPT = new Uint16Array(SHORT);
/** Where such a text stopped the automaton (~offset) or marked a place (offset), in order; both at most at one unit. */
const PLACES_MET = new Int32Array(2 * SHORT);

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
  if (length > SHORT) return foldLong(source);
  let state = 0;
  let count = 0;
  // No calls and few variables: with more the engine keeps the state in memory, not in a register, and is half as quick.
  for (let index = 0; index < length; index++) {
    const entry = ascii[source.charCodeAt(index)] ?? UNSEEN;
    KEPT[index] = entry & UNIT;
    state = NEXT[state | (entry >> COLUMN_SHIFT)] ?? 0;
    // The same steps as in runOver, which reads what is folded already.
    if (state >= MARK) {
      if (state > STOP) break;
      if (state === STOP) {
        PLACES_MET[count++] = ~index;
        state = NEXT[entry >> COLUMN_SHIFT] ?? 0;
      }
      if (state === MARK) PLACES_MET[count++] = index;
    }
  }
  if (state > STOP) return alongUnits(foldWide(source));
  const { stops, marks } = noneMet();
  for (let place = 0; place < count; place++) {
    const at = PLACES_MET[place] ?? 0;
    if (at < 0) stops.push(~at);
    else marks.push(at);
  }
  if (stopsAtEnd(state, PLACES)) stops.push(length);
  return { folded: new EvenFold(source), units: new Units(KEPT, length, source), stops, marks };
}

/** The same for texts that are rare, in two passes. */
function foldLong(source: string): FoldedAlong {
  const ascii = ASCII;
  const length = source.length;
  const kept = new Uint16Array(length);
  for (let index = 0; index < length; index++) {
    const entry = ascii[source.charCodeAt(index)] ?? UNSEEN;
    if (entry === UNSEEN) return alongUnits(foldWide(source));
    kept[index] = entry & UNIT;
  }
  return alongUnits({ folded: new EvenFold(source), units: new Units(kept, length, source) });
}

/** What is folded already, and what the automaton meets in it. */
function alongUnits({ folded, units }: FoldedUnits): FoldedAlong {
  const { stops, marks } = runOver(units, PLACES);
  return { folded, units, stops, marks };
}
