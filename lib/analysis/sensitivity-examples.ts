import { UNKNOWN } from '../lists/standing';
import type { CompiledPack } from '../phrasing/compile';
import { SENSITIVITIES, withSensitivity, type Sensitivity } from '../phrasing/sensitivity';
import { analyse } from './analyse';
import type { Level } from './types';

/** Invented messages from clear to faint. Which step each belongs to is for the pack in use to say. */
const CANDIDATES = [
  'Tôi là công an. Anh liên quan vụ án rửa tiền. Chuyển tiền ngay, không nói với ai.',
  'Sếp nhờ em mua giúp thẻ điện thoại, chiều sếp gửi lại tiền.',
  'Shipper đây, chị chuyển khoản tiền hàng giúp em.',
  'Công ty tuyển cộng tác viên làm tại nhà, lương 500 nghìn mỗi ngày, nhắn Zalo.',
  'Chị đặt cọc trước 500 nghìn, em giữ phòng cho.',
  'Mẹ ơi con đổi số, mẹ chuyển cho con 2 triệu đóng học phí nhé.',
  'Em chuyển nhầm cho chị 1 triệu, chị chuyển lại giúp em.',
  'Bán vé giá rẻ, chị đặt cọc trước em giữ vé cho.',
  'Con đổi số mới. Mẹ chuyển khoản cho con tiền nhà giúp con.',
  'Lớp đầu tư miễn phí, vào nhóm Zalo để nhận tin.',
  'Vay nhanh không cần giấy tờ, liên hệ Zalo.',
  'Chị ơi em bên điện lực, tháng này chị chưa đóng tiền, chị gọi lại số này giúp em.',
  'Tuyển cộng tác viên làm tại nhà, hoa hồng mỗi ngày, nhắn Zalo để nhận việc.',
  'Sếp đang họp, em mua giúp sếp thẻ cào nhé.',
  'Bạn ơi cho mình mượn 3 triệu đến mai nhé, mình chuyển lại.',
  'Con cần đóng tiền học hôm nay, mẹ chuyển vào tài khoản của cô giúp con.',
  'Bưu điện báo: đơn hàng của chị chưa giao được. Chị bấm vào đường dẫn để cập nhật địa chỉ.',
] as const;

const ALARMING: readonly Level[] = ['caution', 'danger'];

/** For each step a message that is warned of from that step on; none where the pack has no such among ours. */
export function sensitivityExamples(pack: CompiledPack, now: string): Partial<Record<Sensitivity, string>> {
  const packs = SENSITIVITIES.map((step) => withSensitivity(pack, step));
  const examples: Partial<Record<Sensitivity, string>> = {};
  for (const text of CANDIDATES) {
    const at = packs.findIndex((one) =>
      ALARMING.includes(analyse({ text }, { pack: one, standing: () => UNKNOWN, now }).level),
    );
    const step = SENSITIVITIES[at];
    if (step) examples[step] ??= text;
  }
  return examples;
}
