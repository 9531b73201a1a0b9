/** What is told of rows that an import leaves out. */
import { expect, test } from 'vitest';
import { faultText } from '../../../components/admin/reported/fault-text';
import { faultyRows } from '../../../components/admin/reported/faulty-rows';
import { numbersIn } from '../../../lib/admin/numbers';
import { NO_CHANGE } from '../../../lib/admin/reported/bulk';
import { TableImport } from '../../../lib/admin/reported/import-table';
import { translateAdmin } from '../../../lib/i18n/admin';
import type { Language } from '../../../lib/i18n/translate';
import { CsvReader, ROW_FAULTS } from '../../../lib/lists/publish/csv-reader';

/** The result of a table of numbers and publishers whose other parts are given. */
function imported(text: string, given = {}) {
  const defaults = { ...NO_CHANGE, pretends_vi: 'x', url: 'https://a.vn/', date: '2026-11-01', ...given };
  const table = new TableImport({
    mapping: { number: 0, publisher: 1 },
    defaults,
    numbersIn,
    official: () => false,
    categories: [],
  });
  const reader = new CsvReader();
  for (const { line, cells, fault } of [...reader.push(text), ...reader.end()]) {
    if (fault === undefined) table.push(line, cells);
    else table.refuse(line, ROW_FAULTS[fault], fault);
  }
  return table.finish();
}

/** What is told, by line. */
function told(text: string, language: Language, given = {}): string[] {
  return faultyRows(imported(text, given), 1_000).first.map(({ line, faults }) => {
    const words = faults.map((one) =>
      'why' in one ? one.why : faultText((key, params) => translateAdmin(language, key, params), one),
    );
    return `${String(line)} ${words.join(' ')}`;
  });
}

test('a row that is too long, and quotes that are wrong in either way, are told as what they are', () => {
  const long = 'x'.repeat(1_500_000);
  const text = `0292 000 0111,a\n0292 000 0222,"bỏ\n${long}\n0292 000 0333,"b" c\n`;
  expect(told(text, 'vi', { category: 'police' })).toEqual([
    '2 Không đọc được: dấu ngoặc kép (") mở mà không đóng.',
    '3 Dài quá mức đọc được.',
    '4 Không đọc được: còn chữ sau dấu ngoặc kép (") đóng. Dấu ngoặc kép trong ô phải viết hai lần.',
  ]);
  expect(told(text, 'en', { category: 'police' })[1]).toBe('3 The row is too long.');
});

test('what a row lacks is told in sentences, one behind the other', () => {
  expect(told('0292 000 0111,\n', 'vi')).toEqual(['1 Loại còn để trống. Nơi đăng còn để trống.']);
  expect(told('0292 000 0111,\n', 'en')).toEqual(['1 Category is empty. Publisher is empty.']);
  expect(told(`0292 000 0111,${'x'.repeat(300)}\n`, 'en', { category: 'police' })).toEqual([
    '1 Publisher is longer than 200 characters.',
  ]);
});

test('of many bad rows no more are gathered for the screen than it shows, all of them counted once', () => {
  const { count, first } = faultyRows(imported('113,x\n,\nkhông rõ,\n'.repeat(5_000)), 1_000);
  expect([count, first.length, first[0]?.line, first.at(-1)?.line]).toEqual([10_000, 1_000, 1, 1_500]);
});
