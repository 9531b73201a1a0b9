/** Faults of roots. */
import { bytesOf, rotate } from '../forge';
import { PAST, NO_METADATA, ENDLESS, raw, spoil, type Fault } from './fault';

export const ROOT: readonly Fault[] = [
  {
    name: 'a root that only its own keys signed',
    change: (s) => rotate(s.repository, ['root'], (_before, after) => after),
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a root that only the keys of before signed',
    change: (s) => rotate(s.repository, ['root'], (before) => before),
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a root with one signature of two',
    change: (s) => rotate(s.repository, ['targets'], (before) => before.slice(0, 1)),
    expected: 'ERR_FEED_SIGNATURE',
  },
  {
    name: 'a root that skips a version',
    change: (s) => rotate(s.repository, ['targets'], undefined, (signed) => (signed.version = 3)),
    expected: 'ERR_FEED_ROOT_SKIPS',
  },
  {
    name: 'an old root under a new name',
    change: (s) =>
      s.repository.files.set(
        'metadata/2.root.json',
        s.repository.files.get('metadata/1.root.json') ?? bytesOf(''),
      ),
    expected: 'ERR_FEED_ROLLBACK',
  },
  {
    name: 'a root that has expired',
    change: (s) => rotate(s.repository, ['targets'], undefined, (signed) => (signed.expires = PAST)),
    expected: 'ERR_FEED_EXPIRED',
  },
  {
    name: 'a server that breaks at the next root',
    change: (s) => s.statuses.set('metadata/2.root.json', 503),
    expected: 'ERR_FEED_SERVER',
  },
  {
    name: 'HTML in the place of the next root',
    change: (s) => raw(s, 'metadata/2.root.json', '<html>'),
    expected: 'ERR_FEED_JSON',
  },
  {
    name: 'a root with the same signature twice',
    change: (s) => {
      rotate(s.repository, ['targets'], ([one]) => (one ? [one, one] : []));
    },
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'a root that a revoked root key signed',
    change: (s) => {
      const [old] = s.repository.keys.root;
      rotate(s.repository, ['root']);
      rotate(s.repository, ['root'], (_before, after) => (old ? [old, ...after] : []));
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a root with a wrong signature',
    change: (s) => {
      rotate(s.repository, ['targets']);
      spoil(s, 'root');
    },
    expected: 'ERR_FEED_SIGNATURE',
  },
  {
    name: 'a root of another shape',
    change: (s) => raw(s, 'metadata/2.root.json', NO_METADATA),
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'an endless root',
    change: (s) => raw(s, 'metadata/2.root.json', ENDLESS),
    expected: 'ERR_FEED_TOO_LONG',
  },
];
