import { expect, test } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import vi from '../../../public/_locales/vi/messages.json';

test('the manifest texts have the same keys in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

test.each([
  ['vi', vi],
  ['en', en],
])('%s: the name and a description that stores accept', (_, messages) => {
  expect(messages.extName.message).toBe('Cảnh Giác');
  expect(messages.extDescription.message.length).toBeLessThanOrEqual(132);
  expect(JSON.stringify(messages)).not.toMatch(/!/);
});
