/**
 * Words that tell what the digits beside them are, in folded spelling (no diacritics, so 'ma' alone, which may be mà,
 * má or mã, says nothing). Up to three words each. Data only.
 */

/** What a word says of the digits beside it. */
export type Cue = 'phone' | 'transfer' | 'banking' | 'record' | 'code' | 'neutral';

function words(list: string): string[] {
  return list
    .trim()
    .split(/\s*,\s*/)
    .filter((word) => word !== '');
}

/** A phone number follows. */
const PHONE = words(`
  goi, goi lai, goi ngay, goi so, alo, a lo, dt, dtdd, dien thoai, dthoai, d t, sdt, sdtdd, sodt, so dt,
  so dien thoai, so may, may ban, so lien he, so lien lac, co dinh, di dong, may le, may truc, truc ban, ban truc,
  truc, tel, tell, phone, telephone, mobile, mob, cell, call, calls, called, calling, dial, contact, ring, text,
  sms, whatsapp, wa, viber, zalo, zai0, zaio, za1o, za lo, zl, dalo, zallo, telegram, tele, imessage, line,
  wechat, momo, zalopay, viettelpay, hotline, hot line, hotlines, duong day nong, day nong, lh, l h, lhe, lien he,
  lien lac, lien hoan, tong dai, tdai, cskh, cham soc, ho tro, nhan tin, nt, ib, inbox, fax, thue bao, so la,
  cuoc goi, goi den, goi tu, shipper, ship, tai xe, bao cho, bao ve, phan anh, trinh bao, to giac, phone number,
  number, reach, sim, helpline, support, gap anh, gap chi, gap em, gap co, gap chu, gap ms, gap mr, gap ong,
  gap ba, ket ban, add, kb, nhay may, cap cuu, bao chay, bam so, quay so, so em, so anh, so chi, so toi, so minh,
  so nha, so cua, so moi, so cu, so rieng, so nay, so sau, so ca nhan, dau so, reo, nghe may, danh ba, gan so, gan voi, gan voi so, lien ket, lien ket so, dang ky so, dang ky bang so, xac minh so, so dang ky zalo, doi so
`);

/** An account follows: the number of a bank account, often the owner's phone number. */
const TRANSFER = words(`
  stk, so tk, s tk, tk, tkhoan, so tai khoan, tai khoan so, tk so, chu tk, account no, account number, acct,
  acc no, iban, bank account, so the, card number
`);

/** Numbers of documents, orders, cases. */
const CODE = words(`
  mst, ma so thue, mst so, tax code, tax id, ma so doanh nghiep, msdn, mdn, cccd, cmnd, cmt, cmtnd, cccd so,
  cmnd so, can cuoc, can cuoc so, dinh danh, so dinh danh, ma dinh danh, can cuoc cong dan, chung minh,
  chung minh nhan dan, ho chieu, passport, passport no, so ho chieu, ma so, ma don, ma don hang, van don,
  ma van don, so van don, ma vd, mvd, tracking, tracking number, tracking code, waybill, awb, order, order no,
  order number, order id, order code, parcel, package, ma kh, ma khach hang, makh, ma khach, customer id,
  customer code, so hd, so hop dong, ma hop dong, so hoa don, ma hoa don, invoice, invoice no, receipt,
  receipt number, bhxh, bhyt, so bhxh, so bhyt, the bhyt, bao hiem so, so serial, serial, seri, so seri, imei,
  s n, sn, ma gd, ma giao dich, giao dich so, gd so, ma gdich, ref, ref no, reference, reference number, otp,
  ma otp, ma xac nhan, ma xac thuc, ma pin, verification code, code, promo code, voucher, coupon, uid, user id,
  bien so, bks, bsx, bien kiem soat, giay phep, gphd, gpkd, dkkd, so dkkd, bien lai, so bien lai, bien ban so,
  quyet dinh so, so quyet dinh, cong van so, so cong van, toa do, version, phien ban, ma phieu, phieu so,
  so phieu, booking, booking code, pnr, ma ve, ma dat cho, ma dat ve, ticket, sbd, so bao danh, mssv, ma sv,
  ma sinh vien, ma hs, ma hoc sinh, ma bn, ma benh nhan, ma ho so, ho so so, so ho so, ma nv, ma nhan vien, msnv,
  ma hang, ma sp, ma san pham, sku, ma vach, barcode, isbn, ma dang ky, so dang ky, so khung, so may xe,
  ma buu gui, buu gui, ma tra cuu, ma nhan hang, ma thanh toan, ma kich hoat, ma nap, ma the cao, the cao,
  ma du thuong, ket qua, xo so, case number, case no, policy number, policy, contract no, so cong chung,
  ma vu viec, danh bo, so danh bo, ma dinh danh ca nhan, ma cong to, cong to, so cong to, tai khoan dinh danh,
  po number, ma can ho, ma qr, hs code, ma hs code, ma can bo, so hieu, ma giam gia, ma gioi thieu, id, ban an so, dkdn, gcn, giay chung nhan, ma so dn, cif, so cif, buu kien, ma buu kien, kien hang, ma kien
`);

