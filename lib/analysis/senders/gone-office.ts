import { localised } from '../../i18n/translate';
import { formatDate } from '../../i18n/iso-date';
import type { Localised } from '../../i18n/translate';
import { dateParts, latest } from '../../lists/dates';
import type { Protected } from './directory-index';

/** The code of the reason that a claimed office is no more. */
export const OFFICE_GONE = 'office-gone';

/** Whether an office is gone on a day; its last day, and every day that an inexact date may mean, is before. */
export function isGone({ gone }: Protected, now: string): boolean {
  if (!gone) return false;
  const last = dateParts(gone.lastDay);
  const today = dateParts(now);
  if (!last || !today) return false;
  const [a, b] = [latest(last), latest(today)];
  return a[0] * 10_000 + a[1] * 100 + a[2] < b[0] * 10_000 + b[1] * 100 + b[2];
}

/** The sentence that says since when an office is gone and what took its place. */
export function goneSentence({ name, gone }: Protected): Localised {
  const lastDay = gone?.lastDay ?? '';
  const say = (language: 'vi' | 'en') =>
    localised(gone?.successor ? 'reason_office_merged' : 'reason_office_closed', {
      name: name[language],
      date: formatDate(language, lastDay),
      successor: gone?.successor?.[language] ?? '',
    })[language];
  return { vi: say('vi'), en: say('en') };
}
