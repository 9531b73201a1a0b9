import { describe, expect, it } from 'vitest';
import { numbersOf } from './numbers-of';

describe('short codes where the words speak of calling', () => {
  it.each([
    ['gọi 113, 114 hoặc 115', '113 114 115'],
    ['bấm gọi ngay 113', '113'],
    ['Tổng đài 1022', '1022'],
    ['goi 156', '156'],
    ['soạn tin gửi 5656', '5656'],
    ['nhắn tin đến đầu số 156 hoặc 5656', '156 5656'],
    ['gọi cảnh sát 113', '113'],
    ['Báo công an (113)', '113'],
    ['Hotline: 113', '113'],
    ['hãy gọi số 111', '111'],
    ['Công an: 113; Cứu hỏa: 114; Cấp cứu: 115', '113 114 115'],
    ['gọi 112/113/114', '112 113 114'],
    ['Hãy liên hệ 113 để được giúp đỡ', '113'],
    ['quay số 115', '115'],
    ['gọi 113 ngay', '113'],
    ['Cảnh sát 113 có mặt', '113'],
    ['cảnh sát 113', '113'],
    ['cấp cứu 115 đến', '115'],
    ['gọi cứu thương 115', '115'],
    ['soạn DK gửi 5656', '5656'],
    ['Từ chối nhận tin, soạn TC KB gửi 1313', '1313'],
    ['Customers can check by texting TTTB to 1543 free of charge', '1543'],
    ['Please report to police on 113', '113'],
    ['SMS 5656', '5656'],
    ['gọi 1022', '1022'],
    ['gọi số 156', '156'],
    ['báo 156', '156'],
    ['Nếu nghi lừa đảo, báo ngay 113 hoặc công an gần nhất', '113'],
    ['gọi điện đến số 113', '113'],
    ['Gọi ngay cho 113!', '113'],
    ['gọi 113.', '113'],
    ['(gọi 115)', '115'],
    ['Alo 115', '115'],
    ['call 113', '113'],
    ['please dial 115 for ambulance', '115'],
    ['Report to 156', '156'],
    ['phản ánh đến đầu số 5656 hoặc 156', '5656 156'],
    ['nhắn tin theo cú pháp S (nguồn) (nội dung) gửi 5656 hoặc gọi 156', '5656 156'],
    ['gửi 156/5656', '156 5656'],
    ['tổng đài 111 bảo vệ trẻ em', '111'],
    ['đường dây nóng 1022', '1022'],
  ])('%s', (text, numbers) => {
    expect(numbersOf(text)).toBe(numbers);
  });
});

describe('lines inside a house are no short codes', () => {
  it.each([
    'gọi nội bộ 112',
    'gọi số nội bộ 115 gặp chị Lan',
    'Lễ tân: bấm số nội bộ 112',
    'gọi số nội bộ là 115',
    'liên hệ nội bộ 114',
    'goi noi bo so 113',
    'LH nội bộ: 113 hoặc 114',
    'gọi máy lẻ 112, 113 và 114',
    'gọi máy lẻ 112',
    'báo chị Nhàn (máy lẻ 115)',
    'gọi máy lẻ số 113',
    'gọi số máy nhánh 111',
    'call ext 112',
    'dial extension: 115',
  ])('%s', (text) => {
    expect(numbersOf(text)).toBe('');
  });

  it.each([
    ['gọi nhanh 113', '113'],
    ['Đoàn kết nội bộ. Gọi 113 khi cần', '113'],
    ['máy lẻ 12, khẩn cấp gọi 115', '115'],
  ])('but %s', (text, number) => {
    expect(numbersOf(text)).toBe(number);
  });
});

describe('any four digits that the words tell what to write to', () => {
  it.each(['Chi tiết gửi 1543', 'Soạn kế hoạch gửi 2026', 'chuyển 1543 gửi kế toán', 'gửi 15430'])(
    'not %s',
    (text) => {
      expect(numbersOf(text)).toBe('');
    },
  );
});
