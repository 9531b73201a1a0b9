import type { PeopleKey } from '../../lib/i18n/people';
import { ReportError, type ReportErrorCode } from '../../lib/report/report-error';

/** The text of each code: none can be added without. */
export const REPORT_NOTES: Readonly<Record<ReportErrorCode, PeopleKey>> = {
  ERR_REPORT_FULL: 'evidence_error_full',
  ERR_REPORT_STORE: 'evidence_error_store',
  ERR_REPORT_GONE: 'evidence_error_gone',
  ERR_REPORT_CHANGED: 'evidence_error_changed',
  ERR_REPORT_FORMAT: 'evidence_error_format',
  ERR_REPORT_TOO_LARGE: 'evidence_error_large',
};

/** What the person is told of an error. */
export function noteOf(error: unknown): PeopleKey {
  console.error(error);
  return error instanceof ReportError ? REPORT_NOTES[error.code] : 'evidence_error_store';
}
