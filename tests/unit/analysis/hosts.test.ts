import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../lib/analysis/hosts/edit-distance';
import { readHost, registrable } from '../../../lib/analysis/hosts/host-name';
import { isUnder } from '../../../lib/analysis/hosts/known-hosts';
import { lookalikeOf } from '../../../lib/analysis/hosts/lookalike';
import { decodePunycode } from '../../../lib/analysis/hosts/punycode';
import { pack } from '../phrasing/pack';
import { directory } from './judged';

const like = (name: string) => {
  const host = readHost(name);
  return host && lookalikeOf(host, directory.official, pack.oddEndings);
};
const own = (name: string) => {
  const host = readHost(name);
  return host && registrable(host);
};

describe('punycode', () => {
  it.each([
    ['mnchen-3ya', 'münchen'],
    ['ls8h', '💩'],
    ['bcher-kva', 'bücher'],
    ['d1acj3b', 'дети'],
    ['', ''],
  ])('%s', (encoded, letters) => {
    expect(decodePunycode(encoded)).toBe(letters);
  });
  it('gives back what Node encodes', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abcđăâêôơưéạừаеорсνοbank1')),
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(letters, (label) => {
        const ascii = domainToASCII(`${label}.vn`);
        fc.pre(ascii.startsWith('xn--'));
        expect(decodePunycode(ascii.slice(4, -3))).toBe(label.normalize('NFC'));
      }),
    );
  });
  it('refuses nonsense without an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (label) => void decodePunycode(label)));
    expect(decodePunycode('99999999')).toBeUndefined();
    expect(decodePunycode('a_b')).toBeUndefined();
  });
});

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['vietcombank', 'vietcombank', 0],
    ['vietcombank', 'vietcombnak', 1],
    ['vietcombank', 'vietconbank', 1],
    ['vietcombank', 'vetcombannk', 2],
    ['vietcombank', 'techcombank', 3],
    ['abc', 'xyz', 3],
  ])('%s, %s', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(Math.min(distance, 3));
  });
  it('is even, and zero for the same word only', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 9);
        expect(distance).toBe(editDistance(other, one, 9));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });
});

describe('registered names', () => {
  it.each([
    ['www.vietcombank.com.vn', 'vietcombank.com.vn'],
    ['sokhcn.cantho.gov.vn', 'cantho.gov.vn'],
    ['vneid.gov.vn', 'vneid.gov.vn'],
    ['mail.evn.vn', 'evn.vn'],
    ['shop.cantho.vn', 'shop.cantho.vn'],
    ['news.bbc.co.uk', 'bbc.co.uk'],
    ['a.b.example.com', 'example.com'],
    ['vietcombank.web.app', 'vietcombank.web.app'],
    ['x.y.pages.dev', 'y.pages.dev'],
    ['example.com', 'example.com'],
    ['203.0.113.9', '203.0.113.9'],
  ])('%s', (name, registered) => {
    expect(own(name)).toBe(registered);
  });
});

describe('hosts', () => {
  it.each(['', 'vn', 'a b.vn', '-a.vn', 'a..vn', `${'a'.repeat(260)}.vn`, 'a/b.vn'])('refuses %j', (name) => {
    expect(readHost(name)).toBeUndefined();
  });
  it.each([
    ['VietComBank.com.VN.', 'vietcombank.com.vn', false],
    ['ｖietcombank。com.vn', 'vietcombank.com.vn', false],
    ['viet\u200bcombank.com.vn', 'vietcombank.com.vn', false],
    ['vietcоmbank.com.vn', 'vietcombank.com.vn', true],
  ])('reads %s', (written, read, disguised) => {
    expect(readHost(written)).toMatchObject({ read, disguised });
  });
  it('lie under names, not beside them', () => {
    expect(isUnder('a.gov.vn', ['gov.vn'])).toBe(true);
    expect(isUnder('gov.vn', ['gov.vn'])).toBe(true);
    expect(isUnder('agov.vn', ['gov.vn'])).toBe(false);
    expect(isUnder('gov.vn.xyz', ['gov.vn'])).toBe(false);
  });
});

