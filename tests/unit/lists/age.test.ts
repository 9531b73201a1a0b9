import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsBetween, reportFreshness, validityOf } from '../../../lib/lists/age';
import { dateParts, isIsoDate } from '../../../lib/lists/dates';
import { compareVersions } from '../../../lib/lists/versions';

describe('monthsBetween', () => {
  test.each([
    ['2024-03-05', '2024-03-05', 0],
    ['2024-03-05', '2024-04-04', 0],
    ['2024-03-05', '2024-04-05', 1],
    ['2024-03-05', '2026-11-25', 32],
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2024-03', '2026-03-01', 24],
    ['2024', '2024-12-31', 11],
    ['2024', '2025', 12],
    ['2024-12-31', '2025-01-01', 0],
    ['2026-11-25', '2026-10-25', -1],
    ['2026-11-25', '2026-10-26', 0],
    ['2024-03-05', '2024-05-05T08:30:00Z', 2],
  ])('%s to %s: %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test('refuses what is no date', () => {
    expect(() => monthsBetween('hôm qua', '2026')).toThrow(RangeError);
  });

  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  const iso = day.map((date) => date.toISOString().slice(0, 10));
  test('later dates are never fewer months away', () => {
    fc.assert(
      fc.property(iso, iso, iso, (from, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(monthsBetween(from, first)).toBeLessThanOrEqual(monthsBetween(from, second));
      }),
    );
  });

  test('every day is an ISO date', () => {
    fc.assert(
      fc.property(
        iso,
        (text) => isIsoDate(text) && isIsoDate(text.slice(0, 7)) && isIsoDate(text.slice(0, 4)),
      ),
    );
  });
});

test.each([
  ['2024-11-25', 'old'],
  ['2024-11-26', 'recent'],
  ['2024-11', 'old'],
  ['2024-12', 'recent'],
  ['2024', 'old'],
  ['2025', 'recent'],
  ['2023-10-06', 'old'],
  ['2026-12-01', 'recent'],
] as const)('a report of %s is %s on 2026-11-25', (date, freshness) => {
  expect(reportFreshness(date, '2026-11-25')).toBe(freshness);
});

test.each([
  [{}, 'valid'],
  [{ validTo: '2025-02-28' }, 'past'],
  [{ validTo: '2026-11-25' }, 'valid'],
  [{ validTo: '2026-11-24' }, 'past'],
  [{ validTo: '2026-11' }, 'valid'],
  [{ validTo: '2026' }, 'valid'],
  [{ validTo: '2025' }, 'past'],
  [{ validFrom: '2026-11-26' }, 'future'],
  [{ validFrom: '2026-11' }, 'valid'],
  [{ validFrom: '2025-03-01', validTo: '2027' }, 'valid'],
] as const)('%j on 2026-11-25: %s', (entry, validity) => {
  expect(validityOf(entry, '2026-11-25')).toBe(validity);
});

test.each(['', '24', '2024-3', '2024-00', '2024-02-30', '2023-02-29', '2100-02-29', '2024-04-31', 'x2024'])(
  '%j is no date',
  (text) => {
    expect(dateParts(text)).toBeUndefined();
  },
);

test('versions are ordered by their numbers', () => {
  const ordered = [
    '0',
    '1',
    '2',
    '2025.12.31',
    '2026.2.1',
    '2026.11.9',
    '2026.11.25',
    '2026.11.25.2',
    '2026.11.25.10',
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  expect(compareVersions('2026.11.25', '2026.11.25.0')).toBe(0);
});
