import { expect, test } from 'vitest';
import { categoryId } from '../../../lib/admin/reported/category';
import { entryOf } from '../../../lib/admin/reported/entry-draft';
import { TableImport } from '../../../lib/admin/reported/import-table';
import { NO_CHANGE } from '../../../lib/admin/reported/bulk';
import { numbersIn } from '../../../lib/admin/numbers';
import { readLine } from '../../../lib/lists/reported/state';

test.each([
  ['Giả danh công an', 'police_impersonation'],
  ['GIẢ  MẠO CÔNG AN', 'police_impersonation'],
  ['Công an', 'police_impersonation'],
  ['Cong an', 'police_impersonation'],
  ['Posing as the police', 'police_impersonation'],
  ['Police', 'police_impersonation'],
  ['Giả danh cơ quan thuế', 'tax_impersonation'],
  ['Ngân hàng', 'bank_impersonation'],
  ['Điện lực', 'electricity_impersonation'],
  ['Quảng cáo', 'advertising'],
  ['đòi nợ', 'debt_collection'],
  // Ids are never changed, and nothing is guessed.
  ['police', 'police'],
  ['gia-danh-cong-an', 'gia-danh-cong-an'],
  ['Công an, ngân hàng', 'Công an, ngân hàng'],
  ['Giả danh', 'Giả danh'],
  ['', ''],
])('%s is %s', (text, id) => {
  expect(categoryId(text)).toBe(id);
});

const REST = { pretends_vi: 'x', publisher: 'P', url: 'https://a.vn/', date: '2026' };

test('a cell of a table, the field of a form, and what rows leave out', () => {
  const table = new TableImport({
    mapping: { number: 0, category: 1 },
    defaults: { ...NO_CHANGE, ...REST, category: 'Giả danh ngân hàng' },
    numbersIn,
    official: () => false,
  });
  table.push(1, ['0292 000 0111', 'Giả danh công an']);
  table.push(2, ['0292 000 0222', '']);
  const lines = table.finish().lines.map((line) => readLine(line).category);
  expect(lines).toEqual(['police_impersonation', 'bank_impersonation']);
  const typed = entryOf('+842920000111', { ...NO_CHANGE, ...REST, category: 'Công an' });
  expect('line' in typed && readLine(typed.line).category).toBe('police_impersonation');
});
