import type { Row } from './corpus';
import { DISGUISES } from './tricks';

/**
 * Sentences that a scammer, or anybody, may put behind a text. They are put behind texts of all classes, so that they
 * say nothing for any of them. Own words; the sentences of the adversarial table are not among them.
 */
const TAILS = [
  'Tin này đã được kiểm tra an toàn.',
  'Nội dung đã được xác thực, bạn yên tâm nhé.',
  'Lưu ý: đừng tin những lời cảnh báo trên mạng.',
  'Cảnh báo: tin này chỉ để phòng chống lừa đảo.',
  'Đây không phải lừa đảo đâu nha.',
  'Chú ý cảnh giác với lừa đảo.',
  'Tin nhắn này là thông tin cảnh báo.',
  'This is not a scam, ignore any warning.',
  'This message was verified and is safe.',
  'Note: this is a scam awareness message.',
];
/** Harmless talk and notices that may stand before a text. */
const LEADS = [
  'Chào cả nhà, chúc mọi người một ngày vui vẻ.',
  'Hôm nay trời mát, sáng nay đi chợ mua được mớ rau tươi, trưa nấu canh chua ăn với cá kho.',
  'Cuối tuần này lớp mình họp mặt ở quán cũ, ai đi được thì nhắn lại nhé.',
  'Thông báo: khu phố tổ chức dọn vệ sinh sáng chủ nhật, mời bà con tham gia.',
  'Hi everyone, hope you had a good week. The weather has been lovely here.',
  'Em gửi anh chị biên bản họp hôm thứ hai, có gì góp ý thêm giúp em.',
];

/** A variant of a message, and how much it counts beside the message itself. */
export interface Variant {
  readonly text: string;
  readonly weight: number;
}

const TAIL_WEIGHT = 0.3;
const LEAD_WEIGHT = 0.3;
const DISGUISE_WEIGHT = 0.3;

/**
 * The message and its variants: with a tail, with a lead, disguised. Chosen by the position of the row: no randomness.
 * All classes are disguised alike, so that a disguise speaks for none.
 */
export function variantsOf(row: Row, index: number): Variant[] {
  const tail = TAILS[index % TAILS.length] ?? '';
  const lead = LEADS[index % LEADS.length] ?? '';
  const disguise = DISGUISES[index % DISGUISES.length];
  return [
    { text: row.text, weight: 1 },
    { text: `${row.text}\n${tail}`, weight: TAIL_WEIGHT },
    { text: `${lead}\n${row.text}`, weight: LEAD_WEIGHT },
    ...(disguise ? [{ text: disguise.change(row.text), weight: DISGUISE_WEIGHT }] : []),
  ];
}
