import { expect, test } from 'vitest';
import { formatDate } from '../../../lib/i18n/iso-date';

test.each([
  ['vi', '2025', 'năm 2025'],
  ['vi', '2025-11', 'tháng 11/2025'],
  ['vi', '2024-03-05', 'ngày 5/3/2024'],
  ['vi', '2024-03-05T08:00:00Z', 'ngày 5/3/2024'],
  ['en', '2025', '2025'],
  ['en', '2025-11', 'November 2025'],
  ['en', '2024-03-05', '5 March 2024'],
  ['en', 'no date', 'no date'],
] as const)('%s %s reads %s', (language, iso, expected) => {
  expect(formatDate(language, iso)).toBe(expected);
});
