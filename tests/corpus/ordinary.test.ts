/** Rates below one in a hundred: a small labelled set cannot show them, 15,000 generated ordinary texts can, in part. */
import { expect, it } from 'vitest';
import { judgeGenerated } from '../../scripts/train/generated';
import { pack } from '../unit/phrasing/pack';
import committed from './ordinary-figures.json';

it('generated ordinary texts are warned of as seldom as committed', { timeout: 180_000 }, () => {
  const { texts, dangers, loud } = judgeGenerated(pack);
  console.log(JSON.stringify({ texts, dangers, loud }));
  expect(texts).toBe(committed.texts);
  expect(dangers).toBeLessThanOrEqual(committed.dangers);
  expect(loud).toBeLessThanOrEqual(committed.loud);
});
