import { expect, test } from 'vitest';
import { matchesSearch } from '../../../../lib/report/evidence/search';
import { recordWith } from './samples';

test.each([
  ['', true],
  ['cong an', true],
  ['CÔNG   an', true],
  ['0292000', true],
  ['+842920000111', true],
  ['giam doc', true],
  ['mail.google', true],
  ['ngân hàng', false],
])('%j: %s', async (query, found) => {
  expect(matchesSearch(await recordWith([]), query)).toBe(found);
});
