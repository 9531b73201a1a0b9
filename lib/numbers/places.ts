import { columnOf, COLUMNS, DIGITS, GAP, ODD, type Automaton } from '../text/automaton';
import { NUMBER_WORDS } from './number-words';

/** As many signs may stand between two words of a number, as ./say reads them. */
const MAX_GAP = 4;
/** No number in words alone has fewer. */
const WORDS_ON_END = 5;
/** Words that may stand right behind another ('khongchin'): a lone o makes other words ('bao'). */
const GLUED_WORDS = NUMBER_WORDS.filter((word) => word.length > 1);

/** Before a word; inside a word that is none of digits. */
const FREE = 0;
const OTHER = COLUMNS;

/** Written where they stay, since each start of the background waits for this table. */
class Rows {
  private readonly cells = new Uint16Array(0x10000);
  /** One more than the last state. */
  end = 0;

  /** A state that leads to `onGap` behind the word and to OTHER with every letter. */
  add(onGap: number): number {
    const state = this.end;
    this.end += COLUMNS;
    this.cells.fill(OTHER, state, this.end);
    this.cells[state + GAP] = onGap;
    return state;
  }

  get(state: number, column: number): number {
    return this.cells[state + column] ?? FREE;
  }

  set(state: number, column: number, to: number): void {
    this.cells[state + column] = to;
  }

  /** As an automaton has them. */
  table(): Uint16Array {
    return this.cells.slice(0, this.end);
  }

  /** Lets the words of digits be read from `root` on; gives the states that end one. */
  addWords(root: number, words = NUMBER_WORDS): readonly number[] {
    const ends = new Set<number>();
    for (const word of words) {
      let state = root;
      for (let index = 0; index < word.length; index++) {
        const column = columnOf(word.charCodeAt(index));
        if (this.get(state, column) === OTHER) this.set(state, column, this.add(FREE));
        state = this.get(state, column);
      }
      ends.add(state);
    }
    return [...ends];
  }

  /** Lets `from` go on with every letter that opens a word at `root`. */
  join(from: number, root: number): void {
    for (let letter = 1; letter < DIGITS; letter++) {
      if (this.get(from, letter) === OTHER) this.set(from, letter, this.get(root, letter));
    }
  }
}

function build(): Automaton {
  const rows = new Rows();
  rows.add(FREE);
  rows.add(FREE);
  let ends = rows.addWords(FREE);
  const gaps: number[] = [];
  for (let words = 1; words < WORDS_ON_END; words++) {
    const next = addNext(rows);
    for (const end of ends) lead(rows, end, next);
    gaps.push(...next.signs);
    ends = next.ends;
  }
  const beside = addNext(rows);
  const figures = rows.add(FREE);
  // The last row, so that one comparison tells both it and the stop from all others.
  const first = rows.add(FREE);
  for (const state of [figures, first]) lead(rows, state, beside);
  const stop = rows.end;
  for (let state = FREE; state < stop; state += COLUMNS) rows.set(state, DIGITS, first);
  for (const state of [figures, first]) rows.set(state, DIGITS, figures);
  // Figures behind a word and a gap, or right behind a word between figures ('9mot2').
  for (const state of [...gaps, ...beside.ends]) rows.set(state, DIGITS, stop);
  for (const end of [...ends, ...beside.ends]) stopUnlessLonger(rows, end, stop);
  for (let state = FREE; state < stop; state += COLUMNS) rows.set(state, ODD, stop + COLUMNS);
  return { next: rows.table(), mark: first, stop };
}

/** A further word of a digit. */
interface NextWord {
  /** States of the gap before it, the first sign first. */
  readonly signs: readonly number[];
  /** Where it starts without a gap. */
  readonly behind: number;
  /** States that end it. */
  readonly ends: readonly number[];
}

function addNext(rows: Rows): NextWord {
  const signs: number[] = [];
  for (let sign = 0; sign < MAX_GAP; sign++) signs.unshift(rows.add(signs[0] ?? FREE));
  const root = signs[0] ?? FREE;
  const behind = rows.add(FREE);
  const ends = [...rows.addWords(root), ...rows.addWords(behind, GLUED_WORDS)];
  for (const sign of signs) rows.join(sign, root);
  return { signs, behind, ends };
}

/** Lets a word of a digit follow the state, right behind or after a gap. */
function lead(rows: Rows, state: number, { signs, behind }: NextWord): void {
  rows.set(state, GAP, signs[0] ?? FREE);
  rows.join(state, behind);
}

/** A word ends with whatever does not make a longer one. */
function stopUnlessLonger(rows: Rows, end: number, stop: number): void {
  rows.set(end, GAP, stop);
  for (let letter = 1; letter < DIGITS; letter++) {
    if (rows.get(end, letter) === OTHER) rows.set(end, letter, stop);
  }
}

/**
 * Stops where five words of digits that stand together end, and where one that stands before or behind figures does; where
 * figures follow, at their first. The marked row is that of the first figure of a run.
 */
export const PLACES: Automaton = build();
