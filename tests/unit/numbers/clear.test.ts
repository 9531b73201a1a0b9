import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { foldNumbers } from '../../../lib/numbers/find-numbers';
import { foldAlong, type FoldedAlong } from '../../../lib/numbers/fold-along';
import { readClear } from '../../../lib/numbers/clear';
import { Offsets } from '../../../lib/text/offsets';
import type { FoundNumber, SpokenNumber } from '../../../lib/numbers/types';
import { readSpoken } from '../../../lib/numbers/words';

const without = vi.hoisted(() => ({ clear: false }));
vi.mock('../../../lib/numbers/clear', async (original) => {
  const real = await original<{ readonly readClear: typeof readClear }>();
  return {
    readClear: (met: FoldedAlong, spoken: readonly SpokenNumber[], left: Offsets): readonly FoundNumber[] => {
      if (!without.clear) return real.readClear(met, spoken, left);
      left.clear();
      for (const mark of met.marks.toArray()) left.push(mark);
      return [];
    },
  };
});
afterEach(() => {
  without.clear = false;
});

/** The numbers that are clear in a text, and at how many digit runs something else may stand. */
function clearIn(text: string): string {
  const left = new Offsets();
  const met = foldAlong(text);
  const found = readClear(met, readSpoken(met, met.stops), left);
  return [...found.map(({ number }) => number), left.length].join(' ');
}

/** What is read with the plain case apart, and by the readers of pieces alone. */
function bothWays(text: string): readonly [unknown, unknown] {
  const ways = [false, true].map((off) => {
    without.clear = off;
    const { numbers, masked } = foldNumbers(text);
    return { numbers, masked };
  });
  return [ways[0], ways[1]];
}

describe('the plain case', () => {
  it.each([
    ['Gọi 0912345678 nhé', '+84912345678 0'],
    ['Gọi 0912 345 678.', '+84912345678 0'],
    ['0912.34.56.78', '+84912345678 0'],
    ['Zalo: +84 912 345 678, gặp Nam', '+84912345678 0'],
    ['024-3825-6789\n', '+842438256789 0'],
    // Nothing can be there.
    ['trong 24 giờ', '0'],
    ['mã 56123 và mã đơn hàng khác 4567890123', '0'],
    ['STK 19031234567890', '0'],
    ['gọi 113 hoặc bấm phím số 5', '2'],
    ['24 o', '0'],
    ['2 o', '1'],
    ['24/7', '2'],
    ['24xx', '1'],
    // Spent: no number, and nothing else either.
    ['STK 0912345678', '0'],
    ['Gọi 0912345678 trong mấy ngày từ 12/05/2021 nhé', '+84912345678 3'],
    ['0912345678 rồi 0987654321', '2'],
    ['0912 345.678', '3'],
    ['0912 345 6789', '3'],
    ['sdt0912345678', '1'],
    ['0912345678đ', '1'],
    ['o 0912345678', '1'],
    ['0912345678 xxx', '1'],
    ['01201234567', '1'],
    ['gọi 1900 6067', '19006067 0'],
    // Far from a number in words, and near it.
    [`không chín một hai ba bốn năm sáu bảy tám${' và nữa'.repeat(12)} 0912345678`, '+84912345678 0'],
    ['không chín một hai ba bốn năm sáu bảy tám rồi 0912345678', '1'],
    ['19006067 56', '2'],
    ['1900 1945', '2'],
    ['1900-12-12', '3'],
    ['(028) 3823 1234', '+842838231234 0'],
    ['(028) 3.823.123', '4'],
    ['(028 3823 1234)', '3'],
    ['+84 1900 1234', '3'],
    ['84 912 345 678', '4'],
    ['+44 7911 123456', '3'],
    ['0084 912 345 678', '4'],
  ])('%s', (text, numbers) => {
    // The second time each unit is known.
    foldAlong(text);
    expect(clearIn(text)).toBe(numbers);
  });
});

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most });
const head = fc.constantFrom(
  '091',
  '032',
  '024',
  '028',
  '0292',
  '0120',
  '069',
  '1900',
  '+84 91',
  '+8491',
  '84 91',
  '00',
);
const joint = fc.constantFrom(' ', '.', '-', '');
const numeral = fc
  .tuple(head, digits(1, 4), joint, digits(3, 4), joint, digits(0, 4))
  .map(
    ([start, first, sign, second, other, third]) => start + first + sign + second + (third && other + third),
  );
const beside = fc.constantFrom(
  ...[
    'o',
    'l',
    'oi',
    'lo',
    'oooooooooooooooooooo',
    '11111111oooooooo',
    'o o o',
    '1o',
    'x',
    'xx',
    '*',
    '...',
    '@',
    '_a',
  ],
  ...['(', ')', '+', '|', '/', '-', '%', 'đ', 'k', '1', '12', '113', '2024', '12/3', '1.250.000', '08:30'],
  ...[
    'goi',
    'số',
    'STK',
    'mã',
    'mã đơn',
    'gọi',
    'VCB',
    'ngân hàng',
    'không',
    'chín',
    'ba',
    'và',
    'đi chợ mua cá',
    'không chín một hai ba bốn năm sáu bảy tám',
    '09 một hai 345 sáu bảy tám',
  ],
);
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  '  ',
  '\n',
  ', ',
  '. ',
  ': ',
  '      ',
  ' của gia đình anh ',
  '\u00a0',
);
const texts = fc
  .array(fc.tuple(fc.oneof(numeral, beside), between), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.flat().join(''));

describe('read apart, the plain case changes nothing', () => {
  it.each([
    '0912 345 678 oooooooooooooooooo999999999999999999',
    'ooooooooooooooooooo11111111111111 0912 345 678',
    '0.9.12.345678',
    '0912 345 67 8 o nha',
    '08 3824 1577',
    '08 123 45678',
    '+848 3824 1577',
    '09-12-1999-12',
    '(0912 345 678)',
    '(0292) 3.899.588',
    '(0912) 345 678 x',
    'gọi 1900 1945',
    '+ 1900 6067',
    'số + 19007347817',
    'gọi 1900-12-12',
    'gọi 1900.12.12',
    'gọi 19006067 56',
    'gọi (028- 3823 6067',
    'gọi (0912345678 nha',
    'gọi +84 1900 6067',
    'gọi +8419006067',
    'số 1900607',
    'gọi 1800 12 34 56',
  ])('in %s', (text) => {
    const [apart, alone] = bothWays(text);
    expect(apart).toEqual(alone);
  });

  it('in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [apart, alone] = bothWays(text);
        expect(apart).toEqual(alone);
      }),
      { numRuns: 2000 },
    );
  });

  const corpus = join(import.meta.dirname, '..', '..', 'corpus');
  it.each(readdirSync(corpus).filter((name) => name.endsWith('.jsonl')))('in %s', (name) => {
    const lines = readFileSync(join(corpus, name), 'utf8').split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const [apart, alone] = bothWays((JSON.parse(line) as { text: string }).text);
      expect(apart).toEqual(alone);
    }
  });
});