describe('resemble an official name', () => {
  it.each([
    ['cantho-gov.vn', 'cantho.gov.vn', 'gov-elsewhere'],
    ['canthogov.vn', 'cantho.gov.vn', 'gov-elsewhere'],
    ['gov-vn.com', 'gov.vn', 'gov-elsewhere'],
    ['cantho-gov-vn.top', 'cantho.gov.vn', 'gov-elsewhere'],
    ['bhxh.govvvn.com', 'gov.vn', 'gov-elsewhere'],
    ['vneid-gov.com', 'gov.vn', 'gov-elsewhere'],
    ['gov.vn.xyz', 'gov.vn', 'official-in-front'],
    ['cantho.gov.vn.login.xyz', 'cantho.gov.vn', 'official-in-front'],
    ['vietcombank.com.vn.xac-thuc.top', 'vietcombank.com.vn', 'official-in-front'],
    ['vneid.gov.vn.tra-cuu.com', 'gov.vn', 'official-in-front'],
    ['vietcornbank.com.vn', 'vietcombank.com.vn', 'misspelt'],
    ['vietc0mbank.com', 'vietcombank.com.vn', 'misspelt'],
    ['vietcombnak.vn', 'vietcombank.com.vn', 'misspelt'],
    ['vietcombankk.com', 'vietcombank.com.vn', 'misspelt'],
    ['baohiemxahol.com', 'baohiemxahoi.gov.vn', 'misspelt'],
    ['dichvucongg.top', 'gov.vn', 'misspelt'],
    ['bocongann.com', 'bocongan.gov.vn', 'misspelt'],
    ['vietcombank-khuyenmai.com', 'vietcombank.com.vn', 'name-elsewhere'],
    ['viet-combank.com', 'vietcombank.com.vn', 'name-elsewhere'],
    ['vietcombank.top', 'vietcombank.com.vn', 'name-elsewhere'],
    ['vietcombankonline.xyz', 'vietcombank.com.vn', 'name-elsewhere'],
    ['vietcombank.web.app', 'vietcombank.com.vn', 'name-elsewhere'],
    ['vneid.capnhat.top', 'gov.vn', 'name-elsewhere'],
    ['vneid-bca.com', 'gov.vn', 'name-elsewhere'],
    ['evnspc.hoadon.vip', 'cskh.evnspc.vn', 'name-elsewhere'],
    ['vietcоmbank.com.vn', 'vietcombank.com.vn', 'homoglyph'],
    ['víetcombank.com.vn', 'vietcombank.com.vn', 'homoglyph'],
    [domainToASCII('vietcоmbank.com.vn'), 'vietcombank.com.vn', 'homoglyph'],
    ['cantho.gоv.vn', 'cantho.gov.vn', 'homoglyph'],
  ])('%s', (name, of, way) => {
    expect(like(name)).toEqual({ of, way });
  });
  it.each([
    ...[
      'cantho.gov.vn',
      'sotttt.cantho.gov.vn',
      'vneid.gov.vn',
      'dichvucong.gov.vn',
      'chinhphu.vn',
      'quochoi.vn',
    ],
    ...[
      'vietcombank.com.vn',
      'portal.vietcombank.com.vn',
      'vietcombank.com',
      'evnspc.vn',
      'evnhcmc.vn',
      'evncpc.vn',
    ],
    ...[
      'vietinbank.vn',
      'techcombank.com.vn',
      'vietabank.com.vn',
      'vietbank.com.vn',
      'agribank.com.vn',
      'bidv.com.vn',
    ],
    ...[
      'gmail.com',
      'service.gov.uk',
      'irs.gov',
      'ica.gov.sg',
      'govtech.com',
      'opengov.com',
      'congan.com.vn',
    ],
    ...['cand.com.vn', 'canthotourism.vn', 'dulichcantho.com', 'dichvucongnghe.vn', 'dichvucongchung.com.vn'],
    ...[
      'congnghe.vn',
      'vnexpress.net',
      'tuoitre.vn',
      'shopee.vn',
      'youtube.com',
      'github.com',
      'xn--mnchen-3ya.de',
    ],
    ...[
      'ngânhàng.vn',
      'evergreen.com',
      'vncert.vn',
      '203.0.113.9',
      'vietcombank.zendesk.com',
      'mayhoi.gov.vn',
    ],
  ])('does not: %s', (name) => {
    expect(like(name)).toBeUndefined();
  });
  it('never fails, whatever the name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ unit: 'binary', maxLength: 60 })), (name) => {
        const found = like(name);
        if (found) expect(found.of).not.toBe(name);
      }),
    );
  });
});
