import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { WINDOW_SIZE } from '../../../lib/analysis/windows';
import type { Unit, Verdict } from '../../../lib/analysis/types';
import { UNKNOWN, type Report, type Standing } from '../../../lib/lists/standing';
import { pack } from '../phrasing/pack';

const NOW = '2025-06-15';
const MOBILE = '+84912345678';

function verdict(unit: Unit | string, standings: Readonly<Record<string, Standing>> = {}): Verdict {
  return analyse(typeof unit === 'string' ? { text: unit } : unit, {
    pack,
    now: NOW,
    standing: (number) => standings[number] ?? UNKNOWN,
  });
}

function report(date: string, strength: Report['strength']): Report {
  return {
    category: 'impersonation',
    pretends: { vi: 'công an', en: 'police' },
    publisher: 'Báo',
    url: 'https://example.vn',
    date,
    strength,
  };
}
const reported = (...reports: Report[]): Standing => ({ kind: 'reported', reports });
const codes = (one: Verdict) => one.reasons.map((reason) => reason.code);

const SCAM =
  'Tôi là điều tra viên Công an thành phố. Số thuê bao của chị đăng bài phản động, chống phá Nhà nước, đã có lệnh bắt tạm giam. ' +
  'Chị chuyển tiền vào tài khoản tạm giữ trong 2 giờ, tuyệt đối không được nói với ai.';
const WARNING =
  'Công an tỉnh cảnh báo: các đối tượng giả danh cán bộ gọi điện, đòi chuyển tiền vào tài khoản lạ. Người dân cần cảnh giác, ' +
  'tuyệt đối không chuyển tiền, báo ngay công an gần nhất.';

describe('levels', () => {
  it('calls the scammer’s voice danger, with reasons of several kinds', () => {
    const one = verdict(SCAM);
    expect(one.level).toBe('danger');
    expect(codes(one)).toEqual(
      expect.arrayContaining(['claim-police', 'threat-state', 'demand-pay', 'secrecy-tell']),
    );
  });
  it('calls a text about scams a notice', () => {
    expect(verdict(WARNING).level).toBe('notice');
  });
  it.each([
    'Mẹ ơi chuyển con 500k đóng tiền học nhé, con ở thư viện tới 5 giờ.',
    'Dạ shop còn size M màu đen, 245k, nhận hàng coi rồi trả tiền ạ.',
    'Kính mời ông (bà) dự họp giao ban lúc 8 giờ ngày 12/6 tại hội trường Sở. Đề nghị đi đúng thành phần.',
    'Ma OTP cua ban la 604918, hieu luc 2 phut. Khong cung cap cho bat ky ai.',
    'Em shipper đây ạ, em để hàng ở bảo vệ, đơn này chị thanh toán rồi.',
    '',
  ])('stays quiet: %s', (text) => {
    expect(verdict(text)).toMatchObject({ level: 'none', reasons: [] });
  });
});

describe('numbers', () => {
  const text = 'Trưa mai gặp ở quán, có gì alo 0912 345 678 nha';
  const threat = 'Số 0912345678: thuê bao của quý khách sẽ bị khóa hai chiều, nộp phạt 2.000.000đ';
  it.each([
    ['a fresh strong report', text, reported(report('2025-02', 'strong')), 'caution', 'number-reported'],
    ['a fresh weak report', text, reported(report('2025-02', 'weak')), 'notice', 'number-reported'],
    ['an old report is a note', text, reported(report('2022', 'strong')), 'none', 'number-reported'],
    [
      'old and fresh',
      text,
      reported(report('2022', 'strong'), report('2024-12-01', 'strong')),
      'caution',
      'number-reported',
    ],
    ['with threat and demand', threat, reported(report('2025-02', 'strong')), 'danger', 'number-reported'],
    ['an official number that was imitated', text, { kind: 'both' }, 'notice', 'number-spoofed'],
  ] as const)('%s', (_, words, standing, level, code) => {
    const one = verdict(words, { [MOBILE]: standing });
    expect(one.level).toBe(level);
    expect(codes(one)).toContain(code);
    expect(one.findings).toContainEqual(expect.objectContaining({ kind: 'phone', number: MOBILE, standing }));
  });
  it('keeps a warning a notice whatever numbers it names', () => {
    const one = verdict(`${WARNING} Số đã bị phản ánh: 0912 345 678.`, {
      [MOBILE]: reported(report('2025-02', 'strong')),
    });
    expect(one.level).toBe('notice');
  });
  it('is not calmed by an official number', () => {
    const plain = verdict(`${SCAM} Gọi 0912345678`);
    const official = verdict(`${SCAM} Gọi 0912345678`, { [MOBILE]: { kind: 'official' } });
    expect(official.level).toBe(plain.level);
  });
  it('names the authority first, the number and the date as people write them', () => {
    const one = verdict(text, {
      [MOBILE]: reported({ ...report('2025-02-03', 'strong'), authority: 'Công an tỉnh Sơn La' }),
    });
    expect(one.reasons.at(-1)?.text).toEqual({
      vi: 'Số 0912 345 678 từng bị phản ánh (ngày 3/2/2025, theo Công an tỉnh Sơn La).',
      en: 'The number 0912 345 678 was reported (on 3 February 2025, by Công an tỉnh Sơn La).',
    });
  });
  it('never says that a number is a scam', () => {
    const one = verdict(text, { [MOBILE]: reported(report('2025-02', 'strong')) });
    expect(one.reasons.find((reason) => reason.code === 'number-reported')?.text.vi).toContain(
      'từng bị phản ánh',
    );
  });
});

