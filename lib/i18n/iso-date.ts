/** ISO dates for people, as exact as they are given: 2025, 2025-11 or 2025-11-03 (a time of day is left out). */
import { translate, type Language } from './translate';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date standing alone: 'ngày 29/7/2025', 'tháng 11/2025', 'năm 2024'; '29 July 2025'. No date comes back as it is. */
export function formatDate(language: Language, iso: string): string {
  return dateText(language, iso, 'date');
}

/** A date inside a sentence: 'ngày 29/7/2025'; 'on 29 July 2025', 'in November 2025', 'in 2024'. */
export function saidDate(language: Language, iso: string): string {
  return dateText(language, iso, 'reason_date');
}

function dateText(language: Language, iso: string, key: 'date' | 'reason_date'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  if (month === undefined) return translate(language, `${key}_year`, { year });
  const name = language === 'en' ? (MONTHS[Number(month) - 1] ?? month) : Number(month);
  if (day === undefined) return translate(language, `${key}_month`, { month: name, year });
  return translate(language, `${key}_day`, { day: Number(day), month: name, year });
}
