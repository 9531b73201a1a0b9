import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noticesToday } from '../../../lib/lists/notices-today';
import { parseDirectory, type Directory } from '../../../lib/lists/schema-directory';

const json = JSON.parse(readFileSync('public/feed/directory.json', 'utf8')) as Directory;
const [notice] = json.notices;
if (!notice) throw new Error('no notice');
const withDates = (...dates: { validFrom?: string; validTo?: string }[]) =>
  parseDirectory({
    ...json,
    notices: dates.map((date, at) => ({ ...notice, ...date, id: `n${String(at)}` })),
  });
const idsAt = (directory: Directory, today: string) => noticesToday(directory, today).map(({ id }) => id);

test('a notice is shown from its first day to its last, one without dates always', () => {
  const directory = withDates(
    {},
    { validFrom: '2026-11-30' },
    { validTo: '2026-11-28' },
    { validTo: '2026-11' },
  );
  expect(idsAt(directory, '2026-11-28')).toEqual(['n0', 'n2', 'n3']);
  expect(idsAt(directory, '2026-11-29')).toEqual(['n0', 'n3']);
  expect(idsAt(directory, '2026-11-30')).toEqual(['n0', 'n1', 'n3']);
  expect(idsAt(directory, '2026-12-01')).toEqual(['n0', 'n1']);
});

test('a notice that ends before it begins, or on no day, is refused', () => {
  expect(() => withDates({ validFrom: '2026-12-02', validTo: '2026-12-01' })).toThrow(
    /ends before it begins/,
  );
  expect(() => withDates({ validFrom: '2026-02-30' })).toThrow(/no ISO date/);
  expect(idsAt(withDates({ validFrom: '2026-12-01', validTo: '2026-12' }), '2026-12-31')).toEqual(['n0']);
});

test('a client that knows no such dates reads the directory: fields that it does not know are passed over', () => {
  // Its schema is this one without the two fields, so that it meets them as this one meets any other.
  const later = { ...json, notices: [{ ...notice, shownUntilNoon: '2026-11-30' }] };
  expect(parseDirectory(later).notices[0]).toEqual(notice);
});
