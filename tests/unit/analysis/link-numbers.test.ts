import { describe, expect, it } from 'vitest';
import { linkNumbers } from '../../../lib/analysis/link-numbers';
import type { FoundNumber } from '../../../lib/numbers/types';

const TEXT = 'Cần hỗ trợ hồ sơ, bấm Nhắn Zalo cán bộ hoặc gọi 0292 000 0111.';

describe('linkNumbers', () => {
  it.each([
    ['https://zalo.me/0912345678', '+84912345678'],
    ['https://wa.me/84912345678', '+84912345678'],
    ['viber://chat?number=%2B84912345678', '+84912345678'],
    ['tel:02923899588', '+842923899588'],
    ['sms:113', '113'],
  ])('reads %s at the words of the link', (href, number) => {
    const [found, ...others] = linkNumbers([{ text: 'Nhắn Zalo cán bộ', href }], TEXT, []);
    expect(others).toEqual([]);
    expect(found?.number).toBe(number);
    expect(found?.raw).toBe('Nhắn Zalo cán bộ');
    expect(TEXT.slice(found?.start, found?.end)).toBe('Nhắn Zalo cán bộ');
  });

  it('leaves out numbers that the text shows, links without a place, and other links', () => {
    const known: FoundNumber[] = [{ start: 0, end: 1, raw: 'x', number: '+84912345678', type: 'mobile' }];
    const links = [
      { text: 'Nhắn Zalo cán bộ', href: 'tel:0912345678' },
      { text: '', href: 'tel:0912345679' },
      { text: 'không có trong bài', href: 'tel:0912345670' },
      { text: 'bấm', href: 'https://example.org/0912345671' },
    ];
    expect(linkNumbers(links, TEXT, known)).toEqual([]);
    expect(linkNumbers(undefined, TEXT, known)).toEqual([]);
  });
});
