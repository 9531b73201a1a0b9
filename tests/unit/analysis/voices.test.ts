import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../lib/analysis/types';
import { quotationOf } from '../../../lib/analysis/voices/quotation';
import { isOwn } from '../../../lib/analysis/voices/turns';
import { verdictOf } from './judged';
import { level, PARTS, placesHold, quoted, REPLY, SCAM } from './voices-texts';

describe('a conversation', () => {
  const answers = ['Dạ alo, ai vậy ạ?', 'Trời ơi em có làm gì đâu', 'Dạ em sợ quá'];
  const spread: Turn[] = PARTS.flatMap((text, index) => [
    { from: 'Cán bộ Hùng', text },
    { from: 'me', text: answers[index] ?? '' },
  ]);

  it('is judged over several turns, the reader’s answers between them', () => {
    const unit = { text: '', turns: spread };
    const one = verdictOf(unit);
    expect(one.level).toBe('danger');
    placesHold(unit, one);
    for (const finding of one.findings)
      if (finding.kind !== 'sender')
        expect(answers.some((answer) => answer.includes(finding.raw))).toBe(false);
  });
  it('has its places in the text that was given', () => {
    const text = spread.map((turn) => `${turn.from}: ${turn.text}`).join('\n');
    const one = verdictOf({ text, turns: spread });
    expect(one.level).toBe('danger');
    placesHold({ text, turns: spread }, one);
    expect(one.findings.length).toBeGreaterThan(2);
  });
  it('hears turns that the text does not hold as said before, without places', () => {
    const unit = { text: PARTS[2] ?? '', sender: { name: 'Cán bộ Hùng' }, turns: spread.slice(0, 4) };
    const one = verdictOf(unit);
    expect(one.level).toBe('danger');
    placesHold(unit, one);
  });
  it.each([
    ['me', true],
    ['user', true],
    ['Self', true],
    ['Bạn', true],
    ['tôi', true],
    ['người dùng', true],
    ['Cán bộ', false],
    ['Bạn Lan', false],
    ['', false],
  ])('knows the reader: %s', (from, own) => {
    expect(isOwn(from)).toBe(own);
  });

  // The same words: another's, and the reader's own.
  it.each([
    ['a scam', SCAM],
    ['a scam in pieces', PARTS.join('\n')],
    [
      'a demand with a false link',
      'Vietcombank: đăng nhập https://vietcombank-vn.top và nhập mã OTP để mở khóa tài khoản.',
    ],
  ])('never holds the reader’s words against anybody: %s', (_, text) => {
    expect(verdictOf({ text: '', turns: [{ from: 'A', text }] }).level).toBe('danger');
    const own = verdictOf({
      text: '',
      turns: [
        { from: 'me', text },
        { from: 'A', text: 'Ừ, mai gặp nhé.' },
      ],
    });
    expect(own).toMatchObject({ level: 'none', reasons: [], findings: [] });
  });
  it('of the reader alone is nothing', () => {
    expect(verdictOf({ text: '', turns: [{ from: 'me', text: SCAM }] })).toMatchObject({
      level: 'none',
      findings: [],
    });
    expect(verdictOf({ text: '', turns: [] })).toMatchObject({ level: 'none', findings: [] });
  });
  it.each([
    [
      'friends',
      [
        ['A', 'Mai đi chợ không?'],
        ['me', 'Đi chứ, mấy giờ?'],
        ['A', '7 giờ nha, nhớ mang nón'],
      ],
    ],
    [
      'a shop',
      [
        ['me', 'Shop còn size M không?'],
        ['Shop', 'Dạ còn, 245k, nhận hàng coi rồi trả tiền ạ'],
      ],
    ],
    [
      'two who say half of it each',
      [
        ['A', 'Công an phường mời họp tổ dân phố tối nay'],
        ['B', 'Ai đóng quỹ lớp chưa, đóng giúp mình nha'],
      ],
    ],
  ] as const)('of ordinary life is nothing: %s', (_, lines) => {
    const turns = lines.map(([from, text]) => ({ from, text }));
    expect(verdictOf({ text: '', turns })).toMatchObject({ level: 'none', reasons: [] });
  });
});

