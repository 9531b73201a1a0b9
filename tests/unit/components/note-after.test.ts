import { expect, test } from 'vitest';
import { noteAfter } from '../../../components/note-after';

const a = { note: { vi: 'a', en: 'a' } };
const b = { note: { vi: 'b', en: 'b' } };

test('neighbours that share a note print it once', () => {
  const printed = (entries: { note?: { vi: string; en: string } }[]) =>
    entries.map((_, index) => noteAfter(entries, index)?.vi);
  expect(printed([a, a, b])).toEqual([undefined, 'a', 'b']);
  expect(printed([a, {}, a])).toEqual(['a', undefined, 'a']);
  expect(printed([{}, {}])).toEqual([undefined, undefined]);
});
