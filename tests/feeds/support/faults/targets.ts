/** Faults of the targets. */
import { bytesOf, newest, newKey, republish, rotate, signedOf, writeSigned } from '../forge';
import {
  PAST,
  NO_METADATA,
  ENDLESS,
  meta,
  raw,
  moreTargets,
  spoil,
  resign,
  bareTargets,
  type Fault,
} from './fault';

export const TARGETS: readonly Fault[] = [
  {
    name: 'targets rolled back by the snapshot',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
    },
    expected: 2,
    mend: (s) => {
      republish(s.repository, {
        snapshot: (signed) => (
          (meta(signed, 'targets.json').version = 1),
          delete meta(signed, 'targets.json').hashes,
          delete meta(signed, 'targets.json').length
        ),
      });
    },
    mended: 'ERR_FEED_ROLLBACK',
  },
  {
    name: 'targets with a wrong signature',
    change: (s) => {
      moreTargets(s);
      spoil(s, 'targets');
      republish(s.repository);
    },
    expected: 'ERR_FEED_SIGNATURE',
  },
  {
    name: 'targets of another version than the snapshot says',
    change: (s) => {
      moreTargets(s);
      const path = newest(s.repository, 'targets');
      writeSigned(
        s.repository,
        path,
        { ...signedOf(s.repository, path), version: 7 },
        s.repository.keys.targets,
      );
      republish(s.repository, { snapshot: (signed) => (signed.meta = { 'targets.json': { version: 2 } }) });
    },
    expected: 'ERR_FEED_MIX',
  },
  {
    name: 'targets that have expired',
    change: (s) => {
      moreTargets(s, (signed) => (signed.expires = PAST));
      republish(s.repository);
    },
    expected: 'ERR_FEED_EXPIRED',
  },
  {
    name: 'targets of an unknown key',
    change: (s) => {
      moreTargets(s);
      resign(s, 'targets', [newKey()]);
      republish(s.repository);
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'targets of a key that was revoked',
    change: (s) => {
      moreTargets(s);
      const old = s.repository.keys.targets;
      rotate(s.repository, ['targets']);
      resign(s, 'targets', old);
      republish(s.repository);
    },
    expected: 'ERR_FEED_KEY_UNKNOWN',
  },
  {
    name: 'targets with other content',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
      raw(
        s,
        newest(s.repository, 'targets'),
        'x'.repeat(s.repository.files.get(newest(s.repository, 'targets'))?.length ?? 0),
      );
    },
    expected: 'ERR_FEED_HASH',
  },
  {
    name: 'targets that are too short',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
      s.repository.files.set(
        newest(s.repository, 'targets'),
        (s.repository.files.get(newest(s.repository, 'targets')) ?? bytesOf('')).slice(0, -5),
      );
    },
    expected: 'ERR_FEED_LENGTH',
  },
  {
    name: 'HTML in the place of the targets',
    change: (s) => {
      moreTargets(s);
      bareTargets(s);
      raw(s, newest(s.repository, 'targets'), '<html>');
    },
    expected: 'ERR_FEED_JSON',
  },
  {
    name: 'targets of another shape',
    change: (s) => {
      moreTargets(s);
      bareTargets(s);
      raw(s, newest(s.repository, 'targets'), NO_METADATA);
    },
    expected: 'ERR_FEED_SCHEMA',
  },
  {
    name: 'endless targets',
    change: (s) => {
      moreTargets(s);
      bareTargets(s);
      raw(s, newest(s.repository, 'targets'), ENDLESS);
    },
    expected: 'ERR_FEED_TOO_LONG',
  },
  {
    name: 'targets that are not there',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
      s.repository.files.delete(newest(s.repository, 'targets'));
    },
    expected: 'ERR_FEED_MISSING',
  },
  {
    name: 'a server that breaks at the targets',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
      s.statuses.set(newest(s.repository, 'targets'), 504);
    },
    expected: 'ERR_FEED_SERVER',
  },
];