describe('senders', () => {
  const text = 'Tôi là Giám đốc Sở, anh gọi ngay số 0912345678 cho tôi, việc này đừng nói với ai.';
  it.each([
    ['an office from free mail', 'Giám đốc Sở Khoa học và Công nghệ', 'gd.so@gmail.com', true],
    ['an office from another address', 'Công an tỉnh', 'conganh@canhbao.top', true],
    ['an office from gov.vn', 'Giám đốc Sở Khoa học và Công nghệ', 'gd@skhcn.cantho.gov.vn', false],
    ['a bank from free mail', 'Vietcombank', 'vcb.hotro@gmail.com', true],
    ['a bank from its own address', 'Vietcombank', 'info@vietcombank.com.vn', false],
    ['a person', 'Nguyễn Văn An', 'an@gmail.com', false],
    ['no address', 'Công an tỉnh', 'khong ro', false],
  ])('%s', (_, name, address, mismatch) => {
    const one = verdict({ text, sender: { name, address } });
    expect(codes(one).includes('sender-mismatch')).toBe(mismatch);
    expect(one.findings.some((finding) => finding.kind === 'sender')).toBe(mismatch);
  });
});

describe('a sender at level none', () => {
  it('gives no reason', () => {
    const one = verdict({
      text: 'Mai họp lúc 8 giờ.',
      sender: { name: 'Công an tỉnh', address: 'a@gmail.com' },
    });
    expect(one).toMatchObject({ level: 'none', reasons: [] });
  });
});

describe('turns', () => {
  it('are read where the unit has no text of its own', () => {
    const [first = '', second = ''] = SCAM.split('. ', 2);
    const turns = [
      { from: 'A', text: `${first}.` },
      { from: 'A', text: SCAM.slice(first.length + 2) },
    ];
    expect(second).not.toBe('');
    expect(verdict({ text: '', turns }).level).toBe('danger');
  });
});

/** Words that patterns begin with, so that random texts hit deep. */
const WORDS = [
  'chuyển',
  'tiền',
  'công',
  'an',
  'mã',
  'otp',
  'đừng',
  'nói',
  'ai',
  'không',
  '500k',
  '0912345678',
  'a.top',
  'khóa',
  'sim',
  '\n',
  'l',
  'ừ',
  '.',
  'zalo',
  '\ud83d',
  '😀',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' ')),
);

describe('any text', () => {
  it('gives places inside the text that say what they hold, and no alarm without reasons', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const one = verdict(text);
        for (const finding of one.findings) {
          if (finding.kind === 'sender') continue;
          expect(finding.start).toBeLessThan(finding.end);
          expect(text.slice(finding.start, finding.end)).toBe(finding.raw);
        }
        for (const reason of one.reasons) {
          expect(reason.start).toBeGreaterThanOrEqual(0);
          expect(reason.end).toBeLessThanOrEqual(text.length);
          expect(reason.start).toBeLessThan(reason.end);
        }
        if (one.level !== 'none') expect(one.reasons.length).toBeGreaterThan(0);
        if (one.level === 'danger') expect(new Set(codes(one)).size).toBeGreaterThan(1);
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a scam behind a long text, with its place in the whole', () => {
    const filler = 'Hôm nay trời đẹp, cả nhà đi chợ. '.repeat(Math.ceil((WINDOW_SIZE * 1.5) / 33));
    const one = verdict(`${filler}\n${SCAM}`);
    const police = one.findings.find(
      (finding) => finding.kind === 'phrase' && finding.concept === 'claim-police',
    );
    expect(police).toBeDefined();
    for (const finding of one.findings)
      if (finding.kind !== 'sender')
        expect(`${filler}\n${SCAM}`.slice(finding.start, finding.end)).toBe(finding.raw);
  });

  it.each([
    ['one word', 'chuyển '],
    ['beginnings of patterns', 'không được nói chuyển tiền vào tài khoản '],
    ['single letters', 'c h u y e n '],
    ['dots', 'c.h.u.y.e.n.'],
    ['figures', '1 '],
    ['no blanks', 'a.'],
  ])('takes time that grows no faster than the text: %s', (_, part) => {
    const time = (length: number): number => {
      const text = part.repeat(length / part.length);
      let best = Infinity;
      for (let run = 0; run < 8; run++) {
        const start = performance.now();
        verdict(text);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    time(2000);
    const short = time(4500);
    const long = time(18_000);
    expect(long).toBeLessThan(Math.max(short * 10, 250));
  });
});
