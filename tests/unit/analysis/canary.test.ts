import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wrongCanaries } from '../../../lib/analysis/canary';
import { compilePack } from '../../../lib/phrasing/compile';
import { parsePhrasePack } from '../../../lib/phrasing/pack-schema';

type Json = Record<string, unknown>;
const embedded = (): Json =>
  JSON.parse(readFileSync(new URL('../../../public/feed/phrase-pack.json', import.meta.url), 'utf8')) as Json;
const judged = (pack: Json) => wrongCanaries(compilePack(parsePhrasePack(pack)));

test('the embedded pack judges every canary text right', () => {
  expect(judged(embedded())).toEqual([]);
});

test('a pack that hears no danger is found out', () => {
  const pack = embedded();
  const judge = pack.judge as Json;
  const thresholds = { ...(judge.thresholds as Json), danger: 1, caution: 1, alone: 1 };
  expect(judged({ ...pack, judge: { ...judge, thresholds } })).toContainEqual(
    expect.objectContaining({ expected: 'danger' }),
  );
});

test('a pack that hears danger in ordinary words is found out', () => {
  const pack = embedded();
  const judge = pack.judge as Json;
  const thresholds = { ...(judge.thresholds as Json), danger: 0, caution: 0, ruledOut: 1 };
  const concepts = (pack.concepts as { patterns: string[] }[]).map((concept) => ({
    ...concept,
    patterns: [...concept.patterns, 'họp'],
  }));
  expect(judged({ ...pack, concepts, judge: { ...judge, thresholds } })).toContainEqual(
    expect.objectContaining({ expected: 'none' }),
  );
});
