import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockView, encodeBlock, MAX_COUNT, type Entries } from '../../../../lib/lists/compact/block';
import { DamagedBlock } from '../../../../lib/lists/compact/damaged';
import { keyOf, numberOf } from '../../../../lib/lists/compact/number-key';
import { countClass, packRecord, STATUSES, unpackRecord } from '../../../../lib/lists/compact/record';
import { MAX_KEY, entriesOf, record } from './sets';

const gap = fc.oneof(
  fc.integer({ min: 1, max: 90 }),
  fc.integer({ min: 1, max: 2 ** 31 }),
  fc.constant(2 ** 39 + 5),
);
const blocks = fc
  .record({
    first: fc.integer({ min: 0, max: 2 ** 31 }),
    gaps: fc.array(fc.tuple(gap, record), { maxLength: 200 }),
  })
  .map(({ first, gaps }): Entries => {
    let key = first;
    return entriesOf(
      new Map([[first, 5 << 14], ...gaps.map(([step, packed]) => [(key += step), packed] as const)]),
    );
  });

describe('a block', { timeout: 60_000 }, () => {
  test('gives back what was written, and answers for every number in it and for none else', () => {
    fc.assert(
      fc.property(blocks, (entries) => {
        const view = new BlockView(encodeBlock(0, entries));
        expect(view.entries()).toEqual(entries);
        const known = new Set(entries.keys);
        entries.keys.forEach((key, i) => {
          expect(view.find(key)).toBe(entries.records[i]);
          for (const other of [key - 1, key + 1])
            if (!known.has(other)) expect(view.find(other)).toBeUndefined();
        });
        expect(view.find(MAX_KEY)).toBeUndefined();
        expect(view.find(0)).toBe(known.has(0) ? entries.records[0] : undefined);
      }),
      { numRuns: 60 },
    );
  });

  test('a full block of neighbours, and one key at the very end', () => {
    const keys = Float64Array.from({ length: MAX_COUNT }, (_, i) => 3e8 + i);
    const full = { keys, records: new Uint32Array(MAX_COUNT) };
    expect(new BlockView(encodeBlock(0, full)).entries()).toEqual(full);
    const last = { keys: Float64Array.of(MAX_KEY), records: Uint32Array.of(7) };
    expect(new BlockView(encodeBlock(50, last)).find(MAX_KEY)).toBe(7);
  });

  test('the same entries give the same bytes wherever they came from', () => {
    fc.assert(
      fc.property(blocks, (entries) => {
        const bytes = encodeBlock(0, entries);
        expect(encodeBlock(0, new BlockView(bytes).entries())).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  test('every truncation and every flipped bit is noticed', () => {
    fc.assert(
      fc.property(blocks, (entries) => {
        const bytes = encodeBlock(0, entries);
        for (let length = 0; length < bytes.length; length++) {
          expect(() => new BlockView(bytes.subarray(0, length))).toThrow(DamagedBlock);
        }
        for (let bit = 0; bit < bytes.length * 8; bit++) {
          const spoilt = bytes.slice();
          spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          expect(() => new BlockView(spoilt)).toThrow(DamagedBlock);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('numbers as keys', () => {
  const digits = (min: number, max: number) =>
    fc.stringMatching(new RegExp(`^\\d{${String(min)},${String(max)}}$`));
  const numbers = fc.oneof(
    digits(9, 9).map((rest) => `+842${rest}`),
    fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8, 8)).map((parts) => `+84${parts.join('')}`),
    digits(6, 9).map((rest) => `+846${rest}`),
    fc.tuple(fc.constantFrom('1', '44', '855', '86'), digits(7, 11)).map((parts) => `+${parts.join('')}`),
    fc.tuple(fc.constantFrom('1800', '1900'), digits(4, 6)).map((parts) => parts.join('')),
    fc
      .integer({ min: 100, max: 99_999 })
      .map(String)
      .filter((code) => !/^1[89]00/.test(code)),
  );

  test('every form of number has a key of its own, and comes back from it', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const key = keyOf(number);
        expect(key).toBeDefined();
        expect(numberOf(key ?? -1)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is no number has none', () => {
    for (const text of [
      '',
      '0912345678',
      '+84012345678',
      '+0123456789',
      '12',
      '+84 912345678',
      '1e5',
      '+9999999999999999',
    ]) {
      expect(keyOf(text), text).toBeUndefined();
    }
  });
});

describe('a record', () => {
  const month = fc.integer({ min: 0, max: 511 });
  const at = (index: number) =>
    `${String(2010 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;

  test('keeps category, months, count class and status', () => {
    fc.assert(
      fc.property(
        fc.tuple(month, month).map(([a, b]) => [at(Math.min(a, b)), at(Math.max(a, b))] as const),
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(...STATUSES),
        ([first, last], category, count, status) => {
          const said = { category, first, last, count, status };
          expect(unpackRecord(packRecord(said))).toEqual(said);
        },
      ),
    );
  });

  test('months out of order, and what cannot be told, are refused', () => {
    const good = { category: 0, first: '2026-01', last: '2026-02', count: 0, status: 'reported' } as const;
    for (const fault of [
      { first: '2026-03' },
      { first: '2009-12' },
      { last: '2026-13' },
      { category: 32 },
      { count: 8 },
    ]) {
      expect(() => packRecord({ ...good, ...fault })).toThrow(RangeError);
    }
  });

  test('counts fall into the class whose least they reach', () => {
    expect([1, 4, 5, 49, 50, 999, 1000, 1e6].map(countClass)).toEqual([0, 1, 2, 3, 4, 6, 7, 7]);
  });
});
