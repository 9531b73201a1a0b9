/** Faults of the timestamp. */
import { bytesOf, copyOf, newKey, nextVersion, republish, rotate } from '../forge';
import { PAST, raw, spoil, resign, type Fault } from './fault';

export const TIMESTAMP: readonly Fault[] = [
  {
    name: 'a server that breaks at the timestamp',
    change: (s) => s.statuses.set('metadata/timestamp.json', 500),
    expected: 'ERR_FEED_SERVER',
  },
  {
    name: 'no timestamp',
    change: (s) => s.repository.files.delete('metadata/timestamp.json'),
    expected: 'ERR_FEED_MISSING',
  },
  {
    name: 'HTML in the place of the timestamp',
    change: (s) => raw(s, 'metadata/timestamp.json', '<html>moved</html>'),
    expected: 'ERR_FEED_JSON',
  },
  {
    name: 'a timestamp that is cut off',
    change: (s) => raw(s, 'metadata/timestamp.json', '{"signed":{"_type":"time'),
    expected: 'ERR_FEED_JSON',
  },
  {
    name: 'a timestamp of another shape',
    change: (s) => raw(s, 'metadata/timestamp.json', '{"signed":{"_type":"timestamp"},"signatures":[]}'),
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'a snapshot as timestamp',
    change: (s) =>
      s.repository.files.set(
        'metadata/timestamp.json',
        s.repository.files.get('metadata/1.snapshot.json') ?? bytesOf(''),
      ),
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'an endless timestamp',
    change: (s) => raw(s, 'metadata/timestamp.json', ' '.repeat(100_000)),
    expected: 'ERR_FEED_TOO_LONG',
  },
  {
    name: 'a timestamp with a wrong signature',
    change: (s) => spoil(s, 'timestamp'),
    expected: 'ERR_FEED_SIGNATURE',
  },
  {
    name: 'a timestamp of an unknown key',
    change: (s) => resign(s, 'timestamp', [newKey()]),
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a timestamp signed by the key of another role',
    change: (s) => resign(s, 'timestamp', s.repository.keys.targets),
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a timestamp without signature',
    change: (s) => resign(s, 'timestamp', []),
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a timestamp of a key that was revoked',
    change: (s) => {
      const old = s.repository.keys.timestamp;
      rotate(s.repository, ['timestamp']);
      s.repository.keys.timestamp = old;
      republish(s.repository);
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a timestamp that has expired',
    change: (s) => void nextVersion(s.repository, 'timestamp', (signed) => (signed.expires = PAST)),
    expected: 'ERR_FEED_EXPIRED',
  },
  {
    name: 'a timestamp that leads to an older snapshot',
    change: (s) => {
      republish(s.repository);
    },
    expected: 1,
    mend: (s, before) => {
      // Not mended: a valid timestamp, newer than all, over the first snapshot.
      const next = copyOf(before);
      nextVersion(next, 'timestamp', (signed) => (signed.version = 9));
      s.repository = next;
    },
    mended: 'ERR_FEED_ROLLBACK',
  },
  {
    name: 'an older timestamp, as a server that was swapped for an older copy gives it',
    change: (s) => void nextVersion(s.repository, 'timestamp', () => undefined),
    expected: 1,
    mend: (s, before) => {
      s.repository = copyOf(before);
    },
    mended: 'ERR_FEED_ROLLBACK',
  },
];
