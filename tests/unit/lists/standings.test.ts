import { describe, expect, test } from 'vitest';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { parseReported } from '../../../lib/lists/schema-reported';
import { contactsByNumber, reportsByNumber, standingOf } from '../../../lib/lists/standings';
import type { OfficialContact, Report } from '../../../lib/lists/standing';
import { feedJson } from './read-feed';

const name = { vi: 'Sở thử', en: 'Test department' };
const current: OfficialContact = {
  organisation: name,
  purpose: name,
  publisher: 'Báo',
  url: 'https://example.test/',
};
const gone: OfficialContact = { ...current, validTo: '2025-02-28' };
const report: Report = {
  category: 'official_impersonation',
  pretends: name,
  publisher: 'Báo',
  url: 'https://example.test/',
  date: '2026',
  strength: 'weak',
};

describe('standingOf', () => {
  test.each([
    [undefined, undefined, { kind: 'unknown' }],
    [[], [], { kind: 'unknown' }],
    [[current], [], { kind: 'official', official: current }],
    [[current], undefined, { kind: 'official', official: current }],
    [undefined, [report], { kind: 'reported', reports: [report] }],
    [[], [report, report], { kind: 'reported', reports: [report, report] }],
    [[current], [report], { kind: 'both', official: current, reports: [report] }],
    [[gone, current], undefined, { kind: 'official', official: current }],
    [[gone], [report], { kind: 'both', official: gone, reports: [report] }],
  ])('contacts %#', (contacts, reports, standing) => {
    expect(standingOf(contacts, reports)).toStrictEqual(standing);
  });
});

test('contacts carry what a card shows', () => {
  const contact = contactsByNumber(parseDirectory(feedJson('directory'))).get('+842923899588')?.[0];
  expect(contact).toMatchObject({
    organisation: { vi: 'Sở Thông tin và Truyền thông thành phố Cần Thơ' },
    publisher: 'Nông nghiệp Việt Nam',
    date: '2024-03',
    validTo: '2025-02-28',
  });
  expect(contact?.note?.vi).toContain('Sở Khoa học và Công nghệ');
});

test('reports of one number stay together, without the number', () => {
  const { reports } = parseReported(feedJson('reported'));
  const [first] = reports;
  if (!first) throw new Error('the feed is empty');
  const grouped = reportsByNumber([first, { ...first, publisher: 'Báo khác' }]);
  expect(grouped.size).toBe(1);
  expect(grouped.get(first.number)?.map((entry) => entry.publisher)).toEqual([first.publisher, 'Báo khác']);
  expect(grouped.get(first.number)?.[0]).not.toHaveProperty('number');
});
