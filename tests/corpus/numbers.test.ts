import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../lib/numbers/find-numbers';
import { fold } from '../../lib/text/fold';
import { readLabelled, scoreNumbers, type NumberScore } from './score-numbers';

const path = (name: string): URL => new URL(`./${name}`, import.meta.url);

function scoreOf(name: string): NumberScore {
  const texts = readLabelled(readFileSync(path(name), 'utf8'));
  return scoreNumbers(texts, (text) => findNumbers(fold(text)).numbers.map((found) => found.number));
}

describe('numbers in labelled texts', () => {
  it('everyday texts', () => {
    const score = scoreOf('numbers-dev.jsonl');
    expect(score.recall, `missed ${score.missed.join(', ')}`).toBeGreaterThanOrEqual(0.95);
    expect(score.precision, `wrong ${score.wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95);
    expect(score.shortRecall).toBeGreaterThanOrEqual(0.8);
  });

  it('disguised numbers', () => {
    const score = scoreOf('disguised-dev.jsonl');
    expect(score.recall, `missed ${score.missed.join(', ')}`).toBeGreaterThanOrEqual(0.9);
    expect(score.precision, `wrong ${score.wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95);
  });

  it('messages', () => {
    const score = scoreOf('messages-dev.jsonl');
    expect(score.recall, `missed ${score.missed.join(', ')}`).toBeGreaterThanOrEqual(0.95);
    expect(score.precision, `wrong ${score.wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95);
  });
});
