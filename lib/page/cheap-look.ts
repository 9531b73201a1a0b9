/**
 * Folded syllables without which no message of the phrase pack's concepts gets by: money, offices, threats,
 * demands, channels. A wide net: it only spares the background texts that cannot matter (held by a corpus test).
 */
const TRIGGERS = new Set(
  (
    'tien khoan stk ck tk otp app apk link http https www zalo telegram viber whatsapp facebook messenger goi alo sdt hotline lh ' +
    'cong an ca canh sat dieu tra toa vien kiem sat so giam doc chu tich ubnd thue dien luc ngan hang bank vcb bidv ' +
    'moi lam viec phat nguoi vi pham khoa thue bao sim dinh danh vneid cccd cmnd ho so bat giam khoi to lua dao ' +
    'canh bao thu doan mao danh gia danh mat khau ma pin chuyen nop coc phi hoan qua thuong trung giai viec nhe ' +
    'luong hoa hong cong tac vien dau tu loi nhuan vay von no buu pham don hang shipper giao hang hai quan bao hiem ' +
    'police court bank tax transfer account money password verify urgent prize loan invest fee customs parcel scam call click'
  ).split(' '),
);
const MIN_LENGTH = 8;
/** Digits in words, in all regions' speech: so many of them in a row may be a number that somebody hides. */
const DIGIT_WORDS = new Set(
  'khong hong ko mot hai ba bon tu nam lam sau bay tam chin muoi le linh'.split(' '),
);
const DIGIT_WORDS_IN_A_ROW = 5;

/** What is left of a letter or digit in disguise once marks and compatibility forms are gone: look-alikes of Latin. */
const ODD = /[\u0080-\u02ff\u0370-\u058f\u13a0-\u13ff\u1d00-\u1dbf\uab70-\uabbf\u{1f100}-\u{1f189}]/u;
const DIGITS = 3;

/**
 * True where a text may hold a number or the words of a scam: worth the background's look. Texts with look-alike letters
 * are. Folds by the browser's own normalisation and not by lib/text, whose tables would be 5 kB in every page.
 * O(length).
 */
export function worthALook(text: string): boolean {
  if (text.length < MIN_LENGTH) return false;
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
  const letters = plain.replace(/[^\p{L}\u{1f100}-\u{1f189}]+/gu, ' ');
  if (ODD.test(letters)) return true;
  let row = 0;
  for (const word of letters.split(' ')) {
    row = DIGIT_WORDS.has(word) ? row + 1 : word === '' ? row : 0;
    if (TRIGGERS.has(word) || row >= DIGIT_WORDS_IN_A_ROW) return true;
  }
  let digits = 0;
  for (const { length } of plain.match(/\p{N}+/gu) ?? []) digits += length;
  return digits >= DIGITS;
}
