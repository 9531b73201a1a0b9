import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockView } from '../../../../lib/lists/compact/block';
import { decodeChanges, encodeChanges, GONE, together } from '../../../../lib/lists/compact/changes';
import { DamagedBlock } from '../../../../lib/lists/compact/damaged';
import { blockFor, decodeShape, encodeShape, shapeOf } from '../../../../lib/lists/compact/shape';
import { blocksOf, changesBetween, entriesOf, merged, modelOf, models, record, type Model } from './sets';

function contentOf(blocks: readonly Uint8Array[]): Model {
  return new Map(blocks.flatMap((bytes) => [...modelOf(new BlockView(bytes).entries())]));
}

// Sets of thousands of numbers: seconds on a busy machine.
describe('a set', { timeout: 60_000 }, () => {
  test('its blocks hold every number and none else, and lead to each by the shape', () => {
    fc.assert(
      fc.property(models, (model) => {
        const blocks = blocksOf(model);
        expect(contentOf(blocks)).toEqual(new Map([...model].sort(([a], [b]) => a - b)));
        const views = blocks.map((bytes) => new BlockView(bytes));
        const shape = decodeShape(encodeShape(shapeOf(views.map(({ place }) => place))));
        const found = (key: number) => views[blockFor(shape, key)]?.find(key);
        const wrong = [...model].filter(
          ([key, packed]) => found(key) !== packed || found(key + 1) !== model.get(key + 1),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('any sequence of deltas leads to the blocks of the full set, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(models, { minLength: 2, maxLength: 5 }), async (history) => {
        let blocks = blocksOf(new Map());
        let before: Model = new Map();
        for (const model of history) {
          const changes = decodeChanges(encodeChanges(changesBetween(before, model)));
          blocks = (await merged(blocks, changes)).blocks;
          expect(blocks).toEqual(blocksOf(model));
          before = model;
        }
      }),
      { numRuns: 25 },
    );
  });

  test('several deltas at once lead where one after the other leads', async () => {
    await fc.assert(
      fc.asyncProperty(models, models, models, async (a, b, c) => {
        const changes = together([changesBetween(a, b), changesBetween(b, c)]);
        expect((await merged(blocksOf(a), changes)).blocks).toEqual(blocksOf(c));
      }),
      { numRuns: 25 },
    );
  });

  test('a change reads the block that it is in, and not the others', async () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => 9e8 + i * 37);
    const before: Model = new Map(keys.map((key) => [key, 3]));
    const blocks = blocksOf(before);
    const after = new Map(before).set(keys[9000] ?? 0, 4);
    const { read } = await merged(blocks, changesBetween(before, after));
    expect(blocks.length).toBeGreaterThan(20);
    expect(read.size).toBe(1);
  });
});

describe('changes', () => {
  test('come back from their bytes; every truncation is noticed', () => {
    const changes = fc
      .dictionary(fc.integer({ min: 0, max: 2 ** 40 }).map(String), fc.option(record, { nil: GONE }), {
        maxKeys: 60,
      })
      .map((entries) =>
        entriesOf(new Map(Object.entries(entries).map(([key, value]) => [Number(key), value]))),
      );
    fc.assert(
      fc.property(changes, (said) => {
        const bytes = encodeChanges(said);
        expect(decodeChanges(bytes)).toEqual(said);
        for (let length = 1; length < bytes.length; length++) {
          let heard: unknown;
          try {
            heard = decodeChanges(bytes.subarray(0, length));
          } catch (error) {
            expect(error).toBeInstanceOf(DamagedBlock);
          }
          // Between two blocks the rest is whole in itself: the hash of the state tells.
          if (heard !== undefined) expect(heard).not.toEqual(said);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a number that comes twice is refused', () => {
    const bytes = encodeChanges(entriesOf(new Map([[912345678, 1]])));
    const gone = encodeChanges(entriesOf(new Map([[912345678, GONE]])));
    expect(() => decodeChanges(Buffer.concat([bytes, bytes]))).toThrow(DamagedBlock);
    expect(() => decodeChanges(Buffer.concat([bytes, gone]))).toThrow(DamagedBlock);
  });
});

describe('the shape', () => {
  test('cut off, or with nodes that do not fit, it is refused', () => {
    const shape = encodeShape(
      shapeOf(
        blocksOf(new Map(Array.from({ length: 5000 }, (_, i) => [9e8 + i * 9, 1]))).map(
          (b) => new BlockView(b).place,
        ),
      ),
    );
    for (let length = 0; length < shape.length; length++) {
      expect(() => decodeShape(shape.subarray(0, length))).toThrow(DamagedBlock);
    }
    expect(() => decodeShape(new Uint8Array(40).fill(170))).toThrow(DamagedBlock);
  });
});
