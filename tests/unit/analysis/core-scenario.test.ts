import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { MAX_REASONS } from '../../../lib/analysis/phrase-reasons';
import { UNKNOWN } from '../../../lib/lists/standing';
import { pack } from '../phrasing/pack';

const verdict = (text: string, now = '2026-01-01') =>
  analyse({ text }, { pack, now, standing: () => UNKNOWN });
const codes = (text: string, now?: string) => verdict(text, now).reasons.map((reason) => reason.code);

const MARKED =
  'Tôi là Giám đốc Sở Thông tin và Truyền thông. Thuê bao của ông đăng bài chống phá Nhà nước, cơ quan an ninh đang điều tra. ' +
  'Không được nói với ai. Gọi ngay 0292 000 0111 và chuyển tiền bảo lãnh trong hôm nay, nếu không sẽ bị bắt.';

describe('the director of a department who accuses and wants to be called', () => {
  it.each([
    ['with marks', MARKED],
    [
      'without marks',
      MARKED.normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd'),
    ],
    [
      'a formal letter',
      'Kính gửi ông/bà,\nSở Thông tin và Truyền thông thông báo: số thuê bao của ông/bà liên quan đến một nhóm phản động đang bị điều tra. Ông/bà liên hệ số 0292 000 0111 để được hướng dẫn.',
    ],
    ['a short SMS', 'Sở TT&TT: SĐT của ông dính vụ phản động. Gọi gấp 0292 000 0111.'],
    [
      'Southern speech',
      'Alo, tui là giám đốc Sở Thông tin nè anh Hai. Số điện thoại anh đứng tên nó đăng bài chống phá Nhà nước, mấy ảnh bên an ninh đang điều tra đó. Anh gọi liền số 0292 000 0111 cho tui nghen, đừng nói vợ con nghe.',
    ],
    [
      'a call',
      'Alo, có phải anh An không ạ? Tôi gọi từ Sở Thông tin và Truyền thông, tôi là giám đốc sở. Hiện tại thuê bao của anh có gọi cho nhiều người và đăng tải tin bài chống Đảng. Anh đang nằm trong đường dây phản động bị điều tra. Chiều nay mời anh lên sở làm việc.',
    ],
    [
      'English',
      'This is the Director of the Department of Information and Communications. Your number has posted content against the State and you are under investigation. Call 0292 000 0111 now and do not tell anyone.',
    ],
  ])('is danger: %s', (_, text) => {
    expect(verdict(text).level).toBe('danger');
    expect(codes(text).length).toBeLessThanOrEqual(MAX_REASONS);
    expect(codes(text).some((code) => code.startsWith('threat-'))).toBe(true);
  });

  it('says that the office is gone from the day of the merger on', () => {
    expect(codes(MARKED)).toContain('office-gone');
    expect(codes(MARKED, '2024-03-05')).not.toContain('office-gone');
  });

  it('tells who speaks first, what for, then what is wanted', () => {
    const told = codes(MARKED).map((code) => (code === 'office-gone' ? 'claim' : (code.split('-')[0] ?? '')));
    const order = ['claim', 'threat', 'demand', 'secrecy', 'hurry', 'channel'];
    expect(told.map((kind) => order.indexOf(kind))).toEqual(told.map((kind) => order.indexOf(kind)).sort());
    expect(new Set(told)).toEqual(new Set(order));
  });

  it('does not read «đốc Sở» as «đọc số»', () => {
    expect(codes(MARKED)).not.toContain('demand-otp');
  });

  it('marks each place of a concept once', () => {
    const one = verdict(
      'Tôi là cán bộ công an phường, điều tra viên. Chuyển tiền bảo lãnh ngay. Bị bắt tạm giam.',
    );
    const ends = new Map<string, number>();
    for (const finding of one.findings) {
      if (finding.kind !== 'phrase') continue;
      expect(finding.start).toBeGreaterThanOrEqual(ends.get(finding.concept) ?? 0);
      ends.set(finding.concept, finding.end);
    }
  });
});

describe('warnings', () => {
  it.each([
    'Cảnh báo: thời gian gần đây các đối tượng giả danh công an gọi điện, yêu cầu người dân chuyển tiền. Người dân tuyệt đối không làm theo, báo ngay cho công an nơi gần nhất hoặc gọi 113.',
    'Canh bao: gan day co doi tuong gia danh cong an, vien kiem sat goi dien doa bat giam, yeu cau chuyen tien. De nghi ba con canh giac, khong lam theo, bao ngay cong an gan nhat.',
    'Công an tỉnh khuyến cáo người dân không cung cấp mã OTP, không chuyển tiền cho người lạ. Cơ quan công an không làm việc qua điện thoại.',
    'Sở Thông tin và Truyền thông thông báo: hiện có đối tượng mạo danh Giám đốc Sở gọi điện thông báo thuê bao vi phạm, đăng bài chống phá Nhà nước, đe dọa mời làm việc và yêu cầu chuyển tiền. Lãnh đạo Sở không gọi điện thông báo các việc này. Đề nghị người dân cảnh giác, không làm theo, liên hệ Thanh tra Sở 02923 899588.',
    'Police warn: scammers pretend to be officers and ask people to transfer money. Do not follow their instructions, hang up and report to the nearest police station or call 113.',
  ])('are notices: %s', (text) => {
    const one = verdict(text);
    expect(one.level).toBe('notice');
    for (const finding of one.findings)
      if (finding.kind === 'phrase')
        expect(finding.concept).not.toMatch(/^(claim|threat|secrecy|hurry|bait|channel|voice|ordinary)-/);
  });
});
