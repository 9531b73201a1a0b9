import { describe, expect, it } from 'vitest';
import { ReportTable, type RowSource } from '../../../lib/admin/reported/table';

function row(
  number: string,
  category: string,
  publisher: string,
  date: string,
  vi = 'giả công an',
): RowSource {
  const entry = {
    number,
    category,
    pretends: { vi, en: 'x' },
    publisher,
    url: 'https://a.vn/',
    date,
    strength: 'strong',
  };
  return { number, line: JSON.stringify(entry), state: 'kept' };
}

const table = new ReportTable([
  row('+842923899588', 'police', 'Báo Cần Thơ', '2024-03-05'),
  row('+84912345678', 'bank', 'Công an', '2026', 'giả ngân hàng'),
  { ...row('+84912345679', 'police', 'Báo Cần Thơ', '2025-11'), state: 'added' },
]);
const found = (query: Parameters<ReportTable['find']>[0]) =>
  Array.from(table.find(query), (at) => table.row(at).number);

describe('ReportTable', () => {
  it('finds a number by its digits as people write them', () => {
    expect(found({ text: '0292 3899' })).toEqual(['+842923899588']);
    expect(found({ text: '+84 912.345.679' })).toEqual(['+84912345679']);
    expect(found({ text: '0000' })).toEqual(
      table.find({ text: '0000' }).length === 0 ? [] : expect.anything(),
    );
  });

  it('finds words of what is pretended, category and publisher', () => {
    expect(found({ text: 'Ngân hàng' })).toEqual(['+84912345678']);
    expect(found({ text: 'cần thơ' })).toEqual(['+842923899588', '+84912345679']);
  });

  it('finds words without their marks, and categories by their names', () => {
    expect(found({ text: 'NGAN hang' })).toEqual(['+84912345678']);
    expect(found({ text: 'can tho' })).toEqual(['+842923899588', '+84912345679']);
    const named = new ReportTable([
      row('+84912345678', 'police_impersonation', 'P', '2026', 'x'),
      row('+84912345679', 'debt_collection', 'P', '2026', 'x'),
    ]);
    const numbers = (text: string) => Array.from(named.find({ text }), (at) => named.row(at).number);
    expect(numbers('cong an')).toEqual(['+84912345678']);
    expect(numbers('đòi nợ')).toEqual(['+84912345679']);
    expect(numbers('debt coll')).toEqual(['+84912345679']);
  });

  it('finds categories by all words that an import takes for them, and by their beginnings', () => {
    const named = new ReportTable([
      row('+84912345678', 'police_impersonation', 'P', '2026', 'x'),
      row('+84912345679', 'electricity_impersonation', 'P', '2026', 'x'),
    ]);
    const numbers = (text: string) => Array.from(named.find({ text }), (at) => named.row(at).number);
    for (const text of [
      'mạo danh công an',
      'giả danh công an',
      'gia cong a',
      'cảnh sát',
      'Công an',
      'cán bộ công an',
    ])
      expect(numbers(text), text).toEqual(['+84912345678']);
    for (const text of ['điện lực', 'giả danh điện', 'EVN', 'electricity'])
      expect(numbers(text), text).toEqual(['+84912345679']);
    // While it is typed, and as "mạo danh" does.
    for (const text of ['giả danh', 'giả d', 'mạo danh'])
      expect(numbers(text), text).toEqual(['+84912345678', '+84912345679']);
    expect(numbers('ngân hàng')).toEqual([]);
  });

  it('sorts and offers categories and publishers by what people see, in the order of their language', () => {
    // "Đòi nợ", "Mạo danh công an", "Quảng cáo"; by their ids advertising would be the first.
    const ids = ['advertising', 'debt_collection', 'police_impersonation'];
    const named = new ReportTable(
      ids.map((id, at) =>
        row(`+8491234567${String(at)}`, id, ['Ủy ban', 'Đài', 'Dân trí'][at] ?? '', '2026'),
      ),
    );
    const sorted = (query: Parameters<ReportTable['find']>[0]) =>
      Array.from(named.find(query), (at) => named.row(at).entry);
    const vi = ['debt_collection', 'police_impersonation', 'advertising'];
    expect(named.choices('vi')).toEqual({ categories: vi, publishers: ['Dân trí', 'Đài', 'Ủy ban'] });
    expect(named.choices('en').publishers).toEqual(['Đài', 'Dân trí', 'Ủy ban']);
    expect(sorted({ sort: 'category', language: 'vi' }).map((one) => one.category)).toEqual(vi);
    expect(sorted({ sort: 'publisher' }).map((one) => one.publisher)).toEqual(['Dân trí', 'Đài', 'Ủy ban']);
    expect(sorted({ sort: 'category', language: 'en', descending: true })[0]?.category).toBe(
      named.choices('en').categories.at(-1),
    );
  });

  it('filters and sorts by certainty', () => {
    const weak = row('+84912345670', 'police', 'P', '2026');
    const both = new ReportTable([
      { ...weak, line: weak.line.replace('"strong"', '"weak"') },
      row('+84912345679', 'police', 'P', '2026'),
    ]);
    const numbers = (query: Parameters<ReportTable['find']>[0]) =>
      Array.from(both.find(query), (at) => both.row(at).number);
    expect(numbers({ strength: 'weak' })).toEqual(['+84912345670']);
    expect(numbers({ strength: 'strong' })).toEqual(['+84912345679']);
    expect(numbers({ sort: 'strength' })).toEqual(['+84912345679', '+84912345670']);
    expect(numbers({ sort: 'strength', descending: true })).toEqual(['+84912345670', '+84912345679']);
  });

  it('filters by category, state and days, and sorts', () => {
    expect(found({ category: 'police', from: '2025-01-01' })).toEqual(['+84912345679']);
    expect(found({ state: 'added' })).toEqual(['+84912345679']);
    expect(found({ to: '2024-12-31' })).toEqual(['+842923899588']);
    expect(found({ sort: 'date', descending: true })).toEqual([
      '+84912345678',
      '+84912345679',
      '+842923899588',
    ]);
    expect(found({ sort: 'category' })).toEqual(['+84912345678', '+842923899588', '+84912345679']);
    expect(found({ sort: 'number', descending: true })[0]).toBe('+84912345679');
  });

  it('offers the values that there are', () => {
    expect(table.choices('vi')).toEqual({
      categories: ['bank', 'police'],
      publishers: ['Báo Cần Thơ', 'Công an'],
    });
  });
});
