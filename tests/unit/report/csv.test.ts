import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, csvCell } from '../../../lib/report/csv';

test.each([
  ['=cmd|calc', `"'=cmd|calc"`],
  ['+84912345678', '"+84912345678"'],
  ['+1+1', `"'+1+1"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  ['say "hi"', '"say ""hi"""'],
  ['0292', '"0292"'],
])('%j is written as %s', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

const start = fc.constantFrom('', '=', '+', '-', '@', '\t', ' =', '"', '\u200b=', '\n');
const cell = fc.tuple(start, fc.string()).map((parts) => parts.join(''));

test('whatever the cells, no line begins a formula and every cell is read back', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
      const written = csv([cells]);
      const read = [...written.slice(1).matchAll(/"((?:[^"]|"")*)"/g)].map(([, content]) =>
        (content ?? '').replaceAll('""', '"'),
      );
      expect(read).toHaveLength(cells.length);
      read.forEach((one, index) => {
        expect([cells[index], `'${cells[index]}`]).toContain(one);
        if (!/^\+\d{3,15}$/.test(one)) expect(one).not.toMatch(/^\s*[=+\-@]/);
      });
    }),
  );
});
