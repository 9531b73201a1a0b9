import { describe, expect, it } from 'vitest';
import { findPhrases } from '../../../lib/phrasing/find-phrases';
import { judgePhrases } from '../../../lib/phrasing/judge-phrases';
import { readTokens } from '../../../lib/phrasing/read-tokens';
import { speechMarks } from '../../../lib/phrasing/speech-marks';
import { fold } from '../../../lib/text/fold';
import { pack } from './pack';

const words = (text: string) => readTokens(fold(text), [], pack).tokens.map((token) => token.word);
const level = (text: string) => judgePhrases(findPhrases(fold(text), [], pack), pack).level;
const SCAM =
  'Tôi là điều tra viên Công an thành phố, chị liên quan đường dây rửa tiền. Chị chuyển tiền vào tài khoản tạm giữ trong 2 giờ, không được nói với ai.';

describe('words that were broken', () => {
  it.each([
    ['in two', 'chuy ển ti ền nga y', ['chuyen', 'tien', 'ngay']],
    ['in halves', 'chu yển thư ờng trư ờng', ['chuyen', 'thuong', 'truong']],
    ['in letters of a word that the pack does not know', 'z u z u', ['zuzu']],
    ['in parts that are short spellings by themselves', 'kho ng đú ng thô ng', ['khong', 'dung', 'thong']],
    ['in the letters of short spellings', 'k h ô n g', ['khong']],
    ['in a sum', 'ba tri ệu', ['']],
    ['in too few letters to be a word', 'nhóm a b c', ['nhom', 'a', 'b', 'c']],
    ['by swapped letters', 'chuyne khoản', ['chuyen', 'khoan']],
    ['not at all', 'mai em đi chợ', ['mai', 'em', 'di', 'cho']],
  ])('%s', (_, text, read) => {
    expect(words(text)).toEqual(read);
  });
});

describe('quotation marks', () => {
  it.each([
    ['plain', 'Nó nói "chuyển tiền" đó', ['"chuyển tiền"']],
    ['curly', 'Nó nói “gọi ngay” và «đi»', ['“gọi ngay”', '«đi»']],
    ['none closed', 'Nó nói "chuyển tiền', []],
    ['an apostrophe', "don't call, it's fine", []],
  ])('%s', (_, text, places) => {
    expect(speechMarks(text).map(({ start, end }) => text.slice(start, end))).toEqual(places);
  });
  it('make the words another’s, where other words stand around them', () => {
    expect(level(SCAM)).toBe('danger');
    expect(level(`"${SCAM}"`)).toBe('danger');
    expect(
      level(`Bà con chú ý, hôm qua má tôi nhận cuộc gọi: "${SCAM}" Má cúp máy, ra công an phường trình báo.`),
    ).not.toBe('danger');
  });
});

describe('a long text', () => {
  it('is judged by its pieces too', () => {
    const before = 'Hôm nay trời đẹp, cả nhà đi chợ mua rau về nấu canh. '.repeat(40);
    expect(level(`${before}${SCAM}`)).toBe('danger');
    expect(level(before)).toBe('none');
  });
});
