import { describe, expect, it } from 'vitest';
import { adversarialFigures } from '../../scripts/train/adversarial-figures';
import { readRows } from '../../scripts/train/corpus';
import { pack } from '../unit/phrasing/pack';
import committed from './adversarial-figures.json';

/** Scams that may be lost below the committed count: two of the ninety of the set. */
const TOLERANCE = 2;

describe('disguised messages of dev', () => {
  const now = adversarialFigures(readRows('messages-dev.jsonl'), pack);
  it.each(committed)('are heard as well as committed: $trick', (floor) => {
    const found = now.find(({ trick }) => trick === floor.trick);
    expect(found).toBeDefined();
    expect(found?.scamDanger).toBeGreaterThanOrEqual(floor.scamDanger - TOLERANCE);
    expect(found?.scamAny).toBeGreaterThanOrEqual(floor.scamAny - TOLERANCE);
    expect(found?.warningDanger).toBeLessThanOrEqual(floor.warningDanger);
    expect(found?.benignDanger).toBeLessThanOrEqual(floor.benignDanger);
  });
});
