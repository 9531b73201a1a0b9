import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeys, encodeKeys, KEY_BITS } from '../../../lib/phrasing/gram-keys';
import { decodeGrams, sumGrams } from '../../../lib/phrasing/gram-model';
import { PackError, parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';
import { pack } from './pack';

const key = fc.nat(2 ** KEY_BITS - 1);
const weight = fc.integer({ min: -127, max: 127 });
const runs = fc
  .uniqueArray(fc.record({ key, scam: weight, warning: weight }), { selector: (run) => run.key })
  .map((all) => all.sort((a, b) => a.key - b.key));
type Run = { readonly key: number; readonly scam: number; readonly warning: number };

const base64 = (bytes: Uint8Array | Int8Array) => Buffer.from(bytes.buffer).toString('base64');

function gramsOf(all: readonly Run[]): NonNullable<PhrasePack['judge']['grams']> {
  return {
    keys: base64(encodeKeys(all.map((run) => run.key))),
    scale: 0.5,
    scam: base64(Int8Array.from(all, (run) => run.scam)),
    warning: base64(Int8Array.from(all, (run) => run.warning)),
  };
}

const withGrams = (grams: unknown) => ({ ...pack.pack, judge: { ...pack.pack.judge, grams } });

describe('keys of word runs', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), (keys) => {
        const sorted = keys.sort((a, b) => a - b);
        expect([...(decodeKeys(base64(encodeKeys(sorted))) ?? [])]).toEqual(sorted);
      }),
    );
  });

  it.each([
    ['a distance that goes on at the end', [0x80]],
    ['a distance of too many bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['a key that is too large', [0xff, 0xff, 0xff, 0x07, 0x00]],
  ])('are refused: %s', (_, bytes) => {
    expect(decodeKeys(base64(Uint8Array.from(bytes)))).toBeUndefined();
  });
});

describe('the model of word runs', () => {
  it('gives each run its own weights, and none to others', () => {
    fc.assert(
      fc.property(runs, fc.uniqueArray(key), (all, others) => {
        const model = decodeGrams(parsePhrasePack(withGrams(gramsOf(all))).judge.grams);
        for (const one of all) {
          const sums = sumGrams(model, new Set([one.key]));
          expect(sums).toEqual({ scam: one.scam * 0.5, warning: one.warning * 0.5, count: 1 });
        }
        const known = new Set(all.map((run) => run.key));
        const unknown = new Set(others.filter((other) => !known.has(other)));
        expect(sumGrams(model, unknown)).toEqual({ scam: 0, warning: 0, count: unknown.size });
      }),
      { numRuns: 30 },
    );
  });

  it('is refused where keys and weights do not agree', () => {
    const grams = gramsOf([
      { key: 1, scam: 1, warning: 1 },
      { key: 9, scam: 2, warning: 2 },
    ]);
    for (const wrong of [{ keys: 'AA==' }, { keys: 'gA==' }, { scam: 'AQ==' }, { warning: 'AQIDBA==' }]) {
      expect(() => parsePhrasePack(withGrams({ ...grams, ...wrong }))).toThrow(PackError);
    }
  });
});
