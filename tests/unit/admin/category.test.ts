import { expect, test } from 'vitest';
import { categoryId } from '../../../lib/admin/reported/category';
import { entryOf } from '../../../lib/admin/reported/entry-draft';
import { TableImport } from '../../../lib/admin/reported/import-table';
import { bulkEdit, NO_CHANGE } from '../../../lib/admin/reported/bulk';
import { numbersIn } from '../../../lib/admin/numbers';
import { lineOf, readLine } from '../../../lib/lists/reported/state';
import { reportOf } from './support/feed';

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
  ['police', 'police_impersonation'],
  ['EVN', 'electricity_impersonation'],
  ['evn', 'electricity_impersonation'],
  ['bank', 'bank_impersonation'],
  ['Bank', 'bank_impersonation'],
  ['Tax', 'tax_impersonation'],
  ['Thuế', 'tax_impersonation'],
  ['CÁN BỘ THUẾ', 'tax_impersonation'],
  ['Mạo danh cơ quan công an', 'police_impersonation'],
  ['Giả danh nhân viên ngân hàng', 'bank_impersonation'],
  ['advertising', 'advertising'],
  // Ids are never changed, and nothing is guessed: to rent is no tax.
  ['Thuê', 'Thuê'],
  ['thue', 'thue'],
  ['police_impersonation', 'police_impersonation'],
  ['bank.other', 'bank.other'],
  ['gia_danh', 'gia_danh'],
  ['gia-danh-cong-an', 'gia-danh-cong-an'],
  ['Công an, ngân hàng', 'Công an, ngân hàng'],
  ['Giả danh', 'Giả danh'],
  ['', ''],
])('%s is %s', (text, id) => {
  expect(categoryId(text, [])).toBe(id);
});

test('an id of the list stays, though it is a word of another', () => {
  expect(categoryId('police', ['bank', 'police'])).toBe('police');
  expect(categoryId('Police', ['bank', 'police'])).toBe('police_impersonation');
  // Nor does a change of other fields touch it.
  const line = lineOf(reportOf('+842920000111', 'police'));
  const edited = (category: string) => {
    const change = { ...NO_CHANGE, category, publisher: 'Sở' };
    const result = bulkEdit(['+842920000111'], () => [line], change, []);
    return 'lines' in result && [...result.lines.values()].flat().map((one) => readLine(one).category);
  };
  expect(edited('')).toEqual(['police']);
  expect(edited('bank')).toEqual(['bank_impersonation']);
});

const REST = { pretends_vi: 'x', publisher: 'P', url: 'https://a.vn/', date: '2026' };

test('a cell of a table, the field of a form, and what rows leave out', () => {
  const table = new TableImport({
    mapping: { number: 0, category: 1 },
    defaults: { ...NO_CHANGE, ...REST, category: 'Giả danh ngân hàng' },
    numbersIn,
    official: () => false,
    categories: ['police'],
  });
  table.push(1, ['0292 000 0111', 'Giả danh công an']);
  table.push(2, ['0292 000 0222', '']);
  table.push(3, ['0292 000 0333', 'police']);
  table.push(4, ['0292 000 0444', 'bank']);
  const lines = table.finish().lines.map((line) => readLine(line).category);
  expect(lines).toEqual(['police_impersonation', 'bank_impersonation', 'police', 'bank_impersonation']);
  const typed = entryOf('+842920000111', { ...NO_CHANGE, ...REST, category: 'Công an' }, []);
  expect('line' in typed && readLine(typed.line).category).toBe('police_impersonation');
});
