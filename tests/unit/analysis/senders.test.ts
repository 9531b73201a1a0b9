import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sender } from '../../../lib/analysis/types';
import { codesOf, verdictOf } from './judged';

const MILD = 'Chào anh chị, mời xem thông tin ở dưới. Trân trọng.';
const CALL = 'Chào anh, khi nào rảnh anh gọi lại cho tôi theo số 0912 345 678 nhé.';
const PAY = 'Nhờ anh nộp lệ phí 200.000đ trước thứ Sáu.';
const APP = 'Đề nghị công dân tải ứng dụng theo đường dẫn để cập nhật hồ sơ.';

const whys = (sender: Sender, text = MILD, now?: string) =>
  verdictOf({ text, sender }, {}, now).findings.flatMap((one) => (one.kind === 'sender' ? [one.why] : []));
const level = (sender: Sender, text: string) => verdictOf({ text, sender }).level;

describe('a protected name from a foreign address', () => {
  // Each beside its twin: the same kind of name, where nothing is wrong.
  it.each([
    ['Giám đốc Sở TT&TT Cần Thơ', 'giamdoc.sotttt@gmail.com', 'sotttt@cantho.gov.vn'],
    ['Sở Thông tin và Truyền thông', 'lienhe@thumoi.top', 'lienhe@sotttt.dongthap.gov.vn'],
    ['So TT va TT TP Can Tho', 'so.tttt@outlook.com', 'vp@sotttt.cantho.gov.vn'],
    ['Sở KH&CN Cần Thơ', 'sokhcn@yahoo.com', 'sokhcn@cantho.gov.vn'],
    ['UBND thành phố Cần Thơ', 'ubnd.ct@gmail.com', 'ubnd@cantho.gov.vn'],
    ['Văn phòng UBND tỉnh', 'vanphong@ubnd-online.net', 'vanphong@soctrang.gov.vn'],
    ['CA TP Cần Thơ', 'ca.tpct@gmail.com', 'congan@cantho.gov.vn'],
    ['CA quận Ninh Kiều', 'canbo.dieutra@hotmail.com', 'canb@bocongan.gov.vn'],
    ['Công an thành phố', 'conganthanhpho@proton.me', 'hotro@bocongan.gov.vn'],
    ['Bộ Công an', 'bca@tracuu.info', 'bca@bocongan.gov.vn'],
    ['CSGT Cần Thơ', 'csgt@phatnguoi.site', 'csgt@bocongan.gov.vn'],
    ['Cục Thuế TP. Cần Thơ', 'cucthue@gmail.com', 'cucthue@gdt.gov.vn'],
    ['Chi cục Thuế khu vực', 'hotro@thue-online.com', 'hotro@gdt.gov.vn'],
    ['Viện KS nhân dân tỉnh', 'vks@gmail.com', 'vks@vksndtc.gov.vn'],
    ['VKSND TP Cần Thơ', 'vksnd.ct@mail.com', 'vksnd@vkscantho.gov.vn'],
    ['TAND quận', 'toaan@gmail.com', 'toaan@toaan.gov.vn'],
    ['Tòa án nhân dân thành phố', 'thuky@toaan.click', 'thuky@toaan.gov.vn'],
    ['Bảo hiểm xã hội Việt Nam', 'bhxh.vn@gmail.com', 'cskh@baohiemxahoi.gov.vn'],
    ['BHXH', 'tracuu@bhxh.online', 'bhxh@vss.gov.vn'],
    ['Cổng Dịch vụ công quốc gia', 'dvc@gmail.com', 'no-reply@dichvucong.gov.vn'],
    ['VNeID', 'kichhoat@dinhdanh.info', 'no-reply@vneid.gov.vn'],
    ['Huỳnh Hoàng Mến', 'hh.men@gmail.com', 'hhmen@cantho.gov.vn'],
    ['GĐ Huynh Hoang Men', 'gd@canhan.net', 'hhmen@cantho.gov.vn'],
    ['Vietcombank', 'vcb.hotro@gmail.com', 'info@vietcombank.com.vn'],
    ['VCB Digibank', 'no-reply@digi-vn.net', 'VCBDigibank@info.vietcombank.com.vn'],
    ['EVNSPC chăm sóc khách hàng', 'cskh@tiendien.xyz', 'cskh@cskh.evnspc.vn'],
    ['Phạm Hùng - Bộ Công an', 'hungp@gmail.com', 'a05@bocongan.gov.vn'],
    ['Ministry of Public Security', 'mps@gmail.com', 'mps@mps.gov.vn'],
  ])('is caution, and danger where something is asked for: %s', (name, foreign, official) => {
    const sender = { name, address: foreign };
    const quiet = verdictOf({ text: MILD, sender });
    const partly = name.includes(' - ');
    expect(quiet.level).toBe(partly ? 'none' : 'caution');
    for (const text of [CALL, PAY, APP]) {
      const one = verdictOf({ text, sender });
      expect([text, one.level]).toEqual([text, partly ? 'caution' : 'danger']);
      expect(one.findings).toContainEqual(expect.objectContaining({ kind: 'sender', address: foreign }));
    }
    for (const text of [MILD, CALL]) {
      const twin = verdictOf({ text, sender: { name, address: official } });
      expect([text, twin.level]).toEqual([text, 'none']);
      expect(codesOf(twin)).toEqual([]);
    }
  });

  it.each([
    ['a private person', { name: 'Nguyễn Văn An', address: 'an.nguyen@gmail.com' }],
    ['a name that is nearly a protected one', { name: 'Huỳnh Hoàng Minh', address: 'minh@gmail.com' }],
    ['a longer name that holds a protected one', { name: 'Lê Huỳnh Hoàng Mến', address: 'le@gmail.com' }],
    ['a newspaper', { name: 'Báo Công an nhân dân', address: 'toasoan@cand.com.vn' }],
    ['a magazine', { name: 'Tạp chí Thuế', address: 'tcthue@gmail.com' }],
    ['an accountant', { name: 'Dịch vụ thuế Minh Khang', address: 'minhkhang@gmail.com' }],
    ['a technology firm', { name: 'Dịch vụ công nghệ Sao Mai', address: 'saomai@gmail.com' }],
    ['a shop', { name: 'Quán cơm Công An cũ', address: 'quan@gmail.com' }],
    ['a fan club', { name: 'Hội yêu Vietcombank', address: 'hoi@gmail.com' }],
    ['a hobby', { name: 'Sở thích đọc sách', address: 'sach@gmail.com' }],
    ['an employee of a bank', { name: 'Lan - Vietcombank Ninh Kiều', address: 'lan@gmail.com' }],
    ['an official with a private mailbox', { name: 'Trần An - Sở KH&CN', address: 'an@gmail.com' }],
    ['an office named at gov.vn', { name: 'Trần An (Sở TT&TT)', address: 'an@cantho.gov.vn' }],
    ['a ward’s own free mailbox', { name: 'UBND phường Tân An', address: 'ubndtanan@gmail.com' }],
    ['a school', { name: 'Trường THCS Lê Lợi', address: 'thcsleloi@gmail.com' }],
    ['an education department at edu.vn', { name: 'Sở Giáo dục và Đào tạo', address: 'so@hanoi.edu.vn' }],
    ['a bank’s newsletter', { name: 'Vietcombank', address: 'bounce@mail.sendgrid.net' }],
    ['a bank without a domain in the directory', { name: 'BIDV', address: 'no-reply@bidv.com.vn' }],
    ['a carrier’s shop', { name: 'Viettel Cần Thơ lắp mạng', address: 'mang@viettelct.vn' }],
    ['a city in a firm’s name', { name: 'Du lịch thành phố Cần Thơ', address: 'tour@canthotourism.vn' }],
    ['no address', { name: 'Công an tỉnh', address: 'không rõ' }],
    ['no name', { address: 'x@gmail.com' }],
    ['nothing', {}],
  ])('is no alarm: %s', (_, sender) => {
    const one = verdictOf({ text: MILD, sender });
    expect(one.level).toBe('none');
    expect(one.reasons).toEqual([]);
  });

  it.each([
    ['a private person who asks for a call', { name: 'Nguyễn Văn An', address: 'an@gmail.com' }, 'none'],
    ['a ward’s free mailbox', { name: 'UBND phường Tân An', address: 'tanan@gmail.com' }, 'caution'],
  ] as const)('%s', (_, sender, expected) => {
    expect(level(sender, CALL)).toBe(expected);
  });

  it('keeps a warning a notice, unless the address is false', () => {
    const warning =
      'Công an cảnh báo: các đối tượng giả danh cán bộ gọi điện, đòi chuyển tiền. Người dân cần cảnh giác, tuyệt đối không chuyển tiền.';
    expect(level({ name: 'Công an tỉnh', address: 'tin@gmail.com' }, warning)).toBe('notice');
    expect(level({ name: 'Công an tỉnh', address: 'tin@bocongan-gov.vn' }, warning)).toBe('caution');
  });
});

