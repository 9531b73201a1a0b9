import { noneMet, ROW_BITS, runOver, stopsAtEnd, type Automaton, type Met } from './automaton';
import { EvenFold } from './fold-even';
import { ASCII, UNSEEN } from './fold-table';
import { foldWide } from './fold-wide';
import { Units, type FoldedUnits } from './units';

/** Texts whose every letter folds to ASCII, nearly all, share this array; an array that may grow is slower to fill. */
const KEPT = new Uint16Array(32_768);
/** That of longer texts grows to the longest of them. */
let long = KEPT;

function memoryFor(length: number): Uint16Array {
  if (length > long.length) long = new Uint16Array(length);
  return long;
}

/** A folded text, and what an automaton met in it. */
export interface FoldedAlong extends FoldedUnits, Met {}

/**
 * Folds a text and runs an automaton over the folded text in the same pass. Never throws; O(length). The units and what
 * was met hold until the next text is folded along; the string of the folded text is made when it is asked for.
 */
export function foldAlong(source: string, automaton: Automaton): FoldedAlong {
  // What the loop reads stands in variables of its own: the engine reads those of a module anew for each unit.
  const ascii = ASCII;
  const { next, mark, stop } = automaton;
  const length = source.length;
  const kept = length <= KEPT.length ? KEPT : memoryFor(length);
  const { stops, marks } = noneMet();
  let state = 0;
  for (let index = 0; ; index++) {
    // Nearly all units are read here: a loop that does no more than this is compiled to quicker code.
    for (; index < length; index++) {
      const entry = ascii[source.charCodeAt(index)] ?? UNSEEN;
      kept[index] = entry;
      state = next[(state << ROW_BITS) | entry] ?? 0;
      if (state >= mark) break;
    }
    if (index >= length) break;
    // The same steps as in runOver, which reads what is folded already.
    if (state > stop) {
      const wide = foldWide(source);
      runOver(wide.units, automaton);
      return { folded: wide.folded, units: wide.units, stops, marks };
    }
    if (state === stop) {
      stops.push(index);
      state = next[kept[index] ?? UNSEEN] ?? 0;
    }
    if (state === mark) marks.push(index);
  }
  if (stopsAtEnd(state, automaton)) stops.push(length);
  return { folded: new EvenFold(source), units: new Units(kept, length, source), stops, marks };
}
