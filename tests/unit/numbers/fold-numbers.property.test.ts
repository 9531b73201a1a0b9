/** The quick way to numbers, one pass that folds and looks for them at once, gives what the slow way gives. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { findNumbers, foldNumbers } from '../../../lib/numbers/find-numbers';
import { PLACES } from '../../../lib/numbers/places';
import { readSpoken } from '../../../lib/numbers/words';
import { runOver } from '../../../lib/text/automaton';
import { fold } from '../../../lib/text/fold';
import { Offsets } from '../../../lib/text/offsets';
import { Units } from '../../../lib/text/units';

// Nothing here is timed: a busy machine may take long.
vi.setConfig({ testTimeout: 60_000 });

const WORDS =
  'không một hai ba bốn năm sáu bảy tám chín mươi mười trăm linh số con cặp tam hoa tứ quý o k và zalo mỗi bao banh'.split(
    ' ',
  );
const FIGURES = '0 09 0912 345 678 84 1900 12 7 0912345678 0912xxx678 +84 0292 3899588'.split(' ');
const SIGNS = [
  '-',
  '.',
  ', ',
  '\n',
  '  ',
  '     ',
  '/',
  '\u200b',
  '\u202e',
  '🌸',
  '０',
  '½',
  'a\u0302',
  'ß',
  '中',
];
const part = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...FIGURES) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
);
const text = fc
  .tuple(fc.array(part, { maxLength: 40 }), fc.constantFrom('', ' ', ' '))
  .map(([parts, joint]) => parts.join(joint));

it('finds in one pass what folding and finding after one another give', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { folded, numbers, masked } = foldNumbers(source);
      const slow = fold(source);
      expect(folded.text).toBe(slow.text);
      expect({ numbers, masked }).toEqual(findNumbers(slow));
      for (let index = 0; index <= slow.text.length; index++) {
        expect(folded.sourceRange(index, index + 1)).toEqual(slow.sourceRange(index, index + 1));
      }
    }),
    { numRuns: 400 },
  );
});

it('marks where each run of digits starts', () => {
  fc.assert(
    fc.property(text, (source) => {
      const folded = fold(source).text;
      const runs = Array.from(folded.matchAll(/[0-9]+/g), (run) => run.index);
      expect(runOver(Units.of(folded), PLACES).marks.toArray()).toEqual(runs);
    }),
    { numRuns: 1000 },
  );
});

it('stops at every number in words: looking everywhere finds no other', () => {
  // Figures right behind a word ('nam09') are no stop unless figures stand before it too, nor is a glued o ('bao', 'zalo').
  const words = WORDS.filter((word) => word !== 'bao' && word !== 'zalo');
  const apart = fc
    .tuple(
      fc.array(fc.constantFrom(...words, ...FIGURES), { maxLength: 40 }),
      fc.constantFrom(' ', '-', ', '),
    )
    .map(([parts, joint]) => parts.join(joint));
  fc.assert(
    fc.property(apart, (source) => {
      const folded = fold(source);
      const units = Units.of(folded.text);
      const everywhere = new Offsets();
      for (const word of folded.text.matchAll(/[a-z0-9]+/g)) everywhere.push(word.index + word[0].length);
      const read = { folded, units };
      expect(readSpoken(read, runOver(units, PLACES).stops)).toEqual(readSpoken(read, everywhere));
    }),
    { numRuns: 2000 },
  );
});
