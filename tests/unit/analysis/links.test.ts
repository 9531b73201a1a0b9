import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../lib/analysis/links/find-addresses';
import { placedLinks } from '../../../lib/analysis/links/placed-links';
import { readTarget } from '../../../lib/analysis/links/target';
import type { LinkFinding, UnitLink } from '../../../lib/analysis/types';
import { codesOf, verdictOf } from './judged';

const links = (text: string, given?: UnitLink[]): LinkFinding[] =>
  verdictOf({ text, links: given }).findings.filter((one) => one.kind === 'link');
const level = (text: string, given?: UnitLink[]) => verdictOf({ text, links: given }).level;

describe('addresses in a text', () => {
  it.each([
    ['Vào vietcombank.com.vn nhé', ['vietcombank.com.vn']],
    ['Xem https://a.vn/b?c=d#e, rồi www.b.com.', ['https://a.vn/b?c=d#e', 'www.b.com']],
    ['Link:https://a.top/x (mới)', ['https://a.top/x']],
    ['«a.vn/x»; [b.vn]', ['a.vn/x', 'b.vn']],
    ['thư tới hotro@a.vn nha', ['hotro@a.vn']],
    ['http://203.0.113.5:8080/a', ['http://203.0.113.5:8080/a']],
    ['vietcоmbank。com.vn', ['vietcоmbank。com.vn']],
    ['giá 1.500.000 đồng, ngày 12.5.2026, v.v', ['v.v'].slice(1)],
    ['Em về rồi... chị ơi!', []],
    ['', []],
  ])('%s', (text, expected) => {
    const found = findAddresses(text);
    expect(found.map(({ raw }) => raw)).toEqual(expected);
    for (const { raw, start, end } of found) expect(text.slice(start, end)).toBe(raw);
  });
});

describe('where an address leads', () => {
  it.each([
    ['https://vietcombank.com.vn@evil.top/x', 'evil.top', 'vietcombank.com.vn', false],
    ['https://a.vn/tai/app.apk?x=1', 'a.vn', undefined, true],
    ['https://a.vn/tai?file=app.APK', 'a.vn', undefined, true],
    ['https://a.vn/apk/huong-dan', 'a.vn', undefined, false],
    ['https://A.VN:8443\\x', 'a.vn', undefined, false],
    ['https://%61.vn', 'a.vn', undefined, false],
    ['ht\ntps://a.vn', 'a.vn', undefined, false],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.top%2Fa.apk&h=x', 'evil.top', undefined, true],
    ['https://www.google.com/url?q=https://evil.top/', 'evil.top', undefined, false],
    ['mailto:a@b.vn?subject=x', 'b.vn', undefined, false],
  ])('%s', (href, host, user, app) => {
    expect(readTarget(href)).toMatchObject({ host: { name: host }, app });
    expect(readTarget(href)?.user).toBe(user);
  });
  it.each(['javascript:alert(1)', 'tel:113', '#top', '/trang', '', 'data:text/html,a.vn'])(
    'nowhere: %j',
    (href) => {
      expect(readTarget(href)?.host.name.includes('.')).not.toBe(true);
    },
  );
});

