import { describe, expect, test } from 'vitest';
import en from '../../../lib/i18n/en/interface.json';
import vi from '../../../lib/i18n/vi/interface.json';

const tables = { vi, en } as const;
const rows = Object.entries(tables).flatMap(([language, table]) =>
  Object.entries(table).map(([key, message]) => ({ language, key, message })),
);
const params = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const sentences = (message: string) => message.split(/(?<=[.:;?…])\s+/);

describe('interface texts', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  test.each(Object.entries(vi))('%s takes the same parameters in both languages', (key, message) => {
    expect(params((en as Record<string, string>)[key] ?? '')).toEqual(params(message));
  });

  test.each(rows)('$language $key is calm, short and well formed', ({ message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
    expect(message).toBe(message.normalize('NFC'));
    expect(message).not.toMatch(/!/);
    for (const sentence of sentences(message)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  });

  test.each(rows)('$language $key never calls anything safe', ({ message }) => {
    const rest = message.replace(/không có nghĩa là an toàn|does not mean it is safe/i, '');
    expect(rest).not.toMatch(/an toàn|\bsafe\b|tin cậy|trusted/i);
  });

  test.each(rows)('$language $key reports and never accuses', ({ message }) => {
    expect(message).not.toMatch(/là (số )?lừa đảo|is a scam\b|scam number/i);
  });
});
