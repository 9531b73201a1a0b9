import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../lib/phrasing/compile';
import { findPhrases } from '../../../lib/phrasing/find-phrases';
import { PackError, parsePhrasePack } from '../../../lib/phrasing/pack-schema';
import { parsePattern, wordReader } from '../../../lib/phrasing/pattern';
import { fold } from '../../../lib/text/fold';

/** A pack of one concept with one pattern. */
function packOf(pattern: string) {
  return compilePack(
    parsePhrasePack({
      format: 1,
      version: 1,
      aliases: { ko: 'không' },
      oddEndings: ['top'],
      plainEndings: ['vn', 'com'],
      groups: { pay: ['chuyển tiền', 'ck'] },
      negation: { span: 4, before: ['không', 'đừng'], ends: ['nhưng'], reason: { vi: 'Không.', en: 'No.' } },
      concepts: [
        {
          id: 'one',
          kind: 'demand',
          reason: { vi: 'Đòi.', en: 'Asks.' },
          examples: ['x'],
          patterns: [pattern],
        },
      ],
      judge: { thresholds: { notice: 0.5, caution: 0.5, danger: 0.5 }, scam: {}, warning: {} },
    }),
  );
}

function found(pattern: string, text: string): string[] {
  return findPhrases(fold(text), [], packOf(pattern)).matches.map(
    (match) => (match.negated ? '!' : '') + text.slice(match.start, match.end),
  );
}

describe('patterns', () => {
  it.each([
    ['words in a row', 'chuyển tiền', 'Chị chuyển tiền nhé', ['chuyển tiền']],
    ['without marks where the writer uses none', 'chuyển tiền', 'chi chuyen tien nhe', ['chuyen tien']],
    ['other marks do not agree', 'mời làm việc', 'mọi làm việc nhà', []],
    ['a plain word in marked text is plain', 'mã', 'con ma đó đứng ở đây', []],
    ['a pattern without marks is no marked word', 'doc so', 'Giám đốc Sở', []],
    ['marks that disagree', 'đọc số', 'Giám đốc Sở', []],
    ['look-alike letters', 'công an', 'c\u043eng \u0430n', ['c\u043eng \u0430n']],
    ['tone on either vowel', 'hòa giải', 'buổi hoà giải', ['hoà giải']],
    [
      'combining marks',
      'hòa giải',
      'buổi ho\u0300a giải'.normalize('NFD'),
      ['ho\u0300a giải'.normalize('NFD')],
    ],
    ['hỏi and ngã are one', 'giữ kín', 'anh giử kín nha', ['giử kín']],
    ['i and y are one', 'kỹ thuật', 'bên kĩ thuật', ['kĩ thuật']],
    ['alternatives', '(công an|cảnh sát) phường', 'cảnh sát phường', ['cảnh sát phường']],
    ['an optional word', 'mở [lại] sim', 'mở sim, mở lại sim', ['mở sim', 'mở lại sim']],
    ['a group', '@pay ..2 #money', 'ck cho em 500k', ['ck cho em 500k']],
    ['a gap that is too long', 'chuyển ..2 tiền', 'chuyển a b c tiền', []],
    ['not over the end of a sentence', 'chuyển ..3 tiền', 'Mai chuyển. Nhận tiền rồi', []],
    ['over a wrapped line', 'chuyển ..3 tiền', 'mai chuyển\nhết tiền nha', ['chuyển\nhết tiền']],
    ['dots inside a word', 'chuyển tiền', 'c.h.u.y.ể.n t.i.ề.n', ['c.h.u.y.ể.n t.i.ề.n']],
    ['figures for letters', 'chuyển tiền', 'chuy3n t1en', ['chuy3n t1en']],
    ['letters that stand alone', 'chuyển tiền', 'c h u y ể n t i ề n đi', ['c h u y ể n t i ề n']],
    ['a short spelling', 'không gọi', 'ko gọi', ['ko gọi']],
    ['an odd address', '#oddlink', 'vào vcb-digi.top nhé', ['vcb-digi.top']],
    ['an address with a hidden dot', '#oddlink', 'vào vcb(.)digi(chấm)top nhé', ['vcb(.)digi(chấm)top']],
    ['an address that is spread out', '#oddlink', 'Vào vcb-xacthuc . top nhé', ['vcb-xacthuc . top']],
    ['with a path', '#oddlink', 'vào vietcombank . top/mo ngay', ['vietcombank . top/mo']],
    ['words with a full stop between are none', '#oddlink', 'nhanh lên anh . top 1 rồi. Top ba', []],
    ['nor is the end of a sentence', '#link', 'Please confirm your identity. In 2024. To be sure.', []],
    ['nor is what has another ending', '#oddlink', 'mã VN-4471 . Bạn nhớ giữ', []],
    ['a denied demand', 'chuyển tiền', 'Không ai yêu cầu chuyển tiền', ['!chuyển tiền']],
    ['a denial that ended', 'chuyển tiền', 'Không sao nhưng chuyển tiền', ['chuyển tiền']],
  ])('%s', (_, pattern, text, places) => {
    expect(found(pattern, text)).toEqual(places);
  });

  it.each([
    '',
    '..3 a',
    'a ..3',
    'a ..99 b',
    '@none',
    '#none',
    'a(b',
    '[a]',
    'a-b',
    Array(30).fill('(a|b|c|d) [e|f]').join(' '),
  ])('refuses %j', (pattern) => {
    expect(() => parsePattern(pattern, { groups: new Map(), words: wordReader({}) })).toThrow(PackError);
  });
});