describe('a quotation', () => {
  const HEADS = [
    [
      'answer in English',
      `${REPLY}\n\nOn Mon, Jun 1, 2026 at 9:12 AM Cán bộ Hùng <hung@gmail.com> wrote:\n${quoted(SCAM)}`,
    ],
    [
      'answer in Vietnamese',
      `${REPLY}\n\nVào Th 2, 1 thg 6, 2026 vào lúc 09:12 Cán bộ Hùng <hung@gmail.com> đã viết:\n${quoted(SCAM)}`,
    ],
    [
      'a head over two lines',
      `${REPLY}\n\nOn Mon, Jun 1, 2026 at 9:12 AM Cán bộ Hùng\n<hung@gmail.com> wrote:\n\n${quoted(SCAM)}`,
    ],
    ['a head without marks', `${REPLY}\n\nVào ngày 1/6/2026 lúc 9:12, Hùng đã viết:\n${SCAM}`],
    [
      'a head of Outlook',
      `${REPLY}\n\nTừ: Cán bộ Hùng\nĐã gửi: 1/6/2026 9:12\nTới: Lan\nChủ đề: Việc gấp\n\n${SCAM}`,
    ],
    ['an original message', `${REPLY}\n\n-----Original Message-----\nFrom: Hùng\n\n${SCAM}`],
    [
      'a forwarded message',
      `${REPLY}\n\n---------- Forwarded message ---------\nFrom: Hùng <hung@gmail.com>\n\n${SCAM}`,
    ],
    ['several lines with marks', `${REPLY}\n\n${quoted(PARTS.join('\n'))}\n\nCảm ơn anh.`],
  ] as const;
  it.each(HEADS)('of a scam is caution, one level below the scam: %s', (_, text) => {
    expect(level(SCAM)).toBe('danger');
    const one = verdictOf({ text });
    expect(one.level).toBe('caution');
    expect(one.reasons.length).toBeGreaterThan(0);
    placesHold({ text }, one);
  });
  it.each(HEADS)('of something ordinary is nothing: %s', (_, text) => {
    const ordinary =
      'Chào em, mai họp giao ban lúc 8 giờ tại phòng 302, em chuẩn bị slide nhé. Cảm ơn em nhiều.';
    const twin = text.includes(quoted(PARTS.join('\n')))
      ? text.replace(quoted(PARTS.join('\n')), quoted(ordinary.replace('. ', '.\n')))
      : text.replace(quoted(SCAM), quoted(ordinary)).replace(SCAM, ordinary);
    expect(twin).not.toContain('tạm giam');
    expect(verdictOf({ text: twin })).toMatchObject({ level: 'none', reasons: [] });
  });
  it.each(HEADS)('does not shelter the sender’s own scam: %s', (_, text) => {
    expect(level(text.replace(REPLY, SCAM))).toBe('danger');
  });
  it.each([
    ['marks before every line', quoted(PARTS.join('\n'))],
    ['a head before everything', `On Mon, Jun 1, 2026, Hùng wrote:\n${SCAM}`],
    ['a head of Outlook before everything', `From: Hùng\nSubject: Việc gấp\n\n${SCAM}`],
    [
      'an arrow before the demand',
      `${PARTS[0] ?? ''} ${PARTS[1] ?? ''}\n>>> Chuyển tiền vào tài khoản tạm giữ ngay`,
    ],
  ])('hides nothing where the sender says nothing else: %s', (_, text) => {
    expect(level(text)).toBe('danger');
  });
  it('that was passed on without a word is caution: the voice is another’s, the scam is there', () => {
    expect(level(`---------- Forwarded message ---------\nFrom: Hùng <hung@gmail.com>\n\n${SCAM}`)).toBe(
      'caution',
    );
  });
  it('keeps its numbers and links', () => {
    const text = `${REPLY}\n\nOn Mon, Jun 1, 2026 An wrote:\n> Gọi 0912 345 678 hoặc vào\n> vietcombank-vn.top nha`;
    const kinds = verdictOf({ text }).findings.map((finding) => finding.kind);
    expect(kinds).toContain('phone');
    expect(kinds).toContain('link');
  });
  it.each([
    'Điểm > 8 là giỏi nha em',
    'a > b',
    '> 18 tuổi mới được vào',
    'Anh ấy viết: mai gặp',
    'Từ: 8 giờ đến 10 giờ',
    'Đi từ: Cần Thơ\nĐến: Sóc Trăng',
  ])('is not: %j', (text) => {
    expect(quotationOf(text)).toBeUndefined();
  });
});

describe('a bubble after others of the same sender', () => {
  const BUBBLE = 'Tôi là công an phường, chuyển tiền vào tài khoản này ngay, không được nói với ai.';
  const before = PARTS.slice(0, 2);
  it('is heard with them where it carries on', () => {
    const text = 'Giờ chị chuyển khoản vào tài khoản tạm giữ cho tôi.';
    const alone = verdictOf({ text });
    const after = verdictOf({ text, before });
    expect(after.level).toBe('danger');
    expect(after.score).toBeGreaterThan(alone.score);
    placesHold({ text }, after);
    expect(after.reasons.some(({ start, end }) => end > start)).toBe(true);
  });
  it.each(['Dạ ok chị nha', 'Mai gặp ở quán nhé', ''])(
    'is nothing where it is nothing itself: %j',
    (text) => {
      expect(verdictOf({ text, before: PARTS })).toMatchObject({ level: 'none', reasons: [], findings: [] });
    },
  );
  it('is nothing where all of it is ordinary', () => {
    const unit = {
      text: 'Nhờ anh nộp lệ phí 200.000đ trước thứ Sáu.',
      before: ['Chào anh', 'Hồ sơ xong rồi ạ'],
    };
    expect(verdictOf(unit).level).toBe('none');
  });
  it.each([
    ['ordinary ones', ['Alo anh ơi', 'Anh khỏe không', 'Chiều nay anh có nhà không', 'Em mới đi chợ về']],
    ['the same four times', Array<string>(4).fill(BUBBLE)],
  ])('is not less than it is alone after %s', (_, before) => {
    expect(verdictOf({ text: BUBBLE }).level).toBe('danger');
    expect(verdictOf({ text: BUBBLE, before }).level).toBe('danger');
  });
  it('is less after words that tell of a scam', () => {
    const before = ['Công an cảnh báo thủ đoạn lừa đảo giả danh:'];
    expect(verdictOf({ text: BUBBLE, before }).level).toBe('notice');
  });
  it('does not bring the numbers of those before', () => {
    expect(verdictOf({ text: 'Chị gọi ngay nhé', before: ['Số 0912 345 678'] }).findings).not.toContainEqual(
      expect.objectContaining({ kind: 'phone' }),
    );
  });
});
