/** Pairs said as they are in calls: the accent of 'mười' tells where a pair starts. */
import { expect, it } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';
import { numbersOf } from './numbers-of';

it.each([
  ['không chín một hai mươi hai mười ba bốn năm sáu', '+84912213456'],
  ['không chín một hai mươi hai mươi ba bốn năm sáu', '+84912023456'],
  ['không chín mười hai ba mươi bốn năm mươi sáu bảy mươi tám', '+84912345678'],
  ['không chín hai mươi hai mười ba bốn lăm sáu bảy', '+84922134567'],
  ['KHÔNG CHÍN MỘT HAI MƯƠI HAI MƯỜI BA BỐN NĂM SÁU', '+84912213456'],
  ['không chín trăm mười hai, ba trăm mười lăm, sáu trăm bảy mươi', '+84912315670'],
  ['không chín một mười mười mười hai bốn', '+84911010124'],
  // Without accents the longer number of tens is heard.
  ['khong chin mot hai muoi hai muoi ba bon nam sau', '+84912023456'],
])('%s', (text, number) => {
  expect(numbersOf(`gọi ${text} nhé`)).toBe(number);
  expect(numbersOf(`gọi ${text} nhé`.normalize('NFD'))).toBe(number);
});

it('points at the words of the text', () => {
  const said = 'không chín một hai mươi hai mười ba bốn năm sáu';
  const { numbers } = findNumbers(fold(`Số: ${said}.`));
  expect(numbers).toMatchObject([{ raw: said, start: 4, end: 4 + said.length, disguise: 'words' }]);
});
