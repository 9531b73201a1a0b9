import { expect, test } from 'vitest';
import { headRow } from '../../../lib/admin/reported/head-row';

const HEAD = ['TT', 'Số điện thoại nghi vấn', 'Nội dung'];
const ROW = ['1', '0292 000 0111', '2026-11-03'];

test.each<[name: string, rows: string[][], at: number | undefined]>([
  ['the first row', [['STT', 'Số điện thoại', 'Ngày'], ROW], 0],
  ['below a title and a blank', [['DANH SÁCH SỐ LỪA ĐẢO'], [], ['STT', 'Số điện thoại', 'Ngày'], ROW], 2],
  [
    'below a letterhead with a telephone and a date',
    [['Điện thoại', '02923 899588'], ['Ngày', '28/11/2026'], ['STT', 'SĐT', 'Ngày báo'], ROW],
    2,
  ],
  ['below a letterhead of names and values', [['Ngày', '28/11/2026', 'Đơn vị', 'Công an TP'], HEAD, ROW], 1],
  ['below the number of a letter', [['Số', '15/BC'], HEAD, ROW], 1],
  ['below the number of anything', [['Số', 'Công an TP'], ['TT', 'Máy gọi đến', 'Hôm'], ROW], 1],
  ['below one name and its value', [['Nguồn', 'Công an TP'], ['TT', 'Máy gọi đến', 'Hôm'], ROW], 1],
  ['below the number and the date of a letter', [['Số', '15/BC', 'Ngày', '28/11/2026'], HEAD, ROW], 1],
  [
    'by the most names',
    [['Cơ quan', 'Công an TP', 'Nguồn', 'Văn phòng'], ['TT', 'Số máy', 'Nội dung', 'Ngày'], ROW],
    1,
  ],
  [
    'nearest to the rows, of as many names',
    [['Cơ quan', 'Công an TP', 'Nguồn', 'Văn phòng'], ['TT', 'Máy gọi đến', 'Nội dung', 'Ngày'], ROW],
    1,
  ],
  ['once, where it is said again', [['STT', 'Số điện thoại'], ROW, ['STT', 'Số điện thoại'], ROW], 0],
  ['one column that is called by one word', [['Số'], ['0292 000 0111']], 0],
  ['by two other columns', [['Tháng 11'], ['STT', 'Máy gọi đến', 'Ngày báo', 'Nội dung'], ROW], 1],
  ['by no name that is known', [['Tháng 11'], ['TT', 'Máy gọi đến', 'Hôm'], ROW], 1],
  ['none: numbers begin at once', [ROW, ROW], undefined],
  ['none: a title alone stands above the numbers', [['Danh sách'], ROW], undefined],
  ['one column', [['Danh sách'], ['Máy'], ['0292 000 0111']], 1],
  ['no number at all', [[], ['a', 'b'], ['c', 'd']], 1],
  ['nothing', [], undefined],
])('%s', (_name, rows, at) => {
  expect(headRow(rows)).toBe(at);
});
