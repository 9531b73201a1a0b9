import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../../lib/analysis/types';
import { CALL_QUESTIONS, judgeCall, nextQuestion, type CallAnswers } from '../../../lib/report/call';

const answersOf = (yes: readonly string[]): CallAnswers =>
  Object.fromEntries(CALL_QUESTIONS.map((question) => [question, yes.includes(question)]));
const anyAnswers = fc.subarray([...CALL_QUESTIONS]);

test.each([
  // The notice of 5 March 2024: a director phones, speaks of an inquiry.
  [['claim', 'threat'], 'danger'],
  [['claim', 'money'], 'danger'],
  [['money', 'secrecy'], 'danger'],
  [['code', 'threat'], 'danger'],
  [['code'], 'caution'],
  [['money'], 'caution'],
  [['money', 'hurry'], 'caution'],
  [['claim', 'hurry'], 'caution'],
  // A bank may call, a courier may hurry.
  [['claim'], 'none'],
  [['hurry'], 'none'],
  [[], 'none'],
])('%j is %s', (yes, level) => {
  expect(judgeCall(answersOf(yes)).level).toBe(level);
});

describe('whatever is answered', () => {
  test('one more yes never lowers the level', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...CALL_QUESTIONS), (yes, more) => {
        const rank = (said: readonly string[]) => LEVELS.indexOf(judgeCall(answersOf(said)).level);
        expect(rank([...yes, more])).toBeGreaterThanOrEqual(rank(yes));
      }),
    );
  });

  test('no reason, no alarm: danger has two reasons, caution one', () => {
    fc.assert(
      fc.property(anyAnswers, (yes) => {
        const { level, reasons } = judgeCall(answersOf(yes));
        expect(reasons.length).toBeGreaterThanOrEqual({ none: 0, notice: 9, caution: 1, danger: 2 }[level]);
        if (level === 'none') expect(reasons).toEqual([]);
      }),
    );
  });

  test('the questions end after six answers, sooner at danger, and never change the verdict by ending', () => {
    fc.assert(
      fc.property(anyAnswers, (yes) => {
        const full = answersOf(yes);
        let given: CallAnswers = {};
        let asked = 0;
        for (let next = nextQuestion(given); next; next = nextQuestion(given)) {
          given = { ...given, [next]: full[next] };
          asked += 1;
        }
        expect(asked).toBeLessThanOrEqual(6);
        expect(judgeCall(given).level).toBe(judgeCall(full).level);
      }),
    );
  });
});