describe('false links', () => {
  // A mild text around the link, what it is given as, and the honest twin.
  it.each([
    ['look-alike', 'Xem tại vneid-gov.com nhé', 'Xem tại vneid.gov.vn nhé', 'link-lookalike'],
    [
      'look-alike with path',
      'Vào https://vietcornbank.com/dangnhap',
      'Vào https://vietcombank.com.vn/dangnhap',
      'link-lookalike',
    ],
    [
      'known fake ending',
      'Tra cứu: bhxh.govvvn.com/tracuu',
      'Tra cứu: baohiemxahoi.gov.vn/tracuu',
      'link-lookalike',
    ],
    [
      'official name in front',
      'https://cantho.gov.vn.xacminh.top',
      'https://xacminh.cantho.gov.vn',
      'link-lookalike',
    ],
    ['other letters', 'Trang vietcоmbank.com.vn đây', 'Trang vietcombank.com.vn đây', 'link-lookalike'],
    ['mail address', 'Thư về hotro@cantho-gov.vn', 'Thư về hotro@cantho.gov.vn', 'link-lookalike'],
    ['user part', 'https://vietcombank.com.vn@203.0.113.7/', 'https://an@dulich.vn/', 'link-user'],
    [
      'installation file',
      'Bản mới: https://tai-ve.net/app.apk',
      'Bản mới: https://f-droid.org/app.apk',
      'link-apk',
    ],
  ])('written in the text: %s', (_, text, twin, code) => {
    const one = verdictOf({ text });
    expect(one.level).toBe('caution');
    expect(codesOf(one)).toContain(code);
    const [finding, ...others] = links(text);
    expect(others).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(finding?.raw);
    expect(finding?.raw).not.toBe('');
    expect(verdictOf({ text: twin })).toMatchObject({ level: 'none', reasons: [], findings: [] });
  });

  const TEXT = 'Mời xem vneid.gov.vn hoặc bấm vào đây.';
  it.each([
    ['official words, other target', { text: 'vneid.gov.vn', href: 'https://dinhdanh.top/a' }, 'link-shown'],
    ['official words, short link', { text: 'vneid.gov.vn', href: 'https://bit.ly/3abc' }, 'link-shown'],
    ['plain words, look-alike', { text: 'bấm vào đây', href: 'https://vneid-gov.com' }, 'link-lookalike'],
    ['punycode', { text: 'bấm vào đây', href: 'https://xn--vietcmbank-j4h.com.vn/' }, 'link-lookalike'],
    ['plain words, file', { text: 'bấm vào đây', href: 'https://a.example/x.apk' }, 'link-apk'],
    [
      'behind a wrapper',
      { text: 'bấm vào đây', href: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fvneid-gov.com' },
      'link-lookalike',
    ],
    ['words that are not in the text', { text: 'nút', href: 'https://vneid-gov.com' }, 'link-lookalike'],
  ])('with a target: %s', (_, link, code) => {
    const one = verdictOf({ text: TEXT, links: [link] });
    expect(one.level).toBe('caution');
    const reason = one.reasons.find((told) => told.code === code);
    expect(reason && TEXT.slice(reason.start, reason.end)).toBe(TEXT.includes(link.text) ? link.text : '');
  });
  it.each([
    ['the same site', { text: 'vneid.gov.vn', href: 'https://vneid.gov.vn/tai-ve' }],
    ['a site of the state', { text: 'vneid.gov.vn', href: 'https://dichvucong.gov.vn' }],
    ['a newsletter’s counter', { text: 'vneid.gov.vn', href: 'https://x.list-manage.com/track?u=1' }],
    ['a platform’s wrapper', { text: 'vneid.gov.vn', href: 'https://t.co/abc' }],
    [
      'a wrapper that tells',
      { text: 'vneid.gov.vn', href: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fvneid.gov.vn' },
    ],
    ['plain words', { text: 'bấm vào đây', href: 'https://example.org/bai' }],
    ['a short link', { text: 'bấm vào đây', href: 'https://bit.ly/3abc' }],
    ['an address of figures', { text: 'bấm vào đây', href: 'http://203.0.113.9/' }],
    ['a router', { text: 'bấm vào đây', href: 'http://192.168.1.1/' }],
    ['a telephone', { text: 'bấm vào đây', href: 'tel:113' }],
    ['no address', { text: 'bấm vào đây', href: '#' }],
  ])('honest or nothing by itself: %s', (_, link) => {
    const one = verdictOf({ text: TEXT, links: [link] });
    expect(one).toMatchObject({ level: 'none', reasons: [] });
  });
  it.each([
    ['a file’s name', { text: 'README.md', href: 'https://github.com/a/b' }],
    ['two names of one site', { text: 'youtube.com/abc', href: 'https://youtu.be/abc' }],
    ['a shop’s short link', { text: 'shopee.vn/abc', href: 'https://s.shopee.vn/abc' }],
    ['an affiliate’s counter', { text: 'booking.com', href: 'https://awin.example/x' }],
  ])('shown and target may differ: %s', (_, link) => {
    expect(level(`Xem ${link.text} nha`, [link])).toBe('none');
  });

  it('is danger beside a demand, and stays a notice in a warning', () => {
    expect(
      level('Vietcombank: đăng nhập https://vietcombank-vn.top và nhập mã OTP để xác minh tài khoản.'),
    ).toBe('danger');
    const warning =
      'Cảnh báo: các đối tượng lập trang giả mạo vietcombank-vn.top để lừa đảo. Người dân cảnh giác, tuyệt đối không nhập mật khẩu, mã OTP.';
    const one = verdictOf({ text: warning });
    expect(one.level).toBe('notice');
    expect(one.findings).toContainEqual(
      expect.objectContaining({ kind: 'link', lookalikeOf: 'vietcombank.com.vn' }),
    );
  });
  it('tells a short link where something else speaks', () => {
    const one = verdictOf({
      text: 'Công an phường: tài khoản của anh liên quan vụ án, đăng nhập https://bit.ly/3abc và chuyển tiền ngay, không nói với ai.',
    });
    expect(one.level).toBe('danger');
    expect(one.findings).toContainEqual(
      expect.objectContaining({ kind: 'link', href: 'https://bit.ly/3abc' }),
    );
  });
  it('looks at a link once, where it is a link and its words are an address', () => {
    const text = 'Xem vneid-gov.com nhé';
    expect(links(text, [{ text: 'vneid-gov.com', href: 'https://vneid-gov.com/' }])).toHaveLength(1);
  });
});

describe('any links', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'https://',
      'vneid',
      '.',
      'gov.vn',
      '@',
      '/',
      ' ',
      'xn--',
      '.apk',
      'bit.ly',
      'vietcombank',
      '%',
      '[',
      '。',
    ),
  );
  const words = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  it('give no error and places inside the text that say what they hold', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(fc.record({ text: words, href: words }), { maxLength: 4 }),
        (text, given) => {
          const one = verdictOf({ text, links: given });
          for (const finding of one.findings)
            if (finding.kind !== 'sender') expect(text.slice(finding.start, finding.end)).toBe(finding.raw);
          for (const reason of one.reasons) {
            expect(reason.start).toBeLessThanOrEqual(reason.end);
            expect(reason.end).toBeLessThanOrEqual(text.length);
          }
          if (one.level !== 'none') expect(one.reasons.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
  // Work that grew with the square of these would not end within the time of a test run.
  it.each(['a.', 'a@', 'https://', '.', 'a-', '@.', 'từ: ', '> ', 'a.vn ', 'xn--', '%', 'https://a.vn@'])(
    'of hostile texts end: %s',
    (part) => {
      const text = part.repeat(200_000 / part.length);
      expect(findAddresses(text).length).toBeLessThanOrEqual(200);
      expect(placedLinks([{ text: part, href: text }], text).length).toBeLessThanOrEqual(201);
      expect(() => readTarget(text)).not.toThrow();
    },
  );
});
