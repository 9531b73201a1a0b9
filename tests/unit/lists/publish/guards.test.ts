import { describe, expect, test } from 'vitest';
import { diffDocument } from '../../../../lib/lists/publish/diff';
import { objectionsTo, officialNumbers, standing } from '../../../../lib/lists/publish/guards';
import { stateOfEntries } from '../../../../lib/lists/reported/state';
import { parseDirectory } from '../../../../lib/lists/schema-directory';
import { reportOf } from '../fresh-database';
import { feedJson } from '../read-feed';

const official = officialNumbers(parseDirectory(feedJson('directory')));
const stateWith = (numbers: readonly string[]) =>
  stateOfEntries(numbers.map((number) => ({ ...reportOf('Giả danh'), number })));
const some = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `+8491${String(1_000_000 + from + i)}`);
const codes = (from: readonly string[], to: readonly string[]) =>
  objectionsTo(stateWith(from), stateWith(to), official).map(({ code }) => code);

describe('a change of the reported numbers', () => {
  test('with an official number, a short or an emergency code', () => {
    expect(official.has('+842923811502')).toBe(true);
    expect(codes([], ['+842923811502'])).toEqual(['official']);
    expect(codes([], ['156'])).toContain('short-code');
    expect(codes([], ['113'])).toContain('short-code');
    expect(codes([], ['19001234'])).toEqual([]);
    // What stands there already was allowed once.
    expect(codes(['+842923811502'], ['+842923811502', ...some(1)])).toEqual([]);
  });

  test('that removes more than a tenth, or adds more than 500', () => {
    expect(codes(some(20), some(18))).toEqual([]);
    expect(codes(some(20), some(17))).toEqual(['removal']);
    expect(codes(some(1), some(501))).toEqual([]);
    expect(codes(some(1), some(502))).toEqual(['addition']);
    // A new feed begins with as many as it has.
    expect(codes([], some(502))).toEqual([]);
  });

  test('is let through by name, but for short codes', () => {
    const all = objectionsTo(stateWith(some(10)), stateWith(['113', '+842923811502']), official);
    expect(standing(all, new Set(['official', 'removal', 'short-code'])).map(({ code }) => code)).toEqual([
      'short-code',
    ]);
    expect(standing(all, new Set(['official'])).map(({ code }) => code)).toEqual(['short-code', 'removal']);
  });
});

test('a document is compared part by part, entries by their name', () => {
  const from = { version: '1', hotlines: [{ number: '1', a: 1 }, { number: '2' }], words: { x: 1 } };
  const to = { version: '2', hotlines: [{ number: '2' }, { number: '1', a: 2 }, { number: '3' }], words: {} };
  expect(diffDocument(from, to)).toEqual([
    { part: 'hotlines', added: 1, removed: 0, changed: 1 },
    { part: 'words', added: 0, removed: 1, changed: 0 },
  ]);
  expect(diffDocument(undefined, undefined)).toEqual([]);
  expect(diffDocument({ hotlines: [{ id: 'a', b: 1 }] }, { hotlines: [{ b: 1, id: 'a' }] })).toEqual([]);
});
