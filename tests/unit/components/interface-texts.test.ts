import { describe, expect, test } from 'vitest';
import { QUIZ } from '../../../entrypoints/quiz/messages';
import directory from '../../../public/feed/directory.json';
import enChanges from '../../../lib/i18n/en/changes.json';
import viChanges from '../../../lib/i18n/vi/changes.json';
import enInterface from '../../../lib/i18n/en/interface.json';
import enPeople from '../../../lib/i18n/en/people.json';
import viInterface from '../../../lib/i18n/vi/interface.json';
import viPeople from '../../../lib/i18n/vi/people.json';
import enFeeds from '../../../lib/i18n/en/feeds.json';
import viFeeds from '../../../lib/i18n/vi/feeds.json';
import { isFeedTextKey } from '../../../lib/i18n/feed-text';
import { FEED_ERROR_CODES } from '../../../lib/lists/feed/feed-error';

const feeds = (table: Record<string, string>) =>
  Object.fromEntries(Object.entries(table).map(([key, message]) => [`feeds.${key}`, message]));
const lines = (table: Record<string, readonly string[]>) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([version, all]) =>
      all.map((line, index) => [`changes.${version}.${index}`, line]),
    ),
  );
/** Every text in both languages within a document of facts. */
function localised(
  part: unknown,
  path: string,
): (readonly [path: string, both: { vi: string; en: string }])[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('vi' in part && 'en' in part) return [[path, part as { vi: string; en: string }]];
  return Object.entries(part).flatMap(([key, inner]) => localised(inner, `${path}.${key}`));
}
const facts = [...localised(directory, 'directory'), ...localised(QUIZ, 'quiz')];
const vi: Record<string, string> = { ...viInterface, ...viPeople, ...feeds(viFeeds), ...lines(viChanges) };
const en: Record<string, string> = { ...enInterface, ...enPeople, ...feeds(enFeeds), ...lines(enChanges) };
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
    expect(params(en[key] ?? '')).toEqual(params(message));
  });

  test.each(rows)('$language $key is calm, short and well formed', ({ message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
    expect(message).toBe(message.normalize('NFC'));
    expect(message).not.toMatch(/!/);
    for (const sentence of sentences(message)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  });

  test.each(facts)('%s is short in both languages, without exclamation marks', (_, both) => {
    for (const message of [both.vi, both.en]) {
      expect(message).not.toMatch(/!/);
      for (const sentence of sentences(message))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test.each(rows)('$language $key never calls anything safe', ({ message }) => {
    const rest = message.replace(/không có nghĩa là an toàn|does not mean it is safe/i, '');
    expect(rest).not.toMatch(/an toàn|\bsafe\b|tin cậy|trusted/i);
  });

  /** What the person says, not we. */
  const OWN_WORDS = ['feedback_scam', 'reason_own_mark'];
  test.each(rows)('$language $key reports and never accuses', ({ key, message }) => {
    if (OWN_WORDS.includes(key)) return;
    expect(message).not.toMatch(/là (số )?lừa đảo|is a scam\b|scam number/i);
  });

  test.each(FEED_ERROR_CODES)('%s has a sentence for what happened, what it means and what to do', (code) => {
    const key = `error_${code}`;
    expect(isFeedTextKey(key)).toBe(true);
    for (const table of [vi, en])
      expect(sentences(table[`feeds.${key}`] ?? '').length).toBeGreaterThanOrEqual(3);
  });

  test.each(['QUOTA', 'BLOCKED', 'NEWER', 'DAMAGED'])('what ERR_STORE_%s keeps out is told', (code) => {
    expect(isFeedTextKey(`store_ERR_STORE_${code}`)).toBe(true);
  });

  test('no two refusals are told by the same words', () => {
    const told = FEED_ERROR_CODES.map((code) => vi[`feeds.error_${code}`]);
    expect(new Set(told).size).toBe(FEED_ERROR_CODES.length);
  });
});
