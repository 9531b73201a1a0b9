import { DamagedBlock } from './compact/damaged';
import { ListError, type ListErrorCode } from './list-error';

const CODES: Readonly<Record<string, ListErrorCode>> = {
  VersionError: 'ERR_STORE_NEWER',
  QuotaExceededError: 'ERR_STORE_QUOTA',
  // What browsers answer in private windows, with storage forbidden, or on a broken profile.
  SecurityError: 'ERR_STORE_UNAVAILABLE',
  InvalidStateError: 'ERR_STORE_UNAVAILABLE',
  UnknownError: 'ERR_STORE_UNAVAILABLE',
};

const REMEDIES: Partial<Record<ListErrorCode, string>> = {
  ERR_STORE_NEWER: 'Reload the extension: a newer version of it wrote these lists.',
  ERR_STORE_QUOTA: 'Free some disk space; the lists at hand stay in use.',
  ERR_STORE_UNAVAILABLE: 'The built-in lists answer; nothing needs to be done.',
};

/** The ListError of whatever the database threw. */
export function storeError(error: unknown, place: string): ListError {
  if (error instanceof ListError) return error;
  if (error instanceof DamagedBlock) {
    const remedy = 'The next update fetches the list anew; until then the built-in lists answer.';
    return new ListError(
      'ERR_STORE_DAMAGED',
      place,
      'What is stored is not what was written.',
      remedy,
      error,
    );
  }
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const code = CODES[name] ?? 'ERR_STORE_FAILED';
  const remedy = REMEDIES[code] ?? 'Try again; the lists at hand stay in use.';
  return new ListError(code, place, `The database answered ${name || 'with an error'}.`, remedy, error);
}

/** The error of a read where no lists are live. */
export function emptyStore(place: string): ListError {
  return new ListError(
    'ERR_STORE_EMPTY',
    place,
    'No lists are installed.',
    'Install the built-in lists; the next update brings newer ones.',
  );
}
