import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold';

describe('fold', () => {
  it.each([
    ['Đường dây nóng', 'duong day nong'],
    ['０９１２', '0912'],
  ])('%s', (source, text) => {
    expect(fold(source).text).toBe(text);
  });
});
