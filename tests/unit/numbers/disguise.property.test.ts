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
  .tuple(fc.constantFrom('032', '038', '052', '070', '079', '085', '089', '091', '096', '099'), digits(7))
  .map((parts) => parts.join(''));
const landline = fc
  .tuple(fc.constantFrom('0292', '0203', '0254', '0277'), fc.constantFrom('2', '3', '6'), digits(6))
  .map((parts) => parts.join(''));
const number = fc.oneof(mobile, landline);
const lead = fc.constantFrom('Gọi ', 'ĐT: ', 'zalo ', 'LH ', 'số của em là ');
const trail = fc.constantFrom('', ' nha', '.', ' ạ', '\nCảm ơn');
const e164 = (national: string): string => `+84${national.slice(1)}`;

const DIGIT_FORMS = [
  '０１２３４５６７８９',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '⓿❶❷❸❹❺❻❼❽❾',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '₀₁₂₃₄₅₆₇₈₉',
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '๐๑๒๓๔๕๖๗๘๙',
  '០១២៣៤៥៦៧៨៩',
  '🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹',
].map((form) => Array.from(form));
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u034f'];
const BETWEEN = [
  '🌸',
  '❤',
  '★',
  '*',
  '_',
  '~',
  '|',
  '·',
  '•',
  '♥',
  ' . ',
  '-',
  '.',
  ' ',
  '\u2009',
  '\n',
  '✿',
];
const SAID: readonly (readonly string[])[] = [
  ['không', 'khong', 'hông', 'KHÔNG'],
  ['một', 'mot', 'mốt'],
  ['hai', 'Hai'],
  ['ba'],
  ['bốn', 'tư', 'bon'],
  ['năm', 'lăm', 'nhăm', 'nam'],
  ['sáu', 'sau'],
  ['bảy', 'bẩy', 'bay'],
  ['tám', 'tam'],
  ['chín', 'chin'],
];

/** Each digit of a number written in one of its ways. */
function written(national: string, ways: (digit: number, index: number) => string, joint: string): string {
  return Array.from(national, (digit, index) => ways(Number(digit), index)).join(joint);
}

describe('a number is read back from', () => {
  const readsBack = (property: fc.Arbitrary<readonly [string, string]>): void => {
    fc.assert(
      fc.property(property, lead, trail, ([national, hidden], before, after) => {
        const text = before + hidden + after;
        const { numbers } = findNumbers(fold(text));
        expect(numbers.map((found) => found.number)).toEqual([e164(national)]);
        expect(text.slice(numbers[0]?.start, numbers[0]?.end)).toBe(numbers[0]?.raw);
        expect(numbers[0]?.disguise).toBeDefined();
      }),
    );
  };

  it('digits of other scripts and shapes', () => {
    readsBack(
      fc
        .tuple(number, fc.constantFrom(...DIGIT_FORMS))
        .map(([national, form]) => [national, written(national, (digit) => form[digit] ?? '', '')]),
    );
  });

  it('keycaps', () => {
    readsBack(number.map((national) => [national, written(national, (digit) => `${digit}\ufe0f\u20e3`, '')]));
  });

  it('invisible characters between digits', () => {
    readsBack(
      fc
        .tuple(number, fc.constantFrom(...INVISIBLE))
        .map(([national, sign]) => [national, written(national, String, sign)]),
    );
  });

  it('a sign between all digits', () => {
    readsBack(
      fc
        .tuple(number, fc.constantFrom(...BETWEEN))
        .map(([national, sign]) => [national, written(national, String, sign)]),
    );
  });

  it('letters for 0', () => {
    const letters = fc.constantFrom('o', 'O', 'О', 'ο');
    readsBack(
      fc
        .tuple(
          mobile.filter((national) => national.split('0').length <= 5),
          letters,
        )
        .map(([national, letter]) => [national, national.replaceAll('0', letter)]),
    );
  });

  it('words, in any speech', () => {
    const speech = fc.array(fc.nat(3), { minLength: 11, maxLength: 11 });
    readsBack(
      fc
        .tuple(number, speech, fc.constantFrom(' ', '-', '.', ', ', '  '))
        .map(([national, choice, joint]) => [
          national,
          written(
            national,
            (digit, index) => {
              const ways = SAID[digit] ?? [];
              return ways[(choice[index] ?? 0) % ways.length] ?? '';
            },
            joint,
          ),
        ]),
    );
  });

  it('words and figures', () => {
    const mask = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 });
    readsBack(
      fc
        .tuple(number, mask)
        .filter(
          ([national, figures]) => figures.slice(1, national.length).filter((plain) => !plain).length > 2,
        )
        .map(([national, figures]) => [
          national,
          written(
            national,
            (digit, index) => (figures[index] ? String(digit) : (SAID[digit]?.[0] ?? '')),
            ' ',
          ),
        ]),
    );
  });
});

describe('nothing is read from', () => {
  it('fewer words than a number has', () => {
    const word = fc.constantFrom(...SAID.flat());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        expect(numbersOf(`có ${words.join(' ')} thôi`)).toBe('');
      }),
    );
  });

  it('codes, by their form', () => {
    const code = fc.oneof(
      fc.tuple(fc.constantFrom('SPXVN', 'GHN', 'PE', 'VN'), digits(11)).map((parts) => parts.join('')),
      digits(10).map((value) => `mã đơn ${value}`),
      digits(12).map((value) => `vận đơn ${value}`),
      digits(13).map((value) => `Số hợp đồng: ${value}`),
      digits(15).map((value) => `IMEI ${value}`),
      digits(16).map((value) => `số thẻ ${value.replace(/(\d{4})(?=\d)/g, '$1 ')}`),
      fc.tuple(digits(2), digits(5)).map(([head, tail]) => `biển số ${head}A-${tail}`),
      fc.ipV4().map((address) => `IP ${address}`),
      digits(4).map((value) => `Nghị định ${value}/2024/NĐ-CP`),
    );
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 4 }), (codes) => {
        expect(numbersOf(codes.join('; '))).toBe('');
      }),
    );
  });
});
