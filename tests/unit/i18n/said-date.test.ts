import { expect, it } from 'vitest';
import { saidDate } from '../../../lib/i18n/iso-date';

it.each([
  ['2025-07-29', 'ngày 29/7/2025', 'on 29 July 2025'],
  ['2025-11', 'tháng 11/2025', 'in November 2025'],
  ['2024', 'năm 2024', 'in 2024'],
  ['unknown', 'unknown', 'unknown'],
])('%s is said as people write it', (iso, vi, en) => {
  expect(saidDate('vi', iso)).toBe(vi);
  expect(saidDate('en', iso)).toBe(en);
});
