import { pick } from './spin';

/** What a slot was filled with; numbers are labelled in the corpus. */
export interface Filled {
  readonly text: string;
  readonly kind: 'word' | 'phone' | 'figure';
}

const NAMES =
  `An Bích Cúc Dũng Duyên Đạt Giang Hà Hải Hạnh Hiền Hoa Hùng Huệ Khánh Khoa Lan Lâm Liên Linh Loan Lộc Mai Minh
Nam Nga Ngân Nhung Oanh Phong Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Trang Tú Tuấn Uyên Vân Vinh Vy Xuân Yến
Hậu Tín`.split(/\s+/);
const PLACES =
  `Cần Thơ|Hà Nội|Đà Nẵng|Huế|Vinh|Hải Phòng|Đà Lạt|Sa Đéc|Mỹ Tho|Quy Nhơn|Biên Hòa|Thủ Đức|Gò Vấp|Hà Đông|Pleiku|
Bạc Liêu|Nam Định|Lào Cai|Phú Quốc|Long Xuyên`.split(/\|\s*/);
const STREETS =
  `Lê Lợi|Trần Phú|Nguyễn Trãi|Hai Bà Trưng|30 Tháng 4|Quang Trung|Lý Thường Kiệt|Phan Chu Trinh|Võ Văn Tần|
Hùng Vương|Ngô Quyền|Cách Mạng Tháng 8`.split(/\|\s*/);
const BANKS = ['VCB', 'BIDV', 'ACB', 'MB', 'TPBank', 'VIB', 'SHB', 'Agribank', 'Sacombank', 'VietinBank'];
const DAYS = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'chủ nhật',
  'mai',
  'mốt',
  'tuần sau',
];
const MOBILE_HEADS = ['090', '091', '093', '096', '097', '098', '036', '038', '070', '079', '083', '086'];

/**
 * Fills a slot of an ordinary text with something invented.
 * @throws RangeError for an unknown slot
 */
export function fillSlot(name: string, random: () => number): Filled {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const digits = (count: number) => Array.from({ length: count }, () => whole(0, 9)).join('');
  const word = (text: string): Filled => ({ text, kind: 'word' });
  const figure = (text: string): Filled => ({ text, kind: 'figure' });
  switch (name) {
    case 'name':
      return word(pick(NAMES, random));
    case 'place':
      return word(pick(PLACES, random));
    case 'street':
      return word(pick(STREETS, random));
    case 'bank':
      return word(pick(BANKS, random));
    case 'day':
      return word(pick(DAYS, random));
    case 'n':
      return word(`${whole(2, 9)}`);
    case 'nn':
      return word(`${whole(11, 60)}`);
    case 'room':
      return word(`${whole(1, 9)}0${whole(1, 9)}`);
    case 'small':
      return word(`${whole(2, 99) * 10}${pick(['k', ' nghìn', ' ngàn', 'k', 'k'], random)}`);
    case 'big':
      return word(
        `${whole(1, 29)}${pick([' triệu', 'tr', ' triệu rưỡi', `tr${whole(1, 9)}`, ' triệu', ' củ'], random)}`,
      );
    case 'vnd':
      return figure(`${whole(1, 29)}.${whole(100, 999)}.${pick(['000', '500', '200'], random)}`);
    case 'time':
      return word(
        pick(
          [`${whole(6, 21)}h`, `${whole(6, 21)}h${pick(['15', '30', '45'], random)}`, `${whole(1, 11)} giờ`],
          random,
        ),
      );
    case 'date':
      return figure(`${whole(1, 28)}/${whole(1, 12)}`);
    case 'otp':
      return figure(digits(6));
    case 'tail':
      return word(digits(4));
    case 'code':
      return figure(`${pick(['SPX', 'GHN', 'VTP', 'HD', 'BN', 'KH'], random)}${digits(8)}`);
    case 'plate':
      return word(`${whole(11, 99)}${pick(['A', 'B', 'C', 'H', 'K'], random)}-${digits(3)}.${digits(2)}`);
    case 'mobile':
      return { text: `${pick(MOBILE_HEADS, random)}${whole(1, 9)} ${digits(3)} ${digits(3)}`, kind: 'phone' };
    default:
      throw new RangeError(`unknown slot ${name}`);
  }
}
