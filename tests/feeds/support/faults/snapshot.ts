/** Faults of the snapshot. */
import { bytesOf, copyOf, newest, newKey, nextVersion, republish, rotate } from '../forge';
import { PAST, NO_METADATA, ENDLESS, raw, moreTargets, spoil, resign, bare, type Fault } from './fault';

export const SNAPSHOT: readonly Fault[] = [
  {
    name: 'a snapshot with other content',
    change: (s) => {
      republish(s.repository);
      const path = newest(s.repository, 'snapshot');
      raw(
        s,
        path,
        Buffer.from(s.repository.files.get(path) ?? [])
          .toString()
          .replace('"version":', '"wersion":'),
      );
    },
    expected: 'ERR_FEED_HASH',
  },
  {
    name: 'a snapshot that is too short',
    change: (s) => {
      republish(s.repository);
      const path = newest(s.repository, 'snapshot');
      s.repository.files.set(path, (s.repository.files.get(path) ?? bytesOf('')).slice(0, -5));
    },
    expected: 'ERR_FEED_LENGTH',
  },
  {
    name: 'a snapshot that goes on',
    change: (s) => {
      republish(s.repository);
      const path = newest(s.repository, 'snapshot');
      raw(s, path, `${Buffer.from(s.repository.files.get(path) ?? []).toString()}${' '.repeat(1000)}`);
    },
    expected: 'ERR_FEED_TOO_LONG',
  },
  {
    name: 'a snapshot of another publication under the name of this (mix-and-match)',
    change: (s) => {
      republish(s.repository, { timestamp: (signed) => (signed.meta = { 'snapshot.json': { version: 2 } }) });
      s.repository.files.set(
        'metadata/2.snapshot.json',
        s.repository.files.get('metadata/1.snapshot.json') ?? bytesOf(''),
      );
    },
    expected: 'ERR_FEED_MIX',
  },
  {
    name: 'a snapshot that has expired',
    change: (s) => republish(s.repository, { snapshot: (signed) => (signed.expires = PAST) }),
    expected: 'ERR_FEED_EXPIRED',
  },
  {
    name: 'a snapshot that is not there',
    change: (s) => {
      republish(s.repository);
      s.repository.files.delete(newest(s.repository, 'snapshot'));
    },
    expected: 'ERR_FEED_MISSING',
    mend: (s, before) => {
      // The broken publication is completed: a client must not stay on the old one.
      s.repository = copyOf(before);
      moreTargets(s);
      republish(s.repository);
      nextVersion(s.repository, 'timestamp', () => undefined);
    },
    mended: 2,
  },
  {
    name: 'a snapshot with a wrong signature',
    change: (s) => {
      bare(s);
      spoil(s, 'snapshot');
    },
    expected: 'ERR_FEED_SIGNATURE',
  },
  {
    name: 'a snapshot of an unknown key',
    change: (s) => {
      bare(s);
      resign(s, 'snapshot', [newKey()]);
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'a snapshot of a key that was revoked',
    change: (s) => {
      const old = s.repository.keys.snapshot;
      rotate(s.repository, ['snapshot']);
      bare(s);
      resign(s, 'snapshot', old);
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'HTML in the place of the snapshot',
    change: (s) => {
      bare(s);
      raw(s, newest(s.repository, 'snapshot'), '<html>');
    },
    expected: 'ERR_FEED_JSON',
  },
  {
    name: 'a snapshot of another shape',
    change: (s) => {
      bare(s);
      raw(s, newest(s.repository, 'snapshot'), NO_METADATA);
    },
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'an endless snapshot',
    change: (s) => {
      bare(s);
      raw(s, newest(s.repository, 'snapshot'), ENDLESS);
    },
    expected: 'ERR_FEED_TOO_LONG',
  },
  {
    name: 'a server that breaks at the snapshot',
    change: (s) => {
      republish(s.repository);
      s.statuses.set(newest(s.repository, 'snapshot'), 502);
    },
    expected: 'ERR_FEED_SERVER',
  },
  {
    name: 'a snapshot that forgets the targets',
    change: (s) => {
      republish(s.repository, { snapshot: (signed) => (signed.meta = {}) });
    },
    expected: 'ERR_FEED_SCHEMA',
  },
];
