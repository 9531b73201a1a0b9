import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkEdit, NO_CHANGE } from '../../../lib/admin/reported/bulk';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { lineOf, readLine, stateOfEntries } from '../../../lib/lists/reported/state';
import { reportOf } from './support/feed';

const entry = (number: string, publisher: string) => ({ ...reportOf(number, 'police'), publisher });
const numbers = ['+84912345670', '+84912345671', '+84912345672'];
const entries = fc
  .tuple(fc.constantFrom(...numbers), fc.constantFrom('Báo', 'Sở'))
  .map(([number, publisher]) => entry(number, publisher));
const reason = { who: 'An', at: '2026-11-28T00:00:00Z', why: 'đọc lại', source: 'Công văn 7' };

describe('a change of many numbers', () => {
  it('changes the fields that were filled in, of every entry, with its reason, and is taken back whole', () => {
    fc.assert(
      fc.property(fc.array(entries), fc.subarray(numbers), (published, chosen) => {
        const start = new ReportedDraft(stateOfEntries(published));
        const change = { ...NO_CHANGE, category: 'loan_other', date: '2026-12', strength: 'weak' };
        const result = bulkEdit(chosen, (one) => start.linesOf(one), change, []);
        if (!('lines' in result)) throw new Error('refused');
        const { draft, undo } = start.set(result.lines, reason);
        const expected = published.map((one) =>
          chosen.includes(one.number)
            ? { ...one, category: 'loan_other', date: '2026-12', strength: 'weak' as const }
            : one,
        );
        expect([...draft.state()]).toEqual([...stateOfEntries(expected)]);
        for (const { reason: kept } of draft.changes.values()) expect(kept).toEqual(reason);
        expect(draft.write(undo).draft.changes.size).toBe(0);
      }),
    );
  });

  it('new words replace the old English ones; a number that goes stays gone; what is wrong is named', () => {
    const draft = new ReportedDraft(stateOfEntries(numbers.map((one) => entry(one, 'Báo')))).remove(
      numbers.slice(0, 1),
      reason,
    ).draft;
    const linesOf = (one: string) => draft.linesOf(one);
    const result = bulkEdit(numbers, linesOf, { ...NO_CHANGE, pretends_vi: 'giả toà án' }, []);
    if (!('lines' in result)) throw new Error('refused');
    expect([...result.lines.keys()]).toEqual(numbers.slice(1));
    const [line = ''] = result.lines.get(numbers[1] ?? '') ?? [];
    expect(readLine(line).pretends).toEqual({ vi: 'giả toà án', en: 'giả toà án' });
    expect(bulkEdit(numbers, linesOf, { ...NO_CHANGE, category: 'Viết hoa' }, [])).toMatchObject({
      problems: [{ field: 'category' }],
    });
    expect(bulkEdit(numbers, linesOf, NO_CHANGE, [])).toEqual({ lines: new Map() });
    expect(lineOf(readLine(line))).toBe(line);
  });
});
