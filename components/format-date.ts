import { translate, type Language } from '../lib/i18n/translate';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** An ISO date for people, as exact as it was given: 2025, 2025-11 or 2025-11-03 (a time of day is left out). */
export function formatDate(language: Language, iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  const [, year, month, day] = match ?? [];
  if (!year) return iso;
  if (!month) return translate(language, 'date_year', { year });
  const number = Number(month);
  const name = language === 'en' ? (MONTHS[number - 1] ?? month) : number;
  if (!day) return translate(language, 'date_month', { month: name, year });
  return translate(language, 'date_day', { day: Number(day), month: name, year });
}
