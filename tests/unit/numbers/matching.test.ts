/**
 * What libphonenumber's own tests of its matcher look at, asked of our scanner in Vietnamese settings: leniency, context,
 * brackets, extensions, dates, neighbours, things that are no numbers. Ideas only; texts and numbers are our own.
 */
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';
import { numbersOf } from './numbers-of';

const MOBILE = '+84912345678';
const LANDLINE = '+842923899588';

describe('context: a number is found whatever stands around it', () => {
  const around: readonly (readonly [string, string])[] = [
    ['', ''],
    ['   ', '\t'],
    ['', ' nhé bạn'],
    ['số của tôi là ', ''],
    ['gọi ', ' hoặc ghé quán'],
    ['(', ')'],
    ['<', '>'],
    ['"', '"'],
    ['“', '”,'],
    ['ĐT:', ''],
    ['ĐT-', ''],
    ['Tel.', '.'],
    ['gọi số ', '; cảm ơn'],
    ['☎', '☎'],
    ['12 Lê Lợi. ', ' (Nam)'],
    ['8h - 17h: ', ''],
    ['ngày 05/03/2024 ', ''],
    ['', ' ngày 05/03/2024'],
    ['giá 250.000đ, ', ''],
    ['', ', giá 250.000đ'],
    ['phòng 302 ', ''],
    ['lớp 4A: ', ' - cô Hạnh'],
    ['liên hệ\n', ''],
  ];
  it.each(around)('%j … %j', (before, after) => {
    expect(numbersOf(`${before}0912 345 678${after}`)).toBe(MOBILE);
    expect(numbersOf(`${before}0292 3899588${after}`)).toBe(LANDLINE);
  });
});

describe('context: letters and signs that make it something else', () => {
  it.each([
    'abc0912345678',
    '0912345678x9',
    '#0912345678',
    'a_0912345678_b@x.vn',
    'https://x.vn/0912345678',
    'https://x.vn/?id=0912345678',
    'www.x.vn/0912345678/anh.jpg',
    '0912345678.jpg',
    '0912345678@x.vn',
  ])('none in %s', (text) => {
    expect(numbersOf(text)).toBe('');
  });
});

describe('leniency: groups are the writer’s affair, the count of digits is not', () => {
  it.each([
    '0912345678',
    '0912 345678',
    '091 2345678',
    '09 1234 5678',
    '0912 34 56 78',
    '0 912 345 678',
    '0912.345-678',
  ])('%s', (text) => {
    expect(numbersOf(text)).toBe(MOBILE);
  });

  it.each([
    '091234567',
    '09123456789',
    '0912 345 6789',
    '0112345678',
    '0412345678',
    '02951234567',
    '069123',
    '190012',
  ])('none in %s', (text) => {
    expect(numbersOf(text)).toBe('');
  });
});

describe('brackets', () => {
  it.each([
    ['(0292) 3899588', '(0292) 3899588'],
    ['( 0292 ) 3899588', undefined],
    ['(+84) 292 3899588', '(+84) 292 3899588'],
    ['(84-292) 3899588', '(84-292) 3899588'],
    ['+84 (292) 3899588', '+84 (292) 3899588'],
    ['(ĐT: 0292 3899588)', '0292 3899588'],
    ['(0292 3899588', '0292 3899588'],
    ['0292 3899588)', '0292 3899588'],
    ['[0292] 3899588', undefined],
  ])('%s', (text, raw) => {
    const { numbers } = findNumbers(fold(text));
    expect(numbers.map((found) => found.number)).toEqual([LANDLINE]);
    if (raw !== undefined) expect(numbers[0]?.raw).toBe(raw);
  });
});

describe('extensions are no part of the number and no number', () => {
  it.each([
    '0292 3899588 máy lẻ 12',
    '0292 3899588 (máy lẻ 123)',
    '0292 3899588 ext 45',
    '0292 3899588 ext. 4567',
    '0292 3899588 x45',
    '0292 3899588, nhánh 3',
    '0292 3899588 số nội bộ 101',
    '0292 3899588 #12',
    '0292 3899588;ext=7',
    '0292 3899588 bấm 113',
  ])('%s', (text) => {
    expect(numbersOf(text).split(' ')[0]).toBe(LANDLINE);
    expect(findNumbers(fold(text)).numbers[0]?.raw).toBe('0292 3899588');
  });
});

