/** Rows of digits and of words of digits too long for numbers: read as one, so that no text costs more than its length. */
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';
import { numbersOf } from './numbers-of';

const NUMBERS = Array.from({ length: 10 }, (_, index) => `091234567${String(index)}`);
const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const e164 = NUMBERS.map((number) => `+84${number.slice(1)}`).join(' ');
const spaced = (number: string): string => number.split('').join(' ');
const said = (number: string): string =>
  number.replace(/\d/g, (digit) => `${WORDS[Number(digit)] ?? ''} `).trim();

describe('ten numbers in a list are still read', () => {
  test.each([
    ['digit by digit, a line each', NUMBERS.map(spaced).join('\n')],
    ['in words, a line each', NUMBERS.map(said).join('\n')],
    ['in words, with commas', NUMBERS.map(said).join(', ')],
  ])('%s', (_, list) => {
    expect(numbersOf(`Gọi:\n${list}`)).toBe(e164);
  });

  test.each([
    ['six digit by digit on one line', 6, NUMBERS.slice(0, 6).map(spaced).join(' - ')],
    ['four in words with blanks alone', 4, NUMBERS.slice(0, 4).map(said).join(' ')],
  ])('%s', (_, count, list) => {
    expect(numbersOf(`Gọi: ${list}`)).toBe(e164.split(' ').slice(0, count).join(' '));
  });
});

describe('a row that is longer is no list of numbers', () => {
  const digits = '0912345678'.repeat(20);
  test.each([
    ['digits with blanks', spaced(digits)],
    ['digits with dots', digits.split('').join('.')],
    ['words', said(digits)],
    ['digits of seven numbers on one line', NUMBERS.slice(0, 7).map(spaced).join(' - ')],
    ['words of five numbers with blanks alone', NUMBERS.slice(0, 5).map(said).join(' ')],
  ])('%s: nothing in it, and what follows is read', (_, row) => {
    expect(numbersOf(row)).toBe('');
    expect(numbersOf(`${row}. Xin mời gọi 0987 654 321`)).toBe('+84987654321');
    expect(numbersOf(`Xin mời gọi 0987 654 321. Vé trúng: ${row}`)).toBe('+84987654321');
  });

  test('a number that goes on in words for ever', () => {
    expect(
      findNumbers(fold(`không chín một hai ba bốn năm sáu bảy tám ${'hai '.repeat(5000)}`)).numbers,
    ).toEqual([]);
  });
});
