/** What the tests of voices say and check. */
import { expect } from 'vitest';
import type { Unit, Verdict } from '../../../lib/analysis/types';
import { textOf } from '../../../lib/analysis/voices/voices';
import { verdictOf } from './judged';

export const SCAM =
  'Tôi là điều tra viên Công an thành phố. Số thuê bao của chị đăng bài phản động, đã có lệnh bắt tạm giam. ' +
  'Chị chuyển tiền vào tài khoản tạm giữ trong 2 giờ, tuyệt đối không được nói với ai.';
export const PARTS = [
  'Tôi là điều tra viên Công an thành phố.',
  'Số thuê bao của chị đăng bài phản động, đã có lệnh bắt tạm giam.',
  'Chị chuyển tiền vào tài khoản tạm giữ trong 2 giờ, tuyệt đối không được nói với ai.',
];
export const REPLY = 'Em chào anh, em gửi lại thư cũ để anh tiện xem, mai mình họp lúc 8 giờ nhé.';
export const quoted = (text: string) => text.replace(/^/gm, '> ');
export const level = (text: string) => verdictOf({ text }).level;

export function placesHold(unit: Unit, { findings, reasons }: Verdict): void {
  const text = textOf(unit);
  for (const finding of findings)
    if (finding.kind !== 'sender') expect(text.slice(finding.start, finding.end)).toBe(finding.raw);
  for (const reason of reasons) {
    expect(reason.start).toBeLessThanOrEqual(reason.end);
    expect(reason.end).toBeLessThanOrEqual(text.length);
  }
}
