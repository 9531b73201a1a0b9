import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analysis/analyse';
import { LEVELS, type Level } from '../../lib/analysis/types';
import { UNKNOWN } from '../../lib/lists/standing';
import { readRows, trainingRows, type Label, type Row } from '../../scripts/train/corpus';
import { crossValidate } from '../../scripts/train/cross-validate';
import { SETTINGS } from '../../scripts/train/fit';
import { FOLDS, foldsByWriter } from '../../scripts/train/folds';
import { sampleOf, type Sample } from '../../scripts/train/samples';
import { judgedBy } from '../../scripts/train/thresholds';
import { pack } from '../unit/phrasing/pack';
import committed from './messages-figures.json';

/** Recall may fall by so much below the committed figures: two messages of a hundred. */
const TOLERANCE = 0.02;

interface Judged {
  readonly row: Row;
  readonly level: Level;
}

function analysed(rows: readonly Row[]): Judged[] {
  const context = { pack, now: '2026-01-01', standing: () => UNKNOWN };
  return rows.map((row) => ({ row, level: analyse({ text: row.text }, context).level }));
}

/** Rows judged by models that did not see their writer; without variants, to be quick. */
function crossValidated(rows: readonly Row[]): Judged[] {
  const folds = foldsByWriter(rows, FOLDS);
  const samples = new Map<Row, Sample[]>(rows.map((row) => [row, [sampleOf(row.text, row.label, 1, pack)]]));
  const settings = { ...SETTINGS, steps: 40 };
  const judgements = crossValidate(
    rows,
    (row) => samples.get(row) ?? [],
    (row) => folds.get(row.writer) ?? 0,
    pack,
    settings,
  );
  const { thresholds, calibration } = pack.pack.judge;
  const levels = judgedBy(judgements, { thresholds, calibration });
  return rows.map((row, index) => ({ row, level: levels[index]?.level ?? 'none' }));
}

let judgedUnseen: Judged[] | undefined;
const unseen = (): Judged[] => (judgedUnseen ??= crossValidated(trainingRows()));

function figures(judged: readonly Judged[]) {
  const count = (label: Label, least: Level) =>
    judged.filter(({ row, level }) => row.label === label && LEVELS.indexOf(level) >= LEVELS.indexOf(least))
      .length;
  const scams = Math.max(1, count('scam', 'none'));
  return {
    messages: judged.length,
    scamAny: Math.round((count('scam', 'caution') / scams) * 1000) / 1000,
    scamDanger: Math.round((count('scam', 'danger') / scams) * 1000) / 1000,
    warningDangers: count('warning', 'danger'),
    benignDangers: count('benign', 'danger'),
    benignAny: count('benign', 'caution'),
  };
}

describe.each([
  ['dev', () => analysed(readRows('messages-dev.jsonl'))],
  ['held', () => analysed(readRows('written/held-u6.jsonl'))],
  ['heldTen', () => analysed(readRows('written/held-u10.jsonl'))],
  ['heldFifteen', () => analysed(readRows('written/held-u15.jsonl'))],
  ['heldTwentyThree', () => analysed(readRows('written/held-u23.jsonl'))],
  ['heldThirtyThree', () => analysed(readRows('written/held-u33.jsonl'))],
  ['heldThirtyFour', () => analysed(readRows('written/held-u34.jsonl'))],
  ['heldThirtyFive', () => analysed(readRows('written/held-u35.jsonl'))],
  ['crossValidated', () => unseen()],
  ['crossValidatedEnglish', () => unseen().filter(({ row }) => row.style === 'english')],
] as const)('messages of %s', (name, judge) => {
  it('are judged as well as committed', { timeout: 180_000 }, () => {
    const now = figures(judge());
    console.log(JSON.stringify({ set: name, ...now }));
    const floor = committed[name];
    expect(now.scamAny).toBeGreaterThanOrEqual(floor.scamAny - TOLERANCE);
    expect(now.scamDanger).toBeGreaterThanOrEqual(floor.scamDanger - TOLERANCE);
    expect(now.warningDangers).toBeLessThanOrEqual(floor.warningDangers);
    expect(now.benignDangers).toBeLessThanOrEqual(floor.benignDangers);
    expect(now.benignAny).toBeLessThanOrEqual(floor.benignAny + Math.ceil(floor.messages * 0.01));
  });
});