describe('an address that resembles an official one', () => {
  it.each([
    ['tb@cantho-gov.vn', 'lookalike-gov-elsewhere', 'tb@cantho.gov.vn'],
    ['tb@gov.vn.xyz', 'lookalike-official-in-front', 'tb@xyz.gov.vn'],
    ['tb@gov-vn.com', 'lookalike-gov-elsewhere', 'tb@tinnhiemmang.vn'],
    ['tb@cantho.gov.vn.login.xyz', 'lookalike-official-in-front', 'tb@login.cantho.gov.vn'],
    ['tb@vietcombarnk.com', 'lookalike-misspelt', 'tb@vietcombank.com.vn'],
    ['tb@vietcоmbank.com.vn', 'lookalike-homoglyph', 'tb@mail.vietcombank.com.vn'],
    ['tb@vietcombank-hotro.com', 'lookalike-name-elsewhere', 'tb@techcombank.com.vn'],
  ])('%s', (address, why, twin) => {
    const sender = { name: 'Trung tâm hỗ trợ', address };
    expect(whys(sender)).toEqual([why]);
    expect(level(sender, MILD)).toBe('caution');
    expect(level(sender, PAY)).toBe('danger');
    expect(whys({ name: 'Trung tâm hỗ trợ', address: twin })).toEqual([]);
    expect(level({ name: 'Trung tâm hỗ trợ', address: twin }, MILD)).toBe('none');
  });
});

