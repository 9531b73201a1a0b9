import { expect, test } from 'vitest';
import { givenTextOf } from '../../../lib/report/given-text';

test.each([
  [{ selectionText: ' 0833 109 259 ' }, '0833 109 259'],
  [{ linkUrl: 'tel:0292%20000%200111' }, '0292 000 0111'],
  [{ linkUrl: 'sms:5656?body=LD' }, '5656'],
  [{ linkUrl: 'tel:%E0%A4%A' }, '%E0%A4%A'],
  [{ linkUrl: 'https://a.example/x?y', selectionText: 'b' }, 'https://a.example/x?y'],
  [{ selectionText: '  ' }, undefined],
  [{}, undefined],
])('%j is looked up as %j', (pressed, text) => {
  expect(givenTextOf(pressed)).toBe(text);
});

test('a selection is cut to what one verdict takes', () => {
  expect(givenTextOf({ selectionText: 'a'.repeat(30_000) })).toHaveLength(20_000);
});
