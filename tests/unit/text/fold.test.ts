import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold';

describe('fold', () => {
  it.each([
    ['Vietnamese, composed', 'Đường dây nóng ỨNG CỨU', 'duong day nong ung cuu'],
    ['Vietnamese, decomposed', 'Đường dây nóng ỨNG CỨU'.normalize('NFD'), 'duong day nong ung cuu'],
    ['full-width', '０９１２　ＡＢＣ', '0912 abc'],
    ['mathematical', '𝟘𝟗𝟣𝟰𝟾 𝗩𝗣𝗕𝗮𝗻𝗸', '09148 vpbank'],
    ['raised and lowered', '⁰⁸²₀₃₇', '082037'],
    ['circled, negative circled, dingbat', '⓪①②➂❹⓿', '012340'],
    ['with full stop and in brackets', '⒈⑵', '1.(2)'],
    ['keycaps', '0️⃣9️⃣1⃣', '091'],
    ['segmented', '🯰🯹', '09'],
    ['digits of other scripts', '٠٩ ۰۹ ०९ ๐๙ ០៩', '09 09 09 09 09'],
    ['Cyrillic and Greek look-alikes', 'Vіеtсоmbаnk ΖΑΙΟ', 'vietcombank zaio'],
    ['small capitals and squared letters', 'ᴢᴀʟᴏ 🅰🅱 🄲', 'zalo ab c'],
    ['zero-widths, soft hyphens, bidi marks', 'S\u200bI\u00adM\u200e \u2068b\u2069\ufeff', 'sim b'],
    ['spaces', 'a\u00a0b\u2009c\td\r\ne', 'a b c d \ne'],
    ['dashes', '1–2—3−4‑5', '1-2-3-4-5'],
    ['quotes', '“a” ‘b’ «c»', '"a" \'b\' "c"'],
    ['ligatures', 'ﬁ № …', 'fi no ...'],
    ['o stays o', 'O9o', 'o9o'],
    ['emoji stay', 'a😀b', 'a😀b'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['empty', '', ''],
  ])('%s', (_, source, text) => {
    expect(fold(source).text).toBe(text);
  });

  it('does not collapse spaces', () => {
    expect(fold('a  b   c').text).toBe('a  b   c');
  });

  it.each([
    ['one unit each', 'Số 09', 0, 2, 'Số'],
    ['marks of the last letter', 'Sô\u0301 09'.normalize('NFD'), 0, 2, 'Số'.normalize('NFD')],
    ['keycap', 'x 1️⃣2️⃣ y', 2, 4, '1️⃣2️⃣'],
    ['no zero-width after the last letter', '09\u200b 1', 0, 2, '09'],
    ['zero-widths inside', '0\u200b9\u200b', 0, 2, '0\u200b9'],
    ['a pair', '𝟘𝟗!', 0, 2, '𝟘𝟗'],
    ['a part of an expansion', 'a…b', 1, 2, '…'],
    ['empty', 'a\u200bb', 1, 1, ''],
    ['past the end', 'a\u200bb', 0, 99, 'a\u200bb'],
  ])('leads back: %s', (_, source, start, end, raw) => {
    const range = fold(source).sourceRange(start, end);
    expect(source.slice(range.start, range.end)).toBe(raw);
  });

  it('reads texts of five million units', () => {
    const even = fold('Đây là một câu dài. '.repeat(250_000));
    expect(even.text.length).toBe(even.source.length);
    const uneven = fold('a\u0301'.repeat(2_500_000));
    expect(uneven.text.length).toBe(2_500_000);
    expect(fold('\ufdfa'.repeat(100_000)).text.length).toBeGreaterThan(1_000_000);
  }, 60_000);
});