/** Weaker: an account or a bank is spoken of; one also has accounts with shops and apps. */
const BANKING = words(
  `tai khoan, account, acc, acct, ngan hang, nhang, bank, banking, bank account, atm, card, so du`,
);

/** Weaker: a record or money is spoken of, and its number may follow. */
const RECORD = words(`
  hop dong, hd, hoa don, bien ban, don hang, quyet dinh, cong van, phieu, chuyen khoan, ck, chuyen vao, nop vao, nap vao, chuyen tien, bill, case, contract, giao dich
`);

/** Words that end the search: what stands before them is not about the digits. */
const NEUTRAL = words(
  'tai khoan zalo, tai khoan momo, tk zalo, tk momo, cho em, cho anh, cho chi, cho minh, cho toi, cho co, cho chu, cho can bo, cho nhan vien, cho nv, gui ma ve, nhan ma ve, gui, den, ve',
);

/** Words between a cue and the digits that part them no further. */
export const FILLERS: ReadonlySet<string> = new Set(words('so, la, no, cua, is, number'));

/** Folded words, joined by one space -> what they say. */
export const CUES: ReadonlyMap<string, Cue> = new Map([
  ...RECORD.map((word): [string, Cue] => [word, 'record']),
  ...BANKING.map((word): [string, Cue] => [word, 'banking']),
  ...TRANSFER.map((word): [string, Cue] => [word, 'transfer']),
  ...CODE.map((word): [string, Cue] => [word, 'code']),
  ...PHONE.map((word): [string, Cue] => [word, 'phone']),
  ...NEUTRAL.map((word): [string, Cue] => [word, 'neutral']),
]);

/** Names of banks and wallets of accounts; after digits they make them an account. */
export const BANKS: ReadonlySet<string> = new Set(
  words(`
  vietcombank, vcb, bidv, vietinbank, viettinbank, ctg, agribank, agri, techcombank, tcb, mbbank, mb, mb bank, acb, vpbank, vpb, tpbank, tpb,
  sacombank, sacom, stb, hdbank, vib, shb, seabank, ocb, msb, eximbank, scb, lpbank, lienvietpostbank, lien viet, bac a, nam a, nam a bank, ncb, abbank,
  pvcombank, dong a, dongabank, kienlongbank, vietabank, bao viet, baovietbank, pgbank, saigonbank, vietbank, cake, timo, liobank, tnex,
  ngan hang, nhang, bank, chu tk, chu tai khoan, ctk, stk, tech, vietin
`),
);

/** After digits: they are an amount of money or data. */
export const AMOUNT_UNITS: ReadonlySet<string> = new Set(
  words('d, dong, vnd, usd, k, nghin, ngan, tr, trieu, ty, kg, km, m2, m3, kwh, gb, mb, dong d'),
);

/** After a short code: it counts something. Only words that mean nothing else without diacritics ('ngay' is also now). */
export const COUNT_UNITS: ReadonlySet<string> = new Set([
  ...AMOUNT_UNITS,
  ...words(`nguoi, khach, luot, lan, cuoc, phut, thang, nam, tuoi, cai, chiec, hop, trang, diem, giay, sp, suat, kg, cm, mm, ml, lit,
  buoc, calo, kcal, vong, vu, tinh, people, times, minutes, hours, days, calls, users, cases, customers`),
]);

/** Short words before a dash that start a code ('VN-0912...'), not a name. */
export const CODE_PREFIXES: ReadonlySet<string> = new Set(
  words(
    'vn, sg, hn, hcm, ct, cto, pe, pb, pc, pa, pd, hd, dh, bg, tx, ft, po, inv, ord, spx, ghn, kh, hs, bn, nv, sp, sku, id, no',
  ),
);

/** Apps that take a phone number in their links. */
export const PHONE_LINKS: readonly string[] = [
  'zalo.me/',
  'wa.me/',
  'tel:',
  'sms:',
  'callto:',
  'viber.me/',
  't.me/+',
  'phone=',
  'chat?number=',
  'whatsapp.com/send',
];
