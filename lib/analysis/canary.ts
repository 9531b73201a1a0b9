/** Texts that every phrase pack must judge right: a pack from a feed is tried on them before it goes live. Pure. */
import { UNKNOWN } from '../lists/standing';
import type { CompiledPack } from '../phrasing/compile';
import { judgeUnit } from './judge-unit';
import { readUnit } from './read-unit';
import type { Level } from './types';

/** Invented texts; the numbers in them cannot be assigned. */
const CANARIES: readonly (readonly [Level, string])[] = [
  [
    'danger',
    'Tôi là Giám đốc Sở Thông tin và Truyền thông. Thuê bao của ông đăng bài chống phá Nhà nước, cơ quan an ninh đang điều tra. ' +
      'Không được nói với ai. Gọi ngay 0292 000 0111 và chuyển tiền bảo lãnh trong hôm nay, nếu không sẽ bị bắt.',
  ],
  [
    'danger',
    'Tôi là công an quận. Anh liên quan vụ án rửa tiền. Gọi 0292 000 0112, chuyển tiền ngay hôm nay vào tài khoản tạm giữ, không nói với ai.',
  ],
  [
    'danger',
    'Đây là Viện kiểm sát. Bà đã có lệnh bắt tạm giam. Yêu cầu bà chuyển toàn bộ tiền vào tài khoản an toàn để xác minh, giữ bí mật với gia đình.',
  ],
  [
    'danger',
    'Tôi là cán bộ ngân hàng. Tài khoản của anh sắp bị khóa. Đọc mã OTP cho tôi ngay để xác minh, nếu không sẽ mất hết tiền.',
  ],
  ['none', 'Chiều nay họp lúc 14h ở phòng 302, nhớ mang bản in.'],
  ['none', 'Mẹ ơi con về muộn, mẹ nấu cơm trước giúp con nhé.'],
  ['none', 'Chị gửi em bảng lương tháng 10, em xem rồi báo lại chị trước thứ Sáu.'],
  ['none', 'Đơn hàng của anh đã được giao. Cảm ơn anh đã mua sách ở cửa hàng chúng tôi.'],
  ['none', 'Cuối tuần này cả lớp đi Đà Lạt, ai đi thì đăng ký với bạn lớp trưởng.'],
  ['none', 'Kính gửi quý phụ huynh, nhà trường tổ chức họp phụ huynh vào sáng Chủ nhật, lúc 8 giờ.'],
];

export interface WrongCanary {
  readonly text: string;
  readonly expected: Level;
  readonly level: Level;
}

/** The canary texts that a pack judges wrong. */
export function wrongCanaries(pack: CompiledPack): WrongCanary[] {
  const context = { pack, standing: () => UNKNOWN, now: '2026-11-25' };
  return CANARIES.map(([expected, text]) => ({
    expected,
    text,
    level: judgeUnit(readUnit({ text }, pack), context).level,
  })).filter(({ expected, level }) => expected !== level);
}
