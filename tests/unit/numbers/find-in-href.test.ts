import { describe, expect, it } from 'vitest';
import { findNumberInHref } from '../../../lib/numbers/find-in-href';

describe('numbers that links open', () => {
  it.each([
    ['tel:0912345678', '0912345678', '+84912345678', 'mobile'],
    ['tel:+84-292-389-9588', '+84-292-389-9588', '+842923899588', 'landline'],
    ['TEL:+84%20912%20345%20678', '+84%20912%20345%20678', '+84912345678', 'mobile'],
    ['tel:+842923899588;ext=12', '+842923899588', '+842923899588', 'landline'],
    ['tel:19001234', '19001234', '19001234', 'service'],
    ['tel:113', '113', '113', 'short'],
    ['tel:0692348560', '0692348560', '+84692348560', 'police'],
    ['tel:(0292)3899588', '(0292)3899588', '+842923899588', 'landline'],
    ['tel:+84(0)912345678', '+84(0)912345678', '+84912345678', 'mobile'],
    ['tel:+447911123456', '+447911123456', '+447911123456', 'foreign'],
    ['callto:0912345678', '0912345678', '+84912345678', 'mobile'],
    ['sms:0912345678?body=Xin%20ch%C3%A0o', '0912345678', '+84912345678', 'mobile'],
    ['sms:5656', '5656', '5656', 'short'],
    ['smsto:+84912345678', '+84912345678', '+84912345678', 'mobile'],
    ['https://zalo.me/0912345678', '0912345678', '+84912345678', 'mobile'],
    ['//zalo.me/84912345678?src=qr', '84912345678', '+84912345678', 'mobile'],
    ['https://chat.zalo.me/0912345678', '0912345678', '+84912345678', 'mobile'],
    ['https://wa.me/84912345678?text=hi', '84912345678', '+84912345678', 'mobile'],
    ['https://wa.me/447911123456', '447911123456', '+447911123456', 'foreign'],
    ['https://api.whatsapp.com/send?phone=84912345678&text=a', '84912345678', '+84912345678', 'mobile'],
    ['whatsapp://send?text=a&phone=%2B84912345678', '%2B84912345678', '+84912345678', 'mobile'],
    ['viber://chat?number=%2B84912345678', '%2B84912345678', '+84912345678', 'mobile'],
    ['viber://add?number=84912345678', '84912345678', '+84912345678', 'mobile'],
    ['https://t.me/+84912345678', '+84912345678', '+84912345678', 'mobile'],
  ])('%s', (href, raw, number, type) => {
    const found = findNumberInHref(href);
    expect(found).toMatchObject({ raw, number, type });
    expect(href.slice(found?.start, found?.end)).toBe(raw);
  });

  it('gives the number of today for an old one', () => {
    expect(findNumberInHref('tel:01208123456')).toMatchObject({ number: '+84708123456', old: true });
  });

  it.each([
    '',
    'https://example.vn/0912345678',
    'https://zalo.me/g/abcd1234',
    'https://zalo.me/4085862811',
    'https://notzalo.me/0912345678',
    'https://t.me/+AbCdEf123456',
    'https://t.me/kenh0912345678',
    'tel:',
    'tel:12',
    'tel:0912',
    'tel:09123456789',
    'mailto:0912345678@example.vn',
    'javascript:0912345678',
    `tel:${'0'.repeat(5000)}`,
  ])('none in %s', (href) => {
    expect(findNumberInHref(href)).toBeUndefined();
  });
});
