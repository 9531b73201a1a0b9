import { noneMet, runOver, stopsAtEnd, type Met } from '../text/automaton';
import { EvenFold } from '../text/fold-even';
import { ASCII, COLUMN_SHIFT, UNIT, UNSEEN } from '../text/fold-table';
import { foldWide } from '../text/fold-wide';
import { Units, type FoldedUnits } from '../text/units';
import { PLACES } from './places';

// Constants of this module: the engine writes their addresses and lengths into the loop, which is a third quicker.
const { next: NEXT, mark: MARK, stop: STOP } = PLACES;
/** Texts are folded by parts of so many units; most texts are one. */
const PART = 32_768;
/** The part that is folded, where every letter of the text folds to ASCII, as in nearly all. */
const KEPT = new Uint16Array(PART);
/** Where the part stopped the automaton (~offset) or marked a place (offset), in order; both at most at one unit. */
const PLACES_MET = new Int32Array(2 * PART);
let met = 0;

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
  if (length > PART) return foldLong(source);
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

/** The same for a text that is longer than a part: part after part. Short texts in this way would take 7% more time. */
function foldLong(source: string): FoldedAlong {
  const { length } = source;
  const kept = new Uint16Array(length);
  const { stops, marks } = noneMet();
  let state = 0;
  for (let from = 0; from < length; from += PART) {
    const part = Math.min(PART, length - from);
    state = foldPart(source, from, part, state);
    if (state > STOP) return alongUnits(foldWide(source));
    for (let place = 0; place < met; place++) {
      const at = PLACES_MET[place] ?? 0;
      if (at < 0) stops.push(from + ~at);
      else marks.push(from + at);
    }
    kept.set(part < PART ? KEPT.subarray(0, part) : KEPT, from);
  }
  if (stopsAtEnd(state, PLACES)) stops.push(length);
  return { folded: new EvenFold(source), units: new Units(kept, length, source), stops, marks };
}

/** Folds a part and runs the automaton on from a state; gives the next one, over STOP for letters that are not even. */
function foldPart(source: string, from: number, length: number, start: number): number {
  const ascii = ASCII;
  let state = start;
  let count = 0;
  for (let index = 0; index < length; index++) {
    const entry = ascii[source.charCodeAt(from + index)] ?? UNSEEN;
    KEPT[index] = entry & UNIT;
    state = NEXT[state | (entry >> COLUMN_SHIFT)] ?? 0;
    if (state >= MARK) {
      if (state > STOP) break;
      if (state === STOP) {
        PLACES_MET[count++] = ~index;
        state = NEXT[entry >> COLUMN_SHIFT] ?? 0;
      }
      if (state === MARK) PLACES_MET[count++] = index;
    }
  }
  met = count;
  return state;
}

/** What is folded already, and what the automaton meets in it. */
function alongUnits({ folded, units }: FoldedUnits): FoldedAlong {
  const { stops, marks } = runOver(units, PLACES);
  return { folded, units, stops, marks };
}
