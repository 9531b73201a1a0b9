/** The text of what went wrong: every error that the console can meet has one. */
import { KeyError, MIN_PASSPHRASE } from '../../../lib/admin/keys/backup';
import { OpenError } from '../../../lib/admin/open/files';
import { PlaceError } from '../../../lib/admin/publish/destination';
import { ReadError } from '../../../lib/admin/reported/read-error';
import { FeedError } from '../../../lib/lists/feed/feed-error';
import { ListError } from '../../../lib/lists/list-error';
import { PublishError } from '../../../lib/lists/publish/publish-error';
import type { AdminKey } from '../../../lib/i18n/admin';

export interface ErrorText {
  readonly key: AdminKey;
  readonly params: Readonly<Record<string, string>>;
}

const FEED_KEYS: readonly (readonly [start: string, key: AdminKey])[] = [
  ['ERR_FEED_NETWORK', 'error_network'],
  ['ERR_FEED_TIMEOUT', 'error_network'],
  ['ERR_FEED_SERVER', 'error_server'],
  ['ERR_FEED_ADDRESS', 'error_address'],
  ['ERR_FEED_MISSING', 'error_missing'],
  ['ERR_FEED_ROLLBACK', 'error_older'],
];

/** What to tell the administrator, with the place where it happened. */
export function errorKey(error: unknown): ErrorText {
  if (error instanceof FeedError) {
    const key = FEED_KEYS.find(([code]) => code === error.code)?.[1] ?? 'error_feed';
    return { key, params: { place: error.place, code: error.code } };
  }
  if (error instanceof PlaceError) return { key: error.code, params: { place: error.path } };
  if (error instanceof PublishError) return { key: error.code, params: {} };
  if (error instanceof KeyError) return { key: error.code, params: { count: String(MIN_PASSPHRASE) } };
  if (error instanceof OpenError || error instanceof ReadError) return { key: error.code, params: {} };
  if (error instanceof ListError) return { key: 'error_list', params: { place: error.message } };
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return { key: 'error_full', params: {} };
  if (name === 'AbortError') return { key: 'error_stopped', params: {} };
  return { key: 'error_unknown', params: { place: error instanceof Error ? error.message : String(error) } };
}
