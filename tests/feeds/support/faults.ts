/** Every fault that a client must refuse, and what it must take: changes to a repository that both clients know. */
import type { Server } from './clients';
import {
  bytesOf,
  copyOf,
  newest,
  newKey,
  nextVersion,
  republish,
  rotate,
  signedOf,
  writeSigned,
  type Json,
  type Repository,
  type RoleName,
} from './forge';

export interface Fault {
  readonly name: string;
  /** Changes what the server gives; asked before the second update. */
  readonly change: (server: Server) => void;
  /** Our code of the refusal, or the version of the targets that both take. */
  readonly expected: string | number;
  /** What both take after the server is mended by this. */
  readonly mend?: (server: Server, before: Repository) => void;
}

const PAST = '2020-01-01T00:00:00Z';
const meta = (signed: Json, name: string) => (signed.meta as Record<string, Json>)[name] ?? {};
const raw = (server: Server, path: string, text: string) => server.repository.files.set(path, bytesOf(text));
const moreTargets = ({ repository }: Server, change: (signed: Json) => void = () => undefined) =>
  nextVersion(repository, 'targets', change);

function spoil(server: Server, role: RoleName): void {
  const path = newest(server.repository, role);
  const text = Buffer.from(server.repository.files.get(path) ?? []).toString();
  raw(
    server,
    path,
    text.replace(/"sig":\s*"(.)/, (whole, digit: string) => whole.slice(0, -1) + (digit === '0' ? '1' : '0')),
  );
}

/** Signs the newest file of a role with these keys instead of its own. */
function resign({ repository }: Server, role: RoleName, keys: Repository['keys'][RoleName]): void {
  const path = newest(repository, role);
  writeSigned(repository, path, signedOf(repository, path), keys);
}

export const FAULTS: readonly Fault[] = [
  { name: 'nothing new', change: () => undefined, expected: 1 },
  {
    name: 'a new publication',
    change: (s) => {
      moreTargets(s);
      republish(s.repository);
    },
    expected: 2,
  },
  {
    name: 'only a new date',
    change: (s) => void nextVersion(s.repository, 'timestamp', () => undefined),
    expected: 1,
  },
  {
    name: 'new keys for every role',
    change: (s) => {
      rotate(s.repository, ['root', 'timestamp', 'snapshot', 'targets']);
      moreTargets(s);
      republish(s.repository);
    },
    expected: 2,
  },
  {
    name: 'three roots, one after the other',
    change: (s) => {
      for (let i = 0; i < 3; i++) rotate(s.repository, ['root']);
    },
    expected: 1,
  },
  {
    name: 'fast-forward: after new keys, versions begin anew',
    change: (s) => {
      nextVersion(s.repository, 'timestamp', (signed) => (signed.version = 100_000));
    },
    expected: 1,
    mend: (s, before) => {
      s.repository = copyOf(before);
      rotate(s.repository, ['timestamp', 'snapshot']);
      republish(s.repository);
    },
  },
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
    name: 'a root with the same signature twice',
    change: (s) => {
      rotate(s.repository, ['targets'], ([one]) => (one ? [one, one] : []));
    },
    expected: 'ERR_FEED_SCHEMA',
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
  },
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
  },
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
];
