import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../lib/lists/standing';
import { codesOf, verdictOf } from './judged';

const NUMBER = '+84912345678';
const official: Standing = {
  kind: 'official',
  official: {
    organisation: { vi: 'Công an', en: 'Police' },
    purpose: { vi: 'Trực ban', en: 'Duty line' },
    publisher: 'Báo',
    url: 'https://example.vn',
  },
};
const reported = (date: string, strength: 'strong' | 'weak'): Standing => ({
  kind: 'reported',
  reports: [
    {
      category: 'impersonation',
      pretends: { vi: 'công an', en: 'police' },
      publisher: 'Báo',
      url: 'https://example.vn',
      date,
      strength,
    },
  ],
});
const both: Standing = { ...official, ...reported('2026-03', 'strong'), kind: 'both' };

const PLAIN = 'Trưa mai gặp ở quán, có gì alo 0912 345 678 nha';
const SCAM =
  'Tôi là Công an thành phố, số thuê bao của anh liên quan vụ án rửa tiền, sẽ bị bắt tạm giam. ' +
  'Gọi 0912 345 678 và chuyển tiền bảo lãnh ngay, không nói với ai.';
const ORDER = ['none', 'notice', 'caution', 'danger'];
const level = (text: string, standing?: Standing) =>
  verdictOf({ text }, standing ? { [NUMBER]: standing } : {}).level;

describe('the standing of a number', () => {
  it('that nobody knows does nothing by itself', () => {
    expect(verdictOf({ text: PLAIN })).toMatchObject({ level: 'none', reasons: [] });
  });
  it('that is official does nothing to ordinary words, and clears nothing', () => {
    expect(verdictOf({ text: PLAIN }, { [NUMBER]: official })).toMatchObject({ level: 'none', reasons: [] });
    expect(level(SCAM)).toBe('danger');
    expect(level(SCAM, official)).toBe('danger');
  });
  it.each([
    ['a fresh report of an authority', reported('2026-03', 'strong'), 'caution'],
    ['a fresh report of a paper', reported('2026-03', 'weak'), 'notice'],
    ['an old report', reported('2020', 'strong'), 'none'],
    ['an official number that was imitated', both, 'notice'],
  ] as const)('raises ordinary words: %s', (_, standing, expected) => {
    expect(level(PLAIN, standing)).toBe(expected);
  });
  it.each([official, both, reported('2026-03', 'weak'), reported('2020', 'strong')])(
    'never lowers a verdict: %j',
    (standing) => {
      for (const text of [PLAIN, SCAM])
        expect(ORDER.indexOf(level(text, standing))).toBeGreaterThanOrEqual(ORDER.indexOf(level(text)));
    },
  );
  it('that is official does not clear a false sender or a false link', () => {
    const text = 'Liên hệ 0912 345 678 hoặc xem vneid-gov.com';
    const sender = { name: 'Công an thành phố', address: 'catp@gmail.com' };
    const plain = verdictOf({ text, sender });
    const cleared = verdictOf({ text, sender }, { [NUMBER]: official });
    expect(cleared.level).toBe(plain.level);
    expect(codesOf(cleared)).toEqual(codesOf(plain));
  });
  it('counts in a quotation as caution: the sender does not press with it', () => {
    const text = `Anh xem giúp em thư này với ạ.\n\nOn Mon An wrote:\n> Mai gặp ở quán,\n> có gì alo 0912 345 678 nha`;
    const one = verdictOf({ text }, { [NUMBER]: reported('2026-03', 'strong') });
    expect(one.level).toBe('caution');
    expect(codesOf(one)).toContain('number-reported');
  });
  it('of the reader’s own number does nothing', () => {
    const turns = [
      { from: 'me', text: PLAIN },
      { from: 'An', text: 'Ok mai gặp nha' },
    ];
    const one = verdictOf({ text: '', turns }, { [NUMBER]: reported('2026-03', 'strong') });
    expect(one).toMatchObject({ level: 'none', reasons: [], findings: [] });
  });
});
