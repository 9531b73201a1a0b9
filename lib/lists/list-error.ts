/** Why a list could not be read or kept. Stable: the interface translates these codes. */
export const LIST_ERROR_CODES = [
  'ERR_LIST_SCHEMA',
  'ERR_LIST_FORMAT_NEWER',
  'ERR_STORE_UNAVAILABLE',
  'ERR_STORE_BLOCKED',
  'ERR_STORE_NEWER',
  'ERR_STORE_QUOTA',
  'ERR_STORE_EMPTY',
  'ERR_STORE_CONFLICT',
  'ERR_STORE_DAMAGED',
  'ERR_STORE_FAILED',
] as const;
export type ListErrorCode = (typeof LIST_ERROR_CODES)[number];

/** An error with a stable code, the place it concerns and what a person can do about it. */
export class ListError extends Error {
  override readonly name = 'ListError';
  readonly code: ListErrorCode;
  /** Path inside the list such as `directory.hotlines.3.number`, or the part of the store. */
  readonly place: string;
  readonly problem: string;
  readonly remedy: string;

  constructor(code: ListErrorCode, place: string, problem: string, remedy: string, cause?: unknown) {
    super(`${code} at ${place}: ${problem} ${remedy}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }
}
