import { expect, test } from 'vitest';
import { distinctNumbers, viewStanding } from '../../../components/numbers/standing-view';
import type { Freshness } from '../../../lib/lists/age';
import type { Finding } from '../../../lib/analysis/types';
import type { OfficialContact, Report, Standing } from '../../../lib/lists/standing';

const words = (text: string) => ({ vi: text, en: text });
const official: OfficialContact = {
  organisation: words('A'),
  purpose: words('B'),
  publisher: 'C',
  url: 'https://c.example',
};
const report = (date: string, more: Partial<Report> = {}): Report => ({
  category: 'police_impersonation',
  pretends: words('D'),
  publisher: 'E',
  url: 'https://e.example',
  date,
  strength: 'strong',
  ...more,
});
const freshness = (date: string): Freshness => (date < '2024' ? 'old' : 'recent');
const fresh = report('2025-11');
const old = report('2021-07');
const practice = report('2020', { practice: true });

const cases: [string, Standing, string, number, number][] = [
  ['unknown', { kind: 'unknown' }, 'unknown', 0, 0],
  ['official', { kind: 'official', official }, 'official', 0, 0],
  ['fresh report', { kind: 'reported', reports: [fresh] }, 'reported', 1, 0],
  ['fresh and old report', { kind: 'reported', reports: [old, fresh] }, 'reported', 1, 1],
  ['old report alone', { kind: 'reported', reports: [old] }, 'faded', 0, 1],
  ['spoofed', { kind: 'both', official, reports: [fresh] }, 'both', 1, 0],
  ['spoofed long ago', { kind: 'both', official, reports: [old] }, 'official', 0, 1],
  ['practice entries do not age', { kind: 'reported', reports: [practice] }, 'reported', 1, 0],
];
test.each(cases)('%s', (_, standing, kind, current, past) => {
  const view = viewStanding(standing, freshness);
  expect([view.kind, view.current.length, view.old.length]).toEqual([kind, current, past]);
});

test('a number that stands twice is listed once, with its disguise', () => {
  const phone = (start: number, more: object = {}): Finding => ({
    kind: 'phone',
    number: '+842920000111',
    type: 'landline',
    raw: '0292 000 0111',
    start,
    end: start + 13,
    standing: { kind: 'unknown' },
    ...more,
  });
  const masked: Finding = { kind: 'masked', raw: '0912xxx678', start: 0, end: 10 };
  const entries = distinctNumbers([
    masked,
    phone(20),
    phone(40, { disguise: 'letters', raw: 'O292 OOO O111' }),
  ]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ number: '+842920000111', disguisedAs: 'O292 OOO O111', old: false });
});
