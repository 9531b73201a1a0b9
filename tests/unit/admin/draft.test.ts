import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../lib/admin/reported/change';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { lineOf, stateOfEntries } from '../../../lib/lists/reported/state';
import { reportOf } from './support/feed';

const reason: Reason = { who: 'An', at: '2026-11-28T00:00:00Z', why: 'thử', source: '' };

const numbers = fc.constantFrom<string[]>('+84912345670', '+84912345671', '+84912345672', '+84912345673');
const entries = fc
  .tuple(numbers, fc.constantFrom('police', 'bank', 'tax'))
  .map(([number, category]) => reportOf(number, category));
const edits = fc.array(
  fc.oneof(
    fc.record({ add: fc.array(entries, { maxLength: 3 }) }),
    fc.record({ remove: fc.array(numbers, { maxLength: 3 }) }),
  ),
  { maxLength: 8 },
);

describe('ReportedDraft', () => {
  it('gives what a plain set of entries gives, and every edit can be taken back', () => {
    fc.assert(
      fc.property(fc.array(entries), edits, (published, steps) => {
        const start = new ReportedDraft(stateOfEntries(published));
        const plain = new Map(published.map((one) => [lineOf(one), one]));
        let draft = start;
        const undos: ReturnType<ReportedDraft['add']>['undo'][] = [];
        for (const step of steps) {
          const edit =
            'add' in step
              ? draft.add(
                  step.add.map((one) => [one.number, lineOf(one)] as const),
                  reason,
                )
              : draft.remove(step.remove, reason);
          if ('add' in step) for (const one of step.add) plain.set(lineOf(one), one);
          else for (const [line, one] of plain) if (step.remove.includes(one.number)) plain.delete(line);
          undos.push(edit.undo);
          draft = edit.draft;
        }
        expect([...draft.state()]).toEqual([...stateOfEntries(plain.values())]);
        for (const undo of undos.toReversed()) draft = draft.write(undo).draft;
        expect([...draft.changes]).toEqual([]);
        expect(draft.state()).toEqual(start.state());
      }),
    );
  });

  it('shows each entry once, with what the draft does to it', () => {
    const draft = new ReportedDraft(
      stateOfEntries([reportOf('+84912345670', 'police'), reportOf('+84912345671', 'bank')]),
    );
    const changed = draft
      .remove(['+84912345671'], reason)
      .draft.add([['+84912345672', lineOf(reportOf('+84912345672', 'tax'))]], reason);
    expect([...changed.draft.rows()].map(({ number, state }) => [number, state])).toEqual([
      ['+84912345670', 'kept'],
      ['+84912345671', 'removed'],
      ['+84912345672', 'added'],
    ]);
  });
});
