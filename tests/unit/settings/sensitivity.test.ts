import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { LEVELS } from '../../../lib/analysis/types';
import { sensitivityExamples } from '../../../lib/analysis/sensitivity-examples';
import { compilePack } from '../../../lib/phrasing/compile';
import { parsePhrasePack } from '../../../lib/phrasing/pack-schema';
import { SENSITIVITIES, withSensitivity, type Sensitivity } from '../../../lib/phrasing/sensitivity';

const pack = compilePack(parsePhrasePack(JSON.parse(readFileSync('public/feed/phrase-pack.json', 'utf8'))));
const verdictAt = (text: string, step: Sensitivity) =>
  analyse(
    { text },
    { pack: withSensitivity(pack, step), standing: () => ({ kind: 'unknown' }), now: '2026-11-28' },
  );
const corpus = readFileSync('tests/corpus/messages-dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  // Every fourth: three verdicts each take their time.
  .filter((_, index) => index % 4 === 0)
  .map((line) => (JSON.parse(line) as { text: string }).text);

test('each step has an example that is true of the pack that ships', () => {
  const examples = sensitivityExamples(pack, '2026-11-28');
  const alarmed = (text: string, step: Sensitivity) => /caution|danger/.test(verdictAt(text, step).level);
  for (const [index, step] of SENSITIVITIES.entries()) {
    const text = examples[step] ?? '';
    expect(text, step).not.toBe('');
    expect(SENSITIVITIES.map((one) => alarmed(text, one))).toEqual(SENSITIVITIES.map((_, at) => at >= index));
  }
});

test('on the labelled messages a step up never lowers a level, moves no danger, and gives no alarm without reasons', () => {
  let moved = 0;
  for (const text of corpus) {
    const verdicts = SENSITIVITIES.map((step) => verdictAt(text, step));
    const ranks = verdicts.map(({ level }) => LEVELS.indexOf(level));
    expect(ranks, text).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(verdicts.map(({ level }) => level === 'danger')).size, text).toBe(1);
    for (const { level, reasons } of verdicts)
      if (level !== 'none') expect(reasons.length, text).toBeGreaterThan(0);
    if (ranks[0] !== ranks[2]) moved += 1;
  }
  expect(moved).toBeGreaterThan(0);
}, 60_000);
