import { Offsets } from './offsets';
import type { Units } from './units';

/**
 * A finite automaton over folded text, as `foldAlong` runs it in the same pass as the folding. A state is the offset of
 * its row in the table: one addition and one load a unit.
 */
export interface Automaton {
  /** Row and column -> next row. The first row is where a text starts and where a stop leads back to. */
  readonly next: Uint16Array;
  /** Unit -> column; what is not ASCII has column 0, and so has the end of the text. */
  readonly columns: Uint8Array;
  /** A row whose coming is told. No row but `stop` stands behind it. */
  readonly mark: number;
  /** Leading here is a stop; the row itself is not in the table. */
  readonly stop: number;
}

/** What an automaton met, in order: offsets of the folded text. The next run uses the memory again. */
export interface Met {
  /** Where it stopped; the length of the text where its end made it stop. */
  readonly stops: Offsets;
  /** Where it came into the marked row, or into a stop that the marked row follows. */
  readonly marks: Offsets;
}

const MET: Met = { stops: new Offsets(), marks: new Offsets() };

/** The places that a run fills in, empty; they hold until the next run. */
export function noneMet(): Met {
  MET.stops.clear();
  MET.marks.clear();
  return MET;
}

/** Runs an automaton over a folded text. O(length). */
export function runOver(text: Units, automaton: Automaton): Met {
  const { next, columns, mark, stop } = automaton;
  const met = noneMet();
  let state = 0;
  for (let index = 0; index < text.length; index++) {
    const column = columns[text.charCodeAt(index)] ?? 0;
    const before = state;
    state = next[state + column] ?? 0;
    if (state < mark) continue;
    if (state === stop) {
      met.stops.push(index);
      state = next[column] ?? 0;
    }
    if (state === mark && before !== mark) met.marks.push(index);
  }
  if (next[state] === stop) met.stops.push(text.length);
  return met;
}
