import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { findPhrases } from '../../../lib/phrasing/find-phrases';
import {
  PACK_FORMAT,
  PackError,
  parsePhrasePack,
  type PackErrorCode,
} from '../../../lib/phrasing/pack-schema';
import { fold } from '../../../lib/text/fold';
import { pack, source } from './pack';

describe('the embedded phrase pack', () => {
  it.each(pack.concepts.map((concept) => [concept.id, concept] as const))(
    '%s has examples it is found in',
    (id, concept) => {
      for (const example of concept.examples) {
        const folded = fold(example);
        const { matches } = findPhrases(folded, findNumbers(folded).numbers, pack);
        expect(matches.map((match) => match.concept)).toContain(id);
      }
    },
  );

  it.each(pack.concepts.map((concept) => [concept.id, concept.reason] as const))(
    '%s speaks calmly in both languages',
    (_, reason) => {
      for (const text of [reason.vi, reason.en]) {
        expect(text).toMatch(/^\p{Lu}.*\.$/u);
        expect(text).not.toContain('!');
        expect(text.split(' ').length).toBeLessThanOrEqual(20);
      }
      expect(reason.vi).not.toBe(reason.en);
    },
  );

  it('has weights only for what it names', () => {
    const patterns = new Map(
      pack.concepts.map((concept) => [concept.id, concept.patterns.length + (concept.hints?.length ?? 0)]),
    );
    for (const name of [...Object.keys(pack.pack.judge.scam), ...Object.keys(pack.pack.judge.warning)]) {
      const match = /^!?([a-z0-9-]+)#(\d+)$/.exec(name);
      if (match) expect(Number(match[2])).toBeLessThan(patterns.get(match[1] ?? '') ?? 0);
    }
  });

  it.each([
    ['the bank of an account', 'Số tài khoản Vietcombank của tiệm vẫn như cũ', 'claim-bank'],
    ['a court of sports', 'The tennis court is booked from six', 'claim-court'],
    ['a sum that is counted', 'Anh giúp em đếm lại 20 triệu nha', 'demand-pay'],
  ])('gives %s no reason', (_, text, concept) => {
    const { matches } = findPhrases(fold(text), [], pack);
    expect(matches.filter((match) => !match.hint).map((match) => match.concept)).not.toContain(concept);
  });

  it('writes no pattern twice in a concept', () => {
    for (const concept of pack.concepts) expect(new Set(concept.patterns).size).toBe(concept.patterns.length);
  });
});

describe('a pack that cannot be used', () => {
  const changed = (change: object): unknown => ({ ...(source as object), ...change });
  const codeOf = (input: unknown): PackErrorCode | undefined => {
    try {
      parsePhrasePack(input);
      return undefined;
    } catch (error) {
      return error instanceof PackError ? error.code : undefined;
    }
  };
  it.each([
    ['a newer format', changed({ format: PACK_FORMAT + 1 }), 'ERR_PACK_FORMAT'],
    ['no object', 'pack', 'ERR_PACK_SHAPE'],
    ['no concepts', changed({ concepts: [] }), 'ERR_PACK_SHAPE'],
    ['a concept twice', changed({ concepts: [pack.concepts[0], pack.concepts[0]] }), 'ERR_PACK_SHAPE'],
    [
      'a concept of an unknown kind',
      changed({ concepts: [{ ...pack.concepts[0], kind: 'other' }] }),
      'ERR_PACK_SHAPE',
    ],
    [
      'too long a pattern',
      changed({ concepts: [{ ...pack.concepts[0], patterns: ['a'.repeat(1000)] }] }),
      'ERR_PACK_SHAPE',
    ],
    [
      'an endless weight',
      changed({ judge: { ...pack.pack.judge, scam: { bias: Infinity } } }),
      'ERR_PACK_SHAPE',
    ],
  ] as const)('%s is refused', (_, input, code) => {
    expect(codeOf(input)).toBe(code);
  });
});
