import type { PeopleKey } from '../../lib/i18n/people';
import { ReportError } from '../../lib/report/report-error';

/** What the person is told of an error. */
export function noteOf(error: unknown): PeopleKey {
  console.error(error);
  if (!(error instanceof ReportError)) return 'evidence_error_store';
  switch (error.code) {
    case 'ERR_REPORT_FULL':
      return 'evidence_error_full';
    case 'ERR_REPORT_TOO_LARGE':
      return 'evidence_error_large';
    case 'ERR_REPORT_CHANGED':
    case 'ERR_REPORT_GONE':
      return 'evidence_error_changed';
    default:
      return 'evidence_error_store';
  }
}
