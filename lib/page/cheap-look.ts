import { fold } from '../text/fold';

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

/** True where a text may hold a number or the words of a scam: worth the background's look. O(length). */
export function worthALook(text: string): boolean {
  if (text.length < MIN_LENGTH) return false;
  const folded = fold(text).text;
  let digits = 0;
  let word = '';
  let row = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : 32;
    if (code >= 97 && code <= 122) {
      if (word.length < 12) word += folded[i] ?? '';
      continue;
    }
    if (word !== '') {
      row = DIGIT_WORDS.has(word) ? row + 1 : 0;
      if (TRIGGERS.has(word) || row >= DIGIT_WORDS_IN_A_ROW) return true;
      word = '';
    }
    if (code >= 48 && code <= 57 && ++digits >= 3) return true;
  }
  return false;
}
