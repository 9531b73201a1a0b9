/** What every client must take. */
import { copyOf, nextVersion, republish, rotate } from '../forge';
import { moreTargets, type Fault } from './fault';

export const TAKEN: readonly Fault[] = [
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
    mended: 1,
  },
  {
    name: 'fast-forward of the targets: with new keys of the snapshot too, versions begin anew',
    change: (s) => {
      moreTargets(s, (signed) => (signed.version = 100_000));
      republish(s.repository);
    },
    expected: 100_000,
    mend: (s, before) => {
      s.repository = copyOf(before);
      rotate(s.repository, ['timestamp', 'snapshot', 'targets']);
      moreTargets(s);
      republish(s.repository);
    },
    mended: 2,
  },
];
