/** Stable codes of what can go wrong with evidence, settings and their files. */
export type ReportErrorCode =
  /** The device has too little room; nothing was written. */
  | 'ERR_REPORT_FULL'
  /** The browser's database did not answer. */
  | 'ERR_REPORT_STORE'
  /** No such record or part. */
  | 'ERR_REPORT_GONE'
  /** The content of a part is not what was saved. */
  | 'ERR_REPORT_CHANGED'
  /** A file is no zip, or not of the form that is read here. */
  | 'ERR_REPORT_FORMAT'
  /** A file holds more entries or bytes than are read. */
  | 'ERR_REPORT_TOO_LARGE';

/** What went wrong, for people in `message`, for code in `code`. */
export class ReportError extends Error {
  constructor(
    readonly code: ReportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ReportError';
  }
}
