import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';
import { numbersOf } from './numbers-of';

// Nothing here is timed: a busy machine may take long.
vi.setConfig({ testTimeout: 60_000 });

const digits = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count });

const mobile = fc
  .tuple(
    fc.constantFrom('032', '039', '052', '056', '070', '079', '081', '089', '090', '096', '099'),
    digits(7),
  )
  .map(([head, tail]) => head + tail);
const landline = fc
  .tuple(
    fc.constantFrom('0292', '0203', '0254', '0277', '0299'),
    fc.constantFrom(...Array.from('23678')),
    digits(6),
  )
  .map((parts) => parts.join(''));

/** Cuts digits into the groups people use. */
function grouped(number: string, lengths: readonly number[], separator: string): string {
  let start = 0;
  return lengths
    .map((length) => number.slice(start, (start += length)))
    .filter((part) => part !== '')
    .join(separator);
}

const separator = fc.constantFrom(' ', '.', '-', '\u00a0', ' - ', '\u2009', '–');
const mobileGroups = fc.constantFrom(
  [10],
  [4, 3, 3],
  [4, 6],
  [3, 3, 4],
  [4, 2, 2, 2],
  [2, 4, 4],
  [5, 5],
  [3, 4, 3],
);
const landlineGroups = fc.constantFrom([11], [4, 7], [4, 3, 4], [4, 4, 3], [5, 3, 3], [4, 1, 3, 3]);
const lead = fc.constantFrom('Gọi ', 'ĐT: ', 'Liên hệ ', 'SĐT:', 'hotline ', 'Zalo\n', 'goi ', '☎ ');
const trail = fc.constantFrom('', '.', ', gặp anh Nam', ' nhé', ')', '\nCảm ơn', '!');

describe('findNumbers, for every', () => {
  it('mobile in any grouping', () => {
    fc.assert(
      fc.property(mobile, mobileGroups, separator, lead, trail, (number, groups, sign, before, after) => {
        // '08 1234 5678' is how landlines of Ho Chi Minh City were written before 2017.
        fc.pre(!(groups[0] === 2 && number.startsWith('08')));
        expect(numbersOf(before + grouped(number, groups, sign) + after)).toBe(`+84${number.slice(1)}`);
      }),
    );
  });

  it('landline in any grouping', () => {
    fc.assert(
      fc.property(landline, landlineGroups, separator, lead, trail, (number, groups, sign, before, after) => {
        expect(numbersOf(before + grouped(number, groups, sign) + after)).toBe(`+84${number.slice(1)}`);
      }),
    );
  });

  it('international form of a number', () => {
    const form = fc.constantFrom('+84', '+84 ', '(+84) ', '0084 ', '+84-', '+84.', '+84 (0) ', '+84(0)');
    fc.assert(
      fc.property(fc.oneof(mobile, landline), form, trail, (number, prefix, after) => {
        expect(numbersOf(`Gọi ${prefix}${number.slice(1)}${after}`)).toBe(`+84${number.slice(1)}`);
      }),
    );
  });

  it('amount of money: nothing', () => {
    const amount = fc.integer({ min: 1000, max: 99_999_999_999 });
    const unit = fc.constantFrom('đ', ' đồng', ' VND', ' vnđ');
    fc.assert(
      fc.property(amount, fc.constantFrom('.', ','), unit, (value, sign, name) => {
        const text = String(value).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(numbersOf(`Tổng cộng ${text}${name} nhé`)).toBe('');
      }),
    );
  });

  it('date and time: nothing', () => {
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.constantFrom('/', '-', '.'), (when, sign) => {
        const [year = '', month = '', day = ''] = when.toISOString().slice(0, 10).split('-');
        const time = when.toISOString().slice(11, 16);
        expect(numbersOf(`ngày ${day}${sign}${month}${sign}${year} ${time}`)).toBe('');
        expect(numbersOf(`lúc ${time} ${day}${sign}${month}${sign}${year}`)).toBe('');
        expect(numbersOf(`${year}-${month}-${day} ${time}:00`)).toBe('');
      }),
    );
  });

  it('account and identity number: nothing', () => {
    const label = fc.constantFrom(
      'STK ',
      'stk: ',
      'Số tài khoản: ',
      'MST: ',
      'mã số thuế ',
      'CCCD ',
      'CMND: ',
      'Mã đơn ',
    );
    fc.assert(
      fc.property(label, fc.oneof(digits(9), digits(10), digits(12), digits(13)), (before, number) => {
        expect(numbersOf(`${before}${number} Nguyễn Văn A`)).toBe('');
      }),
    );
  });

  it('text: offsets point at raw, in order, without overlap', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'gọi',
        '113',
        '0912',
        '345',
        '678',
        '0912345678',
        '+84',
        '0912xxx678',
        '\u202e',
        '\u202c',
        '/',
        '-',
        '(',
        ')',
        'o',
        '1900',
        '1234',
        '0️⃣',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom('', ' '), (words, joint) => {
        const text = words.join(joint);
        const { numbers, masked } = findNumbers(fold(text));
        const all = [...numbers, ...masked].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const found of all) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.raw);
          end = found.end;
        }
        expect([...numbers].sort((a, b) => a.start - b.start)).toEqual(numbers);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('findNumbers on hostile texts', () => {
  it.each([
    '0',
    '0 ',
    '0lol',
    '0912xxx',
    '+1 ',
    '+84 912 ',
    '1/1/',
    '1.234.',
    '\u202e0912345678\u202c',
    '\u202e',
    '024 38221234/38221235 ',
    '(0)',
    '0\u200b',
    '0*',
    '0...',
    'o o o 1 ',
    '0\u0301',
    'goi 113, ',
    '00 44 ',
  ])(
    'ends on %j, 100,000 units of it',
    (part) => {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      expect(findNumbers(fold(text)).numbers.length).toBeLessThan(text.length);
    },
    60_000,
  );
});
