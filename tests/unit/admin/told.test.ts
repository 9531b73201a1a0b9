/** What a file tells of a publication is bounded, and none of it is lost on the way from hand to hand. */
import { describe, expect, it } from 'vitest';
import type { VersionEdits } from '../../../lib/admin/publish/draft-reasons';
import { MOST_NAMED, toldBy, toldOfNumbers, withTold } from '../../../lib/admin/publish/told';
import { utf8 } from '../../../lib/lists/feed/bytes';

const AN = { who: 'An', at: '2026-11-28T08:00:00Z', why: 'thư của công an', source: 'công văn 12' };
const BINH = { who: 'Bình', at: '2026-11-28T09:00:00Z', why: 'khiếu nại', source: '' };
const ONE = '+842920000001';
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `+849${String(30_000_000 + from + i)}`);
const because = (numbers: readonly string[], reason: typeof AN) =>
  numbers.map((number) => ({ number, ...reason }));
const editsOf = (numbers: readonly string[]): VersionEdits => ({
  numbers: numbers.map((number) => ({ number, kind: 'added' })),
  entries: [],
});
const fileOf = (told: object) => utf8(JSON.stringify({ told }));

describe('reasons in a file', () => {
  it('of an import of a hundred thousand numbers stand there once; each number has its own again', () => {
    const numbers = many(100_000);
    const file = fileOf(toldBy({ reasons: [...because(numbers, AN), ...because([ONE], BINH)] }));
    expect(file.length).toBeLessThan(1_000);
    const edits = withTold(editsOf([...numbers, ONE]), file);
    expect(edits.numbers[99_999]).toMatchObject(AN);
    expect(edits.numbers.at(-1)).toMatchObject(BINH);
    expect(edits.bulk).toBeUndefined();
  });

  it('name numbers as long as they are few', () => {
    const numbers = many(MOST_NAMED);
    const told = toldBy({ reasons: because(numbers, AN) });
    expect(told.numbers).toHaveLength(MOST_NAMED);
    expect(told.bulk).toBeUndefined();
    // The largest is told as a whole, until the rest is few enough.
    const two = toldBy({ reasons: [...because(numbers, AN), ...because(many(3, 50_000), BINH)] });
    expect(two.numbers).toHaveLength(3);
    expect(two.bulk).toEqual([[{ many: MOST_NAMED, compact: false }, 0]]);
  });

  it('of a bulk change are given to no number where it is not certain to which', () => {
    const [some, others] = [many(10_001), many(10_002, 20_000)];
    const file = fileOf(toldBy({ reasons: [...because(some, AN), ...because(others, BINH)] }));
    const edits = withTold(editsOf([...some, ...others]), file);
    expect(edits.numbers.some(({ why }) => why !== undefined)).toBe(false);
    expect(edits.bulk).toEqual([
      { ...BINH, many: 10_002, compact: false },
      { ...AN, many: 10_001, compact: false },
    ]);
    // Nor where another number changes without a reason.
    const one = fileOf(toldBy({ reasons: because(some, AN) }));
    const more = withTold(editsOf([...some, ONE]), one);
    expect(more.numbers.some(({ why }) => why !== undefined)).toBe(false);
    // Handed on, they are told again.
    const on = toldBy({ reasons: [], bulk: more.bulk });
    expect(withTold(editsOf(some), fileOf(on)).numbers[0]).toMatchObject(AN);
  });

  it('of the compact set go along, by number for a command line and as a whole for a console', () => {
    const told = toldBy({ reasons: because([ONE], AN), compact: because(many(2), BINH) });
    expect(toldOfNumbers(told, () => true)).toEqual([
      { reason: AN, compact: false, numbers: [ONE] },
      { reason: BINH, compact: true, numbers: many(2) },
    ]);
    expect(toldOfNumbers(told, (_, compact) => !compact)).toHaveLength(1);
    expect(withTold(editsOf([ONE]), fileOf(told)).bulk).toEqual([{ ...BINH, many: 2, compact: true }]);
  });

  it('of bulk changes are read by the hundred at most, and refused where damaged', () => {
    const bulk = Array.from({ length: 1_000 }, () => [{ many: 1, compact: true }, 0]);
    const told = { reasons: [AN], numbers: [], entries: [], bulk };
    expect(withTold(editsOf([]), fileOf(told)).bulk).toHaveLength(100);
    for (const wrong of [{}, { many: -1, compact: true }, { many: 1.5, compact: false }, { many: 1 }])
      expect(() => withTold(editsOf([]), fileOf({ ...told, bulk: [[wrong, 0]] }))).toThrow('damaged');
  });
});
