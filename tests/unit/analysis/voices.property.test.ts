import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../lib/analysis/types';
import { quotationOf } from '../../../lib/analysis/voices/quotation';
import { voicesOf } from '../../../lib/analysis/voices/voices';
import { verdictOf } from './judged';
import { level, PARTS, placesHold, quoted, REPLY, SCAM } from './voices-texts';

describe('any text and any turns', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '> ',
      'On Mon wrote:',
      'Vào ngày 1 đã viết:\n',
      'Từ: A\nĐã gửi: B\n',
      SCAM,
      'me',
      '0912345678',
      ' ',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const turns = fc.option(
    fc.array(fc.record({ from: fc.oneof(text, fc.constantFrom('me', 'A', 'B')), text }), { maxLength: 6 }),
    {
      nil: undefined,
    },
  );
  it('give no error and places that say what they hold', () => {
    fc.assert(
      fc.property(text, turns, (words, said) => {
        const unit: Unit = { text: words, turns: said };
        const one = verdictOf(unit);
        placesHold(unit, one);
        if (one.level !== 'none') expect(one.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  it('lose no word of a mail, and hear none twice', () => {
    fc.assert(
      fc.property(text, (words) => {
        const quotation = quotationOf(words);
        if (!quotation) return;
        const lines = [...quotation.own, ...quotation.quoted].sort((a, b) => a.start - b.start);
        expect(lines.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words);
      }),
    );
  });
  it('are never lowered by more than one level by quotation marks', () => {
    const LEVELS = ['none', 'notice', 'caution', 'danger'];
    fc.assert(
      fc.property(fc.constantFrom(REPLY, 'Chào anh chị em trong nhóm.', PARTS[0] ?? '', ''), (lead) => {
        const plain = level(`${lead}\n\n${PARTS.join('\n')}`);
        const marked = level(`${lead}\n\n${quoted(PARTS.join('\n'))}`);
        expect(LEVELS.indexOf(marked)).toBeGreaterThanOrEqual(LEVELS.indexOf(plain) - 1);
      }),
    );
  });
  // Work that grew with the square of these would not end within the time of a test run.
  it.each(['> \n', '>', 'Từ: a\n', 'On a wrote:\n', 'On ', 'đã viết', '\n'])(
    'that are hostile end: %j',
    (part) => {
      const long = part.repeat(200_000 / part.length);
      expect(voicesOf({ text: long }).voices.length).toBe(1);
      const many = Array.from({ length: 5000 }, (_, index) => ({
        from: `A${String(index)}`,
        text: `${part}${String(index)}`,
      }));
      expect(voicesOf({ text: long, turns: many }).voices.length).toBeLessThanOrEqual(21);
    },
  );
});
