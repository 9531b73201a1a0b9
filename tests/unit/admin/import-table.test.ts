import { describe, expect, it } from 'vitest';
import { numbersIn, readPasted, typedNumber } from '../../../lib/admin/numbers';
import { entriesOf, guessMapping, TableImport } from '../../../lib/admin/reported/import-table';
import { fold } from '../../../lib/text/fold';

const OFFICIAL = '+842923899588';
const defaults = {
  category: 'police',
  pretends_vi: 'giả công an',
  pretends_en: '',
  authority: '',
  publisher: 'Báo',
  url: 'https://bao.example.vn/',
  date: '2026-11-01',
  strength: 'strong',
};
const options = { defaults, numbersIn, official: (number: string) => number === OFFICIAL, categories: [] };

describe('TableImport', () => {
  it('keeps good rows, names the others by their line', () => {
    const table = new TableImport({ ...options, mapping: { number: 0, date: 1 } });
    const rows = [
      ['0912 345 678', '5/3/2024'],
      ['0912.345.678', '05-03-2024'],
      ['không có số', '2024'],
      ['0292 3899588', '2024'],
      ['113', '2024'],
      ['', ''],
      ['0868 111 222', 'hôm qua'],
      ['0977 000 111 và 0977 000 112', '2024'],
    ];
    rows.forEach((row, at) => table.push(at + 2, row));
    const result = table.finish();
    expect([...entriesOf(result)].map(([number]) => number)).toEqual(['+84912345678']);
    expect(result.lines[0]).toContain('"date":"2024-03-05"');
    expect(result.duplicates.map(({ line }) => line)).toEqual([3]);
    expect(result.errors.map(({ line, field }) => [line, field])).toEqual([
      [4, 'number'],
      [8, 'date'],
      [9, 'number'],
    ]);
    expect(result.left).toEqual([
      { line: 5, why: 'official' },
      { line: 6, why: 'short' },
    ]);
  });

  it('guesses columns by their headings, with or without diacritics', () => {
    const folded = (text: string) => fold(text).text;
    expect(guessMapping(['STT', 'Số điện thoại', 'Nội dung', 'Ngay'], folded)).toEqual({
      number: 1,
      pretends_vi: 2,
      date: 3,
    });
  });
});

describe('numbers of a text', () => {
  it('are taken, or left with the reason', () => {
    const pasted = readPasted('0912 345 678, 0912.345.678, 0292 3899588, gọi 113, 0912xxx678, 0868 111 222', {
      official: (number) => number === OFFICIAL,
      listed: (number) => number === '+84868111222',
    });
    expect(pasted.taken).toEqual([{ number: '+84912345678', raw: '0912 345 678', count: 2 }]);
    expect(pasted.left.map(({ why }) => why)).toEqual(['official', 'short', 'listed', 'masked']);
  });

  it('that are typed must be one that may be reported', () => {
    const official = (number: string) => number === OFFICIAL;
    expect(typedNumber('0912 345 678', official)).toEqual({ number: '+84912345678', state: 'ready' });
    expect(typedNumber('0292 3899588', official).state).toBe('official');
    expect(typedNumber('gọi 113', official).state).toBe('short');
    expect(typedNumber('113', official).state).toBe('short');
    expect(typedNumber('xin chào', official)).toEqual({ state: 'none' });
  });
});

describe('numbersIn', () => {
  it('gives a number back the zero that a spreadsheet dropped, and makes none of other figures', () => {
    const read = (cell: string) => numbersIn(cell).map(({ number }) => number);
    expect(read('912345678')).toEqual(['+84912345678']);
    expect(read('2923899588')).toEqual([OFFICIAL]);
    expect(read('0912345678')).toEqual(['+84912345678']);
    for (const cell of ['20261103', '123456789', '912345678,5', 'mã 912345678'])
      expect(read(cell)).toEqual([]);
  });
});
