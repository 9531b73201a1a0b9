import { describe, expect, test } from 'vitest';
import { readChosen, readFingerprint, wantedFeeds, type ChosenFeed } from '../../../../lib/lists/feed/wanted';

const hash = (digit: string) => digit.repeat(64);
const feed = (digit: string, scope: ChosenFeed['scope'] = ['reported']): ChosenFeed => ({
  address: `https://feed-${digit}.test/`,
  fingerprint: hash(digit),
  scope,
});
const NONE = { policy: [], person: [], default: [] };

describe('what a policy or a form names', () => {
  test('is read with its address and fingerprint in one spelling; reported numbers where no scope stands', () => {
    const entry = { address: ' https://feed.test/lists', fingerprint: `AB:CD ${'0'.repeat(60)}` };
    expect(readChosen([entry])).toEqual({
      feeds: [
        { address: 'https://feed.test/lists/', fingerprint: `abcd${'0'.repeat(60)}`, scope: ['reported'] },
      ],
      faults: 0,
    });
  });

  test.each([
    ['plain http', { address: 'http://feed.test/', fingerprint: hash('a') }],
    ['a password in the address', { address: 'https://a:b@feed.test/', fingerprint: hash('a') }],
    ['no fingerprint', { address: 'https://feed.test/' }],
    ['a fingerprint that is cut off', { address: 'https://feed.test/', fingerprint: 'abc' }],
    ['an unknown scope', { address: 'https://feed.test/', fingerprint: hash('a'), scope: ['hosts'] }],
    ['no scope at all', { address: 'https://feed.test/', fingerprint: hash('a'), scope: [] }],
    ['no object', 'https://feed.test/'],
  ])('%s is a fault, and the others count', (_name, entry) => {
    const good = feed('b');
    expect(readChosen([entry, good])).toEqual({ feeds: [good], faults: 1 });
  });

  test('that is no list is one fault; nothing at all is none', () => {
    expect(readChosen('x')).toEqual({ feeds: [], faults: 1 });
    expect(readChosen(undefined)).toEqual({ feeds: [], faults: 0 });
  });

  test('plain http is for loopback', () => {
    const local = { address: 'http://127.0.0.1:8787/', fingerprint: hash('a') };
    expect(readChosen([local]).feeds).toHaveLength(1);
  });

  test('a fingerprint is read out of a pasted text, or not at all', () => {
    expect(readFingerprint(` ${hash('A')}\n`)).toBe(hash('a'));
    expect(readFingerprint(hash('g'))).toBeUndefined();
  });
});

describe('feeds to follow', () => {
  test('each once: the policy before the person before the build', () => {
    const wanted = wantedFeeds({ policy: [feed('a')], person: [feed('a'), feed('b')], default: [feed('b')] });
    expect(wanted.map(({ id, origin }) => [id[0], origin])).toEqual([
      ['a', 'policy'],
      ['b', 'person'],
    ]);
  });

  test('packs from one only: the first keeps them, and one that brings nothing else falls away', () => {
    const wanted = wantedFeeds({
      ...NONE,
      policy: [feed('a', ['reported', 'packs'])],
      person: [feed('b', ['reported', 'packs']), feed('c', ['packs'])],
    });
    expect(wanted.map(({ id, scope }) => [id[0], scope])).toEqual([
      ['a', ['reported', 'packs']],
      ['b', ['reported']],
    ]);
  });
});
