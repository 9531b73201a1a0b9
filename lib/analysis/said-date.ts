import { translate, type Language } from '../i18n/translate';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * An ISO date inside a sentence, as exact as it is given: 'ngày 29/7/2025', 'tháng 11/2025', 'năm 2024'; 'on 29 July
 * 2025', 'in November 2025', 'in 2024'. Anything else comes back as it is.
 */
export function saidDate(language: Language, iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  if (month === undefined) return translate(language, 'reason_date_year', { year });
  const name = language === 'en' ? (MONTHS[Number(month) - 1] ?? month) : Number(month);
  if (day === undefined) return translate(language, 'reason_date_month', { month: name, year });
  return translate(language, 'reason_date_day', { day: Number(day), month: name, year });
}
