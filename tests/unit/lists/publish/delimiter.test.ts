import { expect, test } from 'vitest';
import { CsvReader } from '../../../../lib/lists/publish/csv-reader';
import { delimiterOf } from '../../../../lib/lists/publish/delimiter';

const rows = (mark: string, cell = 'x') => Array.from({ length: 30 }, () => ['0292', cell, 'z'].join(mark));

test.each([
  ['a head', ['a;b;c'], ';'],
  ['a title with commas above', ['Danh sách số lừa đảo, quý 3, năm 2026', '', ...rows(';')], ';'],
  ['prose with commas in half of the rows', [...rows(';', 'gọi, dọa'), ...rows(';')], ';'],
  ['prose with commas in quotes', rows(';', '"a, b, c, d, e"'), ';'],
  [
    'prose with as many commas in every row, more than cells',
    [
      'Số điện thoại;Nội dung',
      ...Array<string>(40).fill('0292 000 0111;Giả danh công an, dọa bắt, đòi tiền'),
    ],
    ';',
  ],
  [
    'the same without a head',
    Array<string>(40).fill('0292 000 0111;Giả danh công an, dọa bắt, đòi tiền'),
    ';',
  ],
  ['prose with semicolons', ['Số,Nội dung', ...Array<string>(40).fill('0292 000 0111,dọa; bắt; đòi')], ','],
  [
    'commas with blanks behind',
    ['Số, Nội dung, Ngày', '0292 000 0111, dọa; bắt, 2026', '0293, x, 2026'],
    ',',
  ],
  ['tabs', ['Danh sách', ...rows('\t')], '\t'],
  ['the most cells of one line', ['a,b;c;d'], ';'],
  ['one column', ['Số', '0292', '0293'], ','],
])('%s', (_name, lines, mark) => {
  expect(delimiterOf(lines)).toBe(mark);
});

test('a title above the table, however the file is cut', () => {
  const text = ['Danh sách số lừa đảo, quý 3', 'Số;Loại;Ngày', ...rows(';')].join('\n');
  for (const size of [1, 7, text.length]) {
    const reader = new CsvReader();
    const all = [];
    for (let at = 0; at < text.length; at += size) all.push(...reader.push(text.slice(at, at + size)));
    all.push(...reader.end());
    expect(all).toHaveLength(32);
    expect(all[0]?.cells).toEqual(['Danh sách số lừa đảo, quý 3']);
    expect(all[1]?.cells).toEqual(['Số', 'Loại', 'Ngày']);
  }
});
