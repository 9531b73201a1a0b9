import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, tableOf } from '../../../../lib/lists/publish/import-csv';
import { importJsonLines } from '../../../../lib/lists/publish/import-json-lines';
import { FIELDS, RowReader, type Field, type RowOptions } from '../../../../lib/lists/publish/import-rows';
import { readLine } from '../../../../lib/lists/reported/state';
import { numberIn } from '../../../../scripts/feed/editing';

const HEAD = 'number,category,pretends_vi,pretends_en,publisher,url,date';
const REST = 'police,Giả danh công an,Poses as police,Công an TP,https://congan.vn/a,05/03/2026';

function importCsv(text: string, options: RowOptions & { columns?: Partial<Record<Field, string>> }) {
  const reader = new RowReader(options);
  readTable(tableOf(text), FIELDS, options.columns, reader);
  return reader.finish();
}

const csv = (...rows: string[]) => importCsv([HEAD, ...rows].join('\r\n'), { numberIn });
const numbersOf = (lines: readonly string[]) => lines.map((line) => readLine(line).number);

describe('a table', () => {
  test('gives numbers as people write them in the form of the lists, and days as ISO dates', () => {
    const { lines, errors } = csv(
      `0912 345 678,${REST}`,
      `(0292) 3.899.588,${REST}`,
      `+84 961234567,${REST}`,
    );
    expect(errors).toEqual([]);
    expect(numbersOf(lines)).toEqual(['+84912345678', '+842923899588', '+84961234567']);
    expect(readLine(lines[0] ?? '')).toMatchObject({ date: '2026-03-05', strength: 'strong' });
  });

  test('a quote that nobody closes costs its own row alone', () => {
    const { lines, errors } = csv(`0912345678,"${REST}`, `0912345679,${REST}`, `0912345680,${REST}`);
    expect(numbersOf(lines)).toEqual(['+84912345679', '+84912345680']);
    expect(errors).toEqual([{ line: 2, reason: expect.stringMatching(/quote/i) as string }]);
  });

  test('keeps the good rows and names line, part and reason of the bad ones', () => {
    const { lines, rows, errors } = csv(
      `0912345678,${REST}`,
      `hai số,${REST}`,
      '',
      `0912345679,${REST.replace('https', 'http')}`,
      `"0912345680",police,"Dòng một\nDòng \u202ehai",x,Công an,https://a.vn/,2026`,
      `0912345681,${REST.replace('05/03/2026', '31/02/2026')}`,
      `0912345682,${REST}`,
    );
    expect(numbersOf(lines)).toEqual(['+84912345678', '+84912345682']);
    expect(rows).toBe(6);
    expect(errors).toMatchObject([
      { line: 3, field: 'number', reason: expect.stringContaining('hai số') as string },
      { line: 5, field: 'url' },
      { line: 6, field: 'pretends_vi', fault: 'hidden', reason: 'has control characters' },
      // The row before it takes two lines.
      { line: 8, field: 'date' },
    ]);
  });

  test('line breaks and tabs within a cell are blanks', () => {
    const { lines, errors } = csv(
      `"0912 345\n678",police,"Gọi từ\r\nsố lạ,\tđòi tiền",x,"Công an\nTP",https://a.vn/,2026`,
    );
    expect(errors).toEqual([]);
    expect(readLine(lines[0] ?? '')).toMatchObject({
      number: '+84912345678',
      pretends: { vi: 'Gọi từ số lạ, đòi tiền' },
      publisher: 'Công an TP',
    });
  });

  test('each part says once what is wrong with it, English that is a copy says nothing', () => {
    const long = 'x'.repeat(401);
    const { errors } = csv(
      ',police,a,b,Công an,https://a.vn/,2026',
      '0912345678,,,,,,',
      `0912345678,Công an,${long},${long},${'y'.repeat(201)},http://a.vn/,hôm qua`,
      '0912345678,police,a\u0000,a\u0000,a\u202eb,https://a.vn/,2026',
    );
    expect(errors.map(({ line, field, fault, most }) => [line, field, fault, most])).toEqual([
      [2, 'number', 'missing', undefined],
      [3, 'category', 'missing', undefined],
      [3, 'pretends_vi', 'missing', undefined],
      [3, 'publisher', 'missing', undefined],
      [3, 'url', 'missing', undefined],
      [3, 'date', 'missing', undefined],
      [4, 'category', 'form', undefined],
      [4, 'pretends_vi', 'long', 400],
      [4, 'publisher', 'long', 200],
      [4, 'url', 'form', undefined],
      [4, 'date', 'form', undefined],
      [5, 'pretends_vi', 'hidden', undefined],
      [5, 'publisher', 'hidden', undefined],
    ]);
  });

  test('merges rows that say the same and tells which', () => {
    const { lines, duplicates } = csv(`0912345678,${REST}`, `0912345679,${REST}`, `+84 912 345 678,${REST}`);
    expect(lines).toHaveLength(2);
    expect(duplicates).toEqual([{ line: 4, of: 2, number: '+84912345678' }]);
  });

  test('is read with other column names, other separators, a byte order mark, and what rows leave out', () => {
    const text = '\ufeffSố điện thoại;Nguồn\r\n0912345678;https://a.vn/1\r\n';
    const { lines, errors } = importCsv(text, {
      numberIn,
      columns: { number: 'Số điện thoại', url: 'Nguồn' },
      defaults: {
        category: 'bank',
        pretends_vi: 'Ngân hàng',
        pretends_en: 'Bank',
        publisher: 'P',
        date: '2026',
      },
    });
    expect(errors).toEqual([]);
    expect(readLine(lines[0] ?? '')).toMatchObject({ number: '+84912345678', url: 'https://a.vn/1' });
  });

  test('without a column of numbers is refused as a whole', () => {
    expect(() => importCsv('phone\n0912345678', { numberIn })).toThrow(RangeError);
  });

  test('never throws, and every row is an entry, a duplicate or a fault', () => {
    // Without the other marks: a table of many lines with them is read by them.
    const cell = fc.oneof(
      fc.string().map((text) => text.replace(/[;\t]/g, '')),
      fc.constantFrom('0912345678', '"', '""', ',', '\n', REST),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), (table) => {
        const text = [HEAD, ...table.map((row) => row.join(','))].join('\n');
        const { lines, rows, errors, duplicates } = importCsv(text, { numberIn });
        const bad = new Set(errors.map(({ line }) => line)).size;
        expect(lines.length + duplicates.length + bad).toBe(rows);
      }),
    );
  });
});

test('entries one a line: a line that is none is a fault of its own', () => {
  const entry = {
    number: '+84912345678',
    category: 'police',
    pretends: { vi: 'Công an', en: 'Police' },
    publisher: 'P',
    url: 'https://a.vn/',
    date: '2026-03',
  };
  const { lines, errors } = importJsonLines(`${JSON.stringify(entry)}\n\nno\n{"number":1}\n`, { numberIn });
  expect(lines).toHaveLength(1);
  expect(errors.map(({ line }) => line)).toEqual([3, 4]);
});