describe('dates, times, sums and scores', () => {
  it.each([
    '09/12/2024',
    '9/12/24 08:30',
    '2024-09-12 08:30:15',
    '09.12.2024 - 10.12.2024',
    'từ 01/09 đến 30/11/2025',
    '08h30-11h30, 13h30-17h00',
    '0912/2024/HĐ',
    '1.912.345.678 đồng',
    '0,912345678',
    '912 345 678 VND',
    '84.912.345.678đ',
    '(12-3) + 456 = 465',
    '3-1, 2-2, 0-0',
    '1900-1975',
    '2.000.000 - 3.000.000',
  ])('none in %s', (text) => {
    expect(numbersOf(text)).toBe('');
  });
});

describe('neighbours', () => {
  it.each([
    ['0912345678 0987654321', '+84912345678 +84987654321'],
    ['0912345678\n0987654321', '+84912345678 +84987654321'],
    ['0912 345 678/0987 654 321', '+84912345678 +84987654321'],
    ['0912345678-79', '+84912345678 +84912345679'],
    ['0292 3899588/89/90', '+842923899588 +842923899589 +842923899590'],
    ['0912 345 678 - 24/7', '+84912345678'],
    ['0912 345 678 - 85 Lê Lợi', '+84912345678'],
    ['0912 345 678, 85 phút', '+84912345678'],
    ['0912 345 678 / 250k', '+84912345678'],
    ['1. 0912345678 2. 0987654321', '+84912345678 +84987654321'],
    ['+84 912 345 678 +84 987 654 321', '+84912345678 +84987654321'],
    ['0912345678 (cũ: 0120 812 3456)', '+84912345678 +84708123456'],
  ])('%s', (text, numbers) => {
    expect(numbersOf(text)).toBe(numbers);
  });
});

describe('number words', () => {
  it.each([
    ['không chín một hai ba bốn năm sáu bảy tám', MOBILE],
    ['hông chín mốt hai ba tư lăm sáu bẩy tám', MOBILE],
    ['không chín trăm mười hai, ba trăm bốn mươi lăm, sáu trăm bảy mươi tám', MOBILE],
    ['0912 345 ba số 8', '+84912345888'],
    ['09 cặp 7 một hai ba bốn năm sáu', '+84977123456'],
    ['không chín một hai ba bốn năm tam hoa 9', '+84912345999'],
    ['0912 34 tứ quý 8', '+84912348888'],
    ['09mot2ba4nam678', MOBILE],
    ['khongchinmothaibabonnamsaubaytam', MOBILE],
    ['một chín không không một hai ba bốn', '19001234'],
    ['cộng tám tư chín một hai ba bốn năm sáu bảy tám', MOBILE],
    ['không hai chín hai ba tám chín chín năm tám tám', LANDLINE],
    ['không chín lẻ tám một hai ba bốn năm sáu', '+84908123456'],
    ['STK không chín một hai ba bốn năm sáu bảy tám', ''],
    ['một hai ba bốn năm sáu bảy tám chín mười', ''],
    ['không ba năm nay rồi, hai ba lần, bốn năm bảy bận', ''],
    ['không một hai ba gì hết', ''],
    ['0912345678 năm 2024', MOBILE],
    ['0912 345 67 năm nay', ''],
  ])('%s', (text, numbers) => {
    expect(numbersOf(text)).toBe(numbers);
  });

  it('are named as words', () => {
    const { numbers } = findNumbers(fold('gọi không chín một 2345 sáu bảy tám nha'));
    expect(numbers).toMatchObject([{ disguise: 'words', raw: 'không chín một 2345 sáu bảy tám' }]);
  });
});

describe('words of codes that name who is called, or what is sent', () => {
  it.each([
    ['Tổng đài BHXH Việt Nam: 1900 9068', '19009068'],
    ['nạp thẻ cào gửi 0912 345 678', MOBILE],
    ['Mã BHXH: 19009068', ''],
    ['thẻ cào 0912345678', ''],
  ])('%s', (text, numbers) => {
    expect(numbersOf(text)).toBe(numbers);
  });
});
