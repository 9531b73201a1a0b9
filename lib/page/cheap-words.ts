/** Folded syllables, see cheap-look.ts. Written by `npx tsx scripts/train/cheap-words.ts`; do not edit. */
export const CHEAP_WORDS =
  'otp zalo telegram link ck stk tien chuyen khoan name trieu xau bam tr vua xoa suat keep nhap vao man am ben ' +
  'nap doc send sir la madam qr ten chup hinh put rut hoan sim case lien dang line reply giup but agent ib giu ' +
  'below bi number rieng so ho cua million lenh tell pay account bank tk gui muoi mo phim inbox just muon mot ' +
  'code read xac coc cyber first tro chau video kindly ll file login';
