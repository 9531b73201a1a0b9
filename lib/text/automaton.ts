import { Offsets } from './offsets';
import type { Units } from './units';

/** A row of an automaton has so many places: a power of two. */
export const COLUMNS = 32;
/** Columns: 0 is a unit that folds to something else than one of ASCII, 1 to 26 are the letters, then the digits. */
export const ODD = 0;
export const DIGITS = 27;
/** What parts words for an automaton, as the end of the text and all units do that are not ASCII. */
export const GAP = 28;
/** Of each ASCII unit. */
const COLUMN_OF = new Uint8Array(0x80).fill(GAP);
for (let code = 0x61; code <= 0x7a; code++) COLUMN_OF[code] = code - 0x60;
for (let code = 0x30; code <= 0x39; code++) COLUMN_OF[code] = DIGITS;

/** The column of a unit of folded text. */
export function columnOf(unit: number): number {
  return COLUMN_OF[unit] ?? GAP;
}

/**
 * A finite automaton over folded text, as `foldAlong` runs it in the same pass as the folding. A state is the place of
 * its row in the table: one load a unit.
 */
export interface Automaton {
  /** state | column -> next state. State 0 is where a text starts and where a stop leads back to. */
  readonly next: Uint16Array;
  /** A state whose coming is told. Only `stop` and the state that ODD leads to are greater. */
  readonly mark: number;
  /** Leading here is a stop; it has no row in the table. */
  readonly stop: number;
}

/** What an automaton met, in order: offsets of the folded text. The next run uses the memory again. */
export interface Met {
  /** Where it stopped; the length of the text where its end made it stop. */
  readonly stops: Offsets;
  /** Where it came into the marked row, also from a stop. */
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
export function runOver(text: Units, { next, mark, stop }: Automaton): Met {
  const met = noneMet();
  let state = 0;
  for (let index = 0; index < text.length; index++) {
    const column = columnOf(text.charCodeAt(index));
    state = next[state | column] ?? 0;
    if (state < mark) continue;
    if (state === stop) {
      met.stops.push(index);
      state = next[column] ?? 0;
    }
    if (state === mark) met.marks.push(index);
  }
  if (stopsAtEnd(state, { next, stop })) met.stops.push(text.length);
  return met;
}

/** Whether the end of the text makes an automaton stop that is in a state. */
export function stopsAtEnd(state: number, { next, stop }: Pick<Automaton, 'next' | 'stop'>): boolean {
  return next[state | GAP] === stop;
}
