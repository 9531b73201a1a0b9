/**
 * Work grows with the text and no faster, for texts made to cost much. Steps are counted, not timed: every unit that is
 * read, cut out or searched through.
 */
import { describe, expect, it, vi } from 'vitest';
import { findNumbers, foldNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';
import { Units } from '../../../lib/text/units';

// Nothing here is timed: a busy machine may take long.
vi.setConfig({ testTimeout: 60_000 });

const HOSTILE: readonly (readonly [string, string])[] = [
  ['digits', '0912345678'],
  ['noughts', '0'],
  ['digits one by one', '0 '],
  ['digits and signs', '0.9 1-2/3,4 5.6-7 8 '],
  ['dots', '0...'],
  ['words of a number', 'không chín một hai ba bốn năm tư lăm linh mười '],
  ['words glued together', 'khongchinmothaiba'],
  ['a nought and words', 'không hai '],
  ['words without a number', 'không ba mẹ '],
  ['ten that never ends', 'hai mươi hai mười '],
  ['hundreds', 'chín trăm '],
  ['words and figures', 'sáu 09 '],
  ['letters before a word', 'goi09muoi.'],
  ['letters without a blank', 'khongbanh'],
  ['tails', '0912 345 678/79/80/81 '],
  ['shared heads', '024 38221234/38221235 '],
  ['masks', '0912xxx '],
  ['open masks', '09*'],
  ['letters for digits', 'O9I2 OOO 1O6 '],
  ['lone letters', 'o o o 1 '],
  ['a word around digits', '0lol'],
  ['plus signs', '+1 '],
  ['brackets', '(0)'],
  ['dates', '1/1/'],
  ['amounts', '1.234.'],
  ['numbers abroad', '+84 912 '],
  ['short codes', 'goi 113, '],
  ['cues', 'số tài khoản ngân hàng 0912345678 '],
  ['overrides', '\u202e0912345678\u202c'],
  ['open overrides', '\u202e09'],
  ['zero-widths', '0\u200b'],
  ['marks', '0\u0301'],
  ['signs that grow', '½'],
  ['flowers', '0🌸'],
];
const UNITS = 2000;
const DOUBLINGS = 2;
/** Twice the text may take this many times the steps; a quadratic reading takes four times as many. */
const MOST = 2.1;

describe('twice the text takes twice the steps', () => {
  it.each(HOSTILE)('%s', (_, part) => {
    const counts = Array.from({ length: DOUBLINGS + 1 }, (_, doubling) =>
      stepsOf(part.repeat(Math.ceil((UNITS * 2 ** doubling) / part.length))),
    );
    counts.slice(1).forEach((steps, index) => {
      expect(steps).toBeLessThan((counts[index] ?? 0) * MOST);
    });
    // And the steps for each unit are few.
    expect(counts.at(-1)).toBeLessThan(UNITS * 2 ** DOUBLINGS * MOST_A_UNIT);
  });
});

/** Steps for each unit of any of these texts. */
const MOST_A_UNIT = 300;

/** Units that are read, one by one or in pieces, while a text is folded and its numbers are found, both ways. */
function stepsOf(source: string): number {
  // Tables are filled when a unit is first met.
  foldNumbers(source.slice(0, 100));
  let steps = 0;
  const undo = [
    // Their slices are made of the calls below.
    counted(Units.prototype, 'charCodeAt', () => steps++),
    counted(Units.prototype, 'charAt', () => steps++),
    counted(String.prototype, 'charCodeAt', () => steps++),
    counted(String.prototype, 'charAt', () => steps++),
    counted(String.prototype, 'codePointAt', () => steps++),
    counted(String.prototype, 'slice', (cut) => (steps += lengthOf(cut))),
    counted(String.prototype, 'includes', (_, text) => (steps += lengthOf(text))),
    counted(String.prototype, 'replace', (_, text) => (steps += lengthOf(text))),
    counted(String.prototype, 'indexOf', (place, text, __, from) => {
      steps += (place === -1 ? lengthOf(text) : Number(place)) - Number(from ?? 0);
    }),
    // A regex that goes on from its last index ('global') reads up to what it finds.
    counted(RegExp.prototype, 'exec', (found, regex, text, _, from) => {
      const { global, lastIndex } = regex as RegExp;
      steps += (global && found !== null ? lastIndex : lengthOf(text)) - (global ? Number(from) : 0);
    }),
  ];
  try {
    foldNumbers(source);
    findNumbers(fold(source));
  } finally {
    for (const one of undo) one();
  }
  return steps;
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** Calls `step` after each call of a method, with the result, the object and the arguments; gives what ends that. */
function counted(
  owner: object,
  name: string,
  step: (result: unknown, self: unknown, ...given: unknown[]) => void,
): () => void {
  const plain = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
  const set = (value: unknown): unknown =>
    Object.defineProperty(owner, name, {
      value,
      writable: true,
      configurable: true,
    });
  set(function (this: unknown, ...given: unknown[]): unknown {
    const from = this instanceof RegExp ? this.lastIndex : undefined;
    const result = Reflect.apply(plain, this, given);
    if (from === undefined) step(result, this, ...given);
    else step(result, this, given[0], undefined, from);
    return result;
  });
  return () => set(plain);
}
