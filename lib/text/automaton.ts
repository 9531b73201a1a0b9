import { Offsets } from './offsets';
import type { Units } from './units';

/** A row of an automaton has a place for each ASCII unit: so many bits. */
export const ROW_BITS = 7;
/** What parts words for an automaton, as the end of the text and all units do that are not ASCII. */
const BLANK = 0x20;

/**
 * A finite automaton over folded text, as `foldAlong` runs it in the same pass as the folding. A state is the number of
 * its row in the table: one load a unit.
 */
export interface Automaton {
  /** (row << ROW_BITS) | ASCII unit -> next row. Row 0 is where a text starts and where a stop leads back to. */
  readonly next: Uint16Array;
  /** A row whose coming is told. Only `stop` and `odd` stand behind it. */
  readonly mark: number;
  /** Leading here is a stop; the row itself is not in the table. */
  readonly stop: number;
  /** Where unit 0 leads, which no folded text has: a unit was met that folds to something else than one of ASCII. */
  readonly odd: number;
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
    const unit = text.charCodeAt(index);
    const column = unit >> ROW_BITS === 0 ? unit : BLANK;
    state = next[(state << ROW_BITS) | column] ?? 0;
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
  return next[(state << ROW_BITS) | BLANK] === stop;
}
