/** Why a file that is imported gives no rows. */
export type ReadErrorCode = 'ERR_FILE_KIND' | 'ERR_FILE_TOO_LARGE' | 'ERR_FILE_BROKEN' | 'ERR_FILE_LETTERS';

/** Why a table gives no rows. The console has a text for each code. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  constructor(
    readonly code: ReadErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
