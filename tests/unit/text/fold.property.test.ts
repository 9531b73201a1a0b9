import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold';

const VIETNAMESE = [
  ...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY0123456789 .,:-\n'),
  ...Array.from('áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ'),
];
const ZERO_WIDTHS = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u034f'];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const vietnamese = fc.string({ unit: fc.constantFrom(...VIETNAMESE), maxLength: 200 });

describe('fold, for every text', () => {
  it('leads back inside the source, in order', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const folded = fold(source);
        let before = 0;
        for (let index = 0; index < folded.text.length; index++) {
          const { start, end } = folded.sourceRange(index, index + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          before = start;
        }
      }),
    );
  });

  it('is stable', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text } = fold(source);
        expect(fold(text).text).toBe(text);
      }),
    );
  });

  it('is stable for every code point of the planes in use', () => {
    const changed: number[] = [];
    for (let point = 0; point <= 0xe0fff; point++) {
      if (point === 0xd800) point = 0xe000;
      // Ideographs and unassigned planes fold to themselves.
      if (point === 0x20000) point = 0xe0000;
      const { text } = fold(String.fromCodePoint(point));
      if (fold(text).text !== text) changed.push(point);
    }
    expect(changed).toEqual([]);
  }, 30_000);

  it('does not tell composed from decomposed Vietnamese', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text);
      }),
    );
  });

  it('gives ASCII for Vietnamese', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text).text).toMatch(/^[\n -~]*$/);
      }),
    );
  });

  it('leads each decomposed letter back to itself with its marks', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const letters = Array.from(text).map((letter) => letter.normalize('NFD'));
        const folded = fold(letters.join(''));
        const raws = letters.map((_, index) => {
          const { start, end } = folded.sourceRange(index, index + 1);
          return folded.source.slice(start, end);
        });
        expect(raws).toEqual(letters);
      }),
    );
  });

  it('is blind to zero-widths', () => {
    const places = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ZERO_WIDTHS)), { maxLength: 20 });
    fc.assert(
      fc.property(vietnamese, places, (text, inserts) => {
        const units = Array.from(text);
        for (const [place, char] of inserts) units.splice(place % (units.length + 1), 0, char);
        expect(fold(units.join('')).text).toBe(fold(text).text);
      }),
    );
  });
});
