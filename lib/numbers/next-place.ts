import { NUMBER_WORDS } from './number-words';

/**
 * An automaton over folded text that stops behind three words of digits on end, and where such a
 * word stands beside figures. A state is the offset
 * of its row in the table: one addition and one load a unit.
 */
const COLUMNS = 32;
/** Columns: 0 is whatever parts words, 1 to 26 the letters, then the digits. */
const DIGIT = 27;
/** As many signs may stand between two words of a number, as ./say reads them. */
const MAX_GAP = 4;
/** No number in words alone has fewer. */
const WORDS_ON_END = 3;
/** Words that may stand right behind another ('khongchin'): a lone o makes other words ('bao'). */
const GLUED_WORDS = NUMBER_WORDS.filter((word) => word.length > 1);
const COLUMN_OF = new Uint8Array(0x10000);
for (let code = 0x61; code <= 0x7a; code++) COLUMN_OF[code] = code - 0x60;
for (let code = 0x30; code <= 0x39; code++) COLUMN_OF[code] = DIGIT;

/** Before a word; inside a word that is none of digits. */
const FREE = 0;
const OTHER = COLUMNS;

class Rows {
  private readonly rows: number[][] = [];

  /** A state that leads to `onGap` behind the word and to OTHER with every letter. */
  add(onGap: number): number {
    this.rows.push(Array.from({ length: COLUMNS }, (_, column) => (column === 0 ? onGap : OTHER)));
    return (this.rows.length - 1) * COLUMNS;
  }

  get(state: number, column: number): number {
    return this.rows[state / COLUMNS]?.[column] ?? FREE;
  }

  set(state: number, column: number, to: number): void {
    const row = this.rows[state / COLUMNS];
    if (row) row[column] = to;
  }

  /** One more than the last state. */
  get end(): number {
    return this.rows.length * COLUMNS;
  }

  table(): Uint16Array {
    return Uint16Array.from(this.rows.flat());
  }

  /** Lets the words of digits be read from `root` on; gives the states that end one. */
  addWords(root: number, words = NUMBER_WORDS): readonly number[] {
    const ends = new Set<number>();
    for (const word of words) {
      let state = root;
      for (let index = 0; index < word.length; index++) {
        const column = word.charCodeAt(index) - 0x60;
        if (this.get(state, column) === OTHER) this.set(state, column, this.add(FREE));
        state = this.get(state, column);
      }
      ends.add(state);
    }
    return [...ends];
  }

  /** Lets `from` go on with every letter that opens a word at `root`. */
  join(from: number, root: number): void {
    for (let letter = 1; letter < DIGIT; letter++) {
      if (this.get(from, letter) === OTHER) this.set(from, letter, this.get(root, letter));
    }
  }
}

function build(): { readonly next: Uint16Array; readonly stop: number } {
  const rows = new Rows();
  rows.add(FREE);
  rows.add(FREE);
  const figures = rows.add(FREE);
  const levels: (readonly number[])[] = [rows.addWords(FREE)];
  const gaps: (readonly number[])[] = [];
  for (let words = 1; words < WORDS_ON_END; words++)
    levels.push(addNext(rows, levels[words - 1] ?? [], gaps));
  const beside = addNext(rows, [figures], gaps);
  const stop = rows.end;
  for (let state = FREE; state < stop; state += COLUMNS) rows.set(state, DIGIT, figures);
  // Figures behind a word and a gap, or right behind a word between figures ('9mot2').
  for (const state of [...gaps.slice(0, -1).flat(), ...beside]) rows.set(state, DIGIT, stop);
  for (const end of [...(levels.at(-1) ?? []), ...beside]) stopUnlessLonger(rows, end, stop);
  return { next: rows.table(), stop };
}

/** Lets a word of digits follow the states `ends`, right behind or after a gap; gives the states that end it. */
function addNext(rows: Rows, ends: readonly number[], gaps: (readonly number[])[]): readonly number[] {
  const signs: number[] = [];
  for (let sign = 0; sign < MAX_GAP; sign++) signs.unshift(rows.add(signs[0] ?? FREE));
  const root = signs[0] ?? FREE;
  const behind = rows.add(FREE);
  const next = [...rows.addWords(root), ...rows.addWords(behind, GLUED_WORDS)];
  for (const sign of signs) rows.join(sign, root);
  for (const end of ends) {
    rows.set(end, 0, root);
    rows.join(end, behind);
  }
  gaps.push(signs);
  return next;
}

/** A word ends with whatever does not make a longer one. */
function stopUnlessLonger(rows: Rows, end: number, stop: number): void {
  rows.set(end, 0, stop);
  for (let letter = 1; letter < DIGIT; letter++) {
    if (rows.get(end, letter) === OTHER) rows.set(end, letter, stop);
  }
}

const { next: NEXT, stop: STOP } = build();

/**
 * Where the next three words of digits that stand together end, or the next one that stands before or behind figures;
 * where figures follow, their offset. Infinity for neither. O(distance).
 * @param text folded text
 * @param from where to start, at the start of a word
 */
export function nextPlace(text: string, from: number): number {
  let state = FREE;
  for (let index = from; index < text.length; index++) {
    state = NEXT[state + (COLUMN_OF[text.charCodeAt(index)] ?? 0)] ?? FREE;
    if (state >= STOP) return index;
  }
  return NEXT[state] === STOP ? text.length : Infinity;
}
