import { expect, test } from 'vitest';
import { numbersIn } from '../../../lib/admin/numbers';
import { headRow } from '../../../lib/admin/reported/head-row';
import { fold } from '../../../lib/text/fold';

const options = {
  fold: (text: string) => fold(text).text,
  isNumber: (cell: string) => numbersIn(cell).some(({ type }) => type !== 'short'),
};
const ROW = ['1', '0292 000 0111', '2026-11-03'];

test.each<[name: string, rows: string[][], at: number | undefined]>([
  ['the first row', [['STT', 'Số điện thoại', 'Ngày'], ROW], 0],
  ['below a title and a blank', [['DANH SÁCH SỐ LỪA ĐẢO'], [], ['STT', 'Số điện thoại', 'Ngày'], ROW], 2],
  [
    'below a letterhead with a telephone and a date',
    [['Điện thoại', '02923 899588'], ['Ngày', '28/11/2026'], ['STT', 'SĐT', 'Ngày báo'], ROW],
    2,
  ],
  ['by two other columns', [['Tháng 11'], ['STT', 'Máy gọi đến', 'Ngày báo', 'Nội dung'], ROW], 1],
  ['by no name that is known', [['Tháng 11'], ['TT', 'Máy gọi đến', 'Hôm'], ROW], 1],
  ['none: numbers begin at once', [ROW, ROW], undefined],
  ['none: a title alone stands above the numbers', [['Danh sách'], ROW], undefined],
  ['one column', [['Danh sách'], ['Máy'], ['0292 000 0111']], 1],
  ['no number at all', [[], ['a', 'b'], ['c', 'd']], 1],
  ['nothing', [], undefined],
])('%s', (_name, rows, at) => {
  expect(headRow(rows, options)).toBe(at);
});