describe('answers that go elsewhere', () => {
  it.each([
    ['office to a free mailbox', { address: 'vp@cantho.gov.vn', replyTo: 'vp.ct@gmail.com' }, 'caution'],
    ['bank to a free mailbox', { address: 'a@vietcombank.com.vn', replyTo: 'b@yahoo.com' }, 'caution'],
    ['within one domain', { address: 'a@vietcombank.com.vn', replyTo: 'b@cskh.vietcombank.com.vn' }, 'none'],
    ['within the state', { address: 'a@cantho.gov.vn', replyTo: 'b@bocongan.gov.vn' }, 'none'],
    ['a newsletter of a shop', { address: 'news@shop.example', replyTo: 'help@support.example' }, 'none'],
    ['a friend', { address: 'an@gmail.com', replyTo: 'an@work.example' }, 'none'],
  ] as const)('%s', (_, sender, expected) => {
    expect(level(sender, MILD)).toBe(expected);
    expect(whys(sender).includes('reply-elsewhere')).toBe(expected === 'caution');
  });
});

describe('an office that is gone', () => {
  const gone = 'Tôi là Giám đốc Sở TT&TT. Thuê bao của anh vi phạm, chuyển tiền phạt ngay, đừng nói với ai.';
  const office = 'Giám đốc Sở TT&TT Cần Thơ';
  const sentence = (text: string, now: string, sender?: Sender) =>
    verdictOf({ text, sender }, {}, now).reasons.filter((reason) => reason.code === 'office-gone');

  it('is told by the directory with its last day and what came after', () => {
    const [reason, ...others] = sentence(gone, '2025-03-01');
    expect(others).toEqual([]);
    expect(reason?.text.vi).toContain('đến ngày 28/2/2025');
    expect(reason?.text.vi).toContain('Sở Khoa học và Công nghệ');
    expect(reason?.text.en).toContain('until 28 February 2025');
    expect(gone.slice(reason?.start, reason?.end)).toBe('Sở TT&TT');
  });
  it('is not told on its last day', () => {
    expect(sentence(gone, '2025-02-28')).toEqual([]);
  });
  it('is told of a sender’s name', () => {
    const sender = { name: office, address: 'so@gmail.com' };
    expect(sentence(PAY, '2026-01-01', sender)).toHaveLength(1);
    expect(whys(sender, PAY, '2026-01-01')).toContain('office-gone');
    expect(whys(sender, PAY, '2024-03-05')).not.toContain('office-gone');
  });
  it.each([
    'Hồ sơ cũ của Sở TT&TT đã bàn giao cho Sở KH&CN từ tháng 3.',
    'Năm 2019 tôi làm ở Sở Thông tin và Truyền thông, giờ nghỉ hưu rồi.',
  ])('is nothing by itself: %s', (text) => {
    expect(verdictOf({ text })).toMatchObject({ level: 'none', reasons: [] });
  });
});

describe('any sender', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'Công an',
      'Sở TT&TT',
      ' - ',
      'Giám đốc ',
      'a@',
      'gov.vn',
      '.',
      'vietcombank',
      'xn--',
      '@',
      '<',
      '>',
    ),
  );
  const value = fc.option(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    { nil: undefined },
  );
  it('gives no error, and no alarm without a reason', () => {
    fc.assert(
      fc.property(value, value, value, (name, address, replyTo) => {
        const one = verdictOf({ text: MILD, sender: { name, address, replyTo } });
        if (one.level !== 'none') expect(one.reasons.length).toBeGreaterThan(0);
        for (const finding of one.findings)
          if (finding.kind === 'sender') expect(finding.claims).not.toBe('');
      }),
    );
  });
});
