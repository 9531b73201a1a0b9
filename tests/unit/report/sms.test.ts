import fc from 'fast-check';
import { expect, test } from 'vitest';
import directory from '../../../public/feed/directory.json';
import { lineInUse } from '../../../lib/report/hotline';
import { smsHref, smsText } from '../../../lib/report/sms';

const LD = directory.sms.find(({ id }) => id === 'report-scam-call')?.syntax.vi ?? '';

test('the published syntax is filled in; a bracket stays where nothing is given', () => {
  expect(LD).toBe('LD (số điện thoại) (nội dung cuộc gọi)');
  expect(smsText(LD, '0292 000 0111', ' giả danh\ncông an ')).toBe('LD 0292 000 0111 giả danh công an');
  expect(smsText(LD, '', 'giả danh')).toBe('LD (số điện thoại) giả danh');
  expect(smsText(LD, '02920000111', '')).toBe('LD 02920000111 (nội dung cuộc gọi)');
});

test('whatever is typed, the message keeps its key word, and its address reads back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ maxLength: 60 }),
      (content, number) => {
        const message = smsText(LD, number, content);
        expect(message.startsWith('LD ')).toBe(true);
        expect(message.length).toBeLessThanOrEqual(330);
        const href = smsHref('156', message) ?? '';
        expect(decodeURIComponent(href.slice('sms:156?body='.length))).toBe(message);
      },
    ),
  );
});

test('a letter of two units is not cut in half, half a letter breaks nothing', () => {
  const message = smsText(LD, '0', `${'a'.repeat(159)}😀😀`);
  expect(message.endsWith('a😀')).toBe(true);
  expect(smsHref('156', smsText(LD, '0', '\ud83d'))).toContain('%EF%BF%BD');
});

test('an address is made for numbers only', () => {
  expect(smsHref('156;x', 'LD')).toBeUndefined();
  expect(smsHref('5656', 'LD a&b')).toBe('sms:5656?body=LD%20a%26b');
});

test('lines of an office that is gone are passed over', () => {
  const words = { vi: 'a', en: 'a' };
  const line = (number: string, validTo?: string) => ({
    number,
    organisation: words,
    purpose: words,
    publisher: 'x',
    url: 'https://x.example',
    ...(validTo !== undefined && { validTo }),
  });
  const lines = [line('+842923899588', '2025-02-28'), line('113')];
  expect(lineInUse(lines, '2026-11-28')?.number).toBe('113');
  expect(lineInUse(lines, '2025-02-28')?.number).toBe('+842923899588');
  expect(lineInUse(lines.slice(0, 1), '2026-11-28')).toBeUndefined();
});
